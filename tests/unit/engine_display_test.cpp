// Shared page, online handshake, vertical blanks, presents, cursor, gamma.
#include "pvg/display/vblank_grid.h"
#include "tests/unit/engine_support.h"

using namespace pvg;
using namespace pvg::test;
using namespace std::chrono_literals;

namespace {

constexpr uint64_t kShared = 0x300000;

struct World : EngineWorld {
    explicit World(EngineOptions engineOptions = {}) : EngineWorld(std::move(engineOptions)) {
        enable();
        makeTask(0, 0x800);
        for (uint32_t p = 0; p < options.displays; ++p) defineChannel(5 + p, 1);
    }
    uint64_t shared(uint32_t port = 0) const { return kShared + 0x1000 * port; }
    void announce(uint32_t port = 0) {
        child(5 + port, 0x01, Raw().u32(port).u32(uint32_t(shared(port) >> 12)));
        settle();
    }
    void enableEvents(uint32_t mask, uint32_t port = 0) { ram.put<uint32_t>(shared(port) + 0x104, mask); }
    uint32_t takePending(uint32_t port = 0) {
        auto pending = ram.get<uint32_t>(shared(port) + 0x100);
        ram.put<uint32_t>(shared(port) + 0x100, 0);
        return pending;
    }
    void bringOnline(uint32_t port = 0) {
        announce(port);
        enableEvents(0xc, port);
        advance(4ms);
        CHECK(takePending(port) == 4);
        child(5 + port, 0x02, Raw().u32(port).u32(1));
        settle();
    }
    void present(uint32_t port = 0) {
        child(5 + port, 0x06, Raw().u32(port).u32(0x2a).u32(0));
        settle();
    }
    DisplaySnapshot state(uint32_t port = 0) const { return core->snapshot().displays[port]; }
};

} // namespace

TEST_CASE("0x01 writes exactly the host's fields and leaves every other byte alone") {
    EngineOptions options;
    options.modes = {{1920, 1080, 120}, {1440, 1080, 120}, {1280, 1024, 120}, {3840, 2160, 120}};
    options.gamma = false;
    World w(options);
    for (uint64_t i = 0; i < 0x1000; ++i) w.ram.put<uint8_t>(kShared + i, 0x5c);
    w.announce();
    std::vector<bool> owned(0x1000);
    auto own = [&](size_t at, size_t size) { std::fill_n(owned.begin() + ptrdiff_t(at), size, true); };
    own(0x000, 4), own(0x004, 13), own(0x012, 2), own(0x014, 4), own(0x018, 4), own(0x01c, 4), own(0x020, 4), own(0x024, 8), own(0x200, 4),
        own(0x208, 2), own(0x210, 64);
    for (size_t i = 0; i < owned.size(); ++i) {
        CAPTURE(i);
        if (!owned[i]) CHECK(w.ram.get<uint8_t>(kShared + i) == 0x5c);
    }
    CHECK(w.ram.get<uint32_t>(kShared) != 0);
    CHECK(w.ram.get<uint8_t>(kShared + 0x10) == 0); // the name ends inside its 14 bytes
    CHECK(w.ram.get<uint16_t>(kShared + 0x12) == 0);
    CHECK(w.ram.get<uint16_t>(kShared + 0x14) == 480);
    CHECK(w.ram.get<uint16_t>(kShared + 0x16) == 270);
    CHECK(w.ram.get<uint16_t>(kShared + 0x18) == 512);
    CHECK(w.ram.get<uint16_t>(kShared + 0x1a) == 512);
    CHECK(w.ram.get<uint32_t>(kShared + 0x1c) == 0);
    CHECK(w.ram.get<uint32_t>(kShared + 0x20) == 3);
    CHECK(w.ram.get<uint32_t>(kShared + 0x24) == 0x43f00000); // 480.0
    CHECK(w.ram.get<uint32_t>(kShared + 0x28) == 0x43870000); // 270.0
    CHECK(w.ram.get<uint16_t>(kShared + 0x208) == 4);
    CHECK(w.ram.get<uint64_t>(kShared + 0x210) == 0x0078000004380780);
    // Vector A7: 3840 x 2160 at 120 Hz.
    const uint8_t a7[] = {0x00, 0x0f, 0x70, 0x08, 0, 0, 0x78, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    for (size_t i = 0; i < 16; ++i) CHECK(w.ram.get<uint8_t>(kShared + 0x240 + i) == a7[i]);
}

TEST_CASE("gamma is offered with 1024 entries, generations grow, serials differ") {
    EngineOptions options;
    options.displays = 2;
    World w(options);
    w.announce(0);
    w.announce(1);
    CHECK(w.ram.get<uint32_t>(kShared + 0x1c) == 1024);
    CHECK(w.ram.get<uint32_t>(w.shared(0)) != w.ram.get<uint32_t>(w.shared(1)));
    CHECK(w.ram.get<uint16_t>(w.shared(1) + 0x12) == 1);
    auto first = w.ram.get<uint32_t>(kShared + 0x200);
    w.announce(0);
    CHECK(w.ram.get<uint32_t>(kShared + 0x200) == first + 1);
}

TEST_CASE("physical sizes keep the aspect in multiples of ten") {
    CHECK(physicalSize({1920, 1080, 60}).width == 480);
    CHECK(physicalSize({1920, 1080, 60}).height == 270);
    CHECK(physicalSize({3840, 2160, 60}).height == 540);
    CHECK(physicalSize({1280, 1024, 60}).width % 50 == 0);
    for (DisplayMode mode : {DisplayMode{1366, 768, 60}, DisplayMode{1, 1, 60}, DisplayMode{16384, 16384, 60}}) {
        Millimetres size = physicalSize(mode);
        CHECK(size.width >= 10);
        CHECK(size.width % 10 == 0);
        CHECK(size.height % 10 == 0);
    }
}

TEST_CASE("pages and ports that do not exist are declined and stamped") {
    World w;
    w.child(5, 0x01, Raw().u32(1).u32(0x300));
    w.child(5, 0x01, Raw().u32(0).u32(0));
    w.child(5, 0x01, Raw().u32(0).u32(0x7fffffff));
    w.child(5, 0x06, Raw().u32(8).u32(1).u32(0));
    w.settle();
    CHECK(w.stamp(5) == 4);
    CHECK(w.declined(DeclineReason::BadPort) == 2);
    CHECK(w.declined(DeclineReason::BadAddress) == 2);
}

TEST_CASE("the online event comes when the mask shows bit 2, repeats every 200 ms, and ends with the ack") {
    World w;
    w.announce();
    w.interrupts();
    w.advance(50ms);
    CHECK(w.takePending() == 0);
    CHECK(w.interrupts() == 0); // nothing before the mask
    w.enableEvents(0xc);
    w.advance(4ms);
    CHECK(w.takePending() == 4);
    CHECK(w.page.interruptDisp.exchange(0) == 1);
    CHECK(w.interrupts() == 1);
    w.advance(196ms);
    CHECK(w.takePending() == 0);
    w.advance(4ms);
    CHECK(w.takePending() == 4);
    CHECK(!w.state().online);
    w.child(5, 0x02, Raw().u32(0).u32(77)); // any generation
    w.settle();
    CHECK(w.state().online);
    w.advance(1s);
    CHECK(w.takePending() == 0);
}

TEST_CASE("the online event gives up after 150 times until the next 0x01") {
    World w;
    w.announce();
    w.enableEvents(0xc);
    int events = 0;
    for (int i = 0; i < 400; ++i) {
        w.advance(100ms);
        events += w.takePending() == 4;
    }
    CHECK(events == 150);
    w.announce();
    w.advance(4ms);
    CHECK(w.takePending() == 4);
}

TEST_CASE("vertical blanks: on the grid, only what is armed, an unarmed slot stays due") {
    World w;
    w.bringOnline();
    w.advance(100ms);
    CHECK(w.takePending() == 0);
    w.enableEvents(0xd);
    w.advance(1ms);
    CHECK(w.takePending() == 1); // overdue: at once
    w.page.interruptDisp = 0;
    int blanks = 0;
    for (int i = 0; i < 1000; ++i) {
        w.advance(1ms);
        blanks += w.takePending() == 1;
    }
    CHECK(blanks >= 59);
    CHECK(blanks <= 61);
    CHECK(w.page.interruptDisp == 1);
    w.enableEvents(0xe);
    w.advance(17ms);
    CHECK(w.takePending() == 2);
}

TEST_CASE("the grid catches up one interval and forgets more") {
    VblankGrid grid(10ms);
    Time t{1h};
    grid.start(t);
    CHECK(!grid.isDue(t + 9ms));
    CHECK(grid.isDue(t + 10ms));
    grid.take(t + 25ms); // one missed: the next slot is due already
    CHECK(grid.next() == t + 20ms);
    grid.take(t + 25ms);
    CHECK(grid.next() == t + 30ms);
    grid.take(t + 95ms); // six missed
    CHECK(grid.next() == t + 100ms);
}

TEST_CASE("a present is shown, stamped, then its event raised where armed") {
    World w;
    w.bringOnline();
    w.present();
    CHECK(w.called("present 0 42 on 0"));
    CHECK(w.takePending() == 0); // bit 1 is not armed
    CHECK(w.state().frames == 1);
    CHECK(w.state().width == 64);
    CHECK(w.state().height == 32);
    CHECK(w.counters.get(Counter::FramesPresented) == 1);
    w.enableEvents(0xe);
    w.present();
    CHECK((w.takePending() & 2) == 2);
    CHECK(w.stamp(5) == w.children[5].signal);
    executorScript().refusesPresents = true;
    w.present();
    CHECK(w.stamp(5) == w.children[5].signal);
    CHECK(w.state().frames == 2);
    CHECK(w.declined(DeclineReason::UnresolvedRef) == 1);
}

TEST_CASE("frame intervals are those of the guest's presents") {
    World w;
    w.bringOnline();
    w.present();
    w.advance(16ms);
    w.present();
    w.advance(8ms);
    w.present();
    auto intervals = w.core->snapshot().frameIntervalsMs;
    REQUIRE(intervals.size() == 2);
    CHECK(intervals[0] == doctest::Approx(16));
    CHECK(intervals[1] == doctest::Approx(8));
}

TEST_CASE("0x07 names task and surface the other way round and carries gamma") {
    World w;
    for (uint32_t i = 0; i < 6; ++i) w.ram.put<uint32_t>(w.gpa(0, 0x5000 + 4 * i), 100 + i);
    w.child(5, 0x07, Raw().u32(0).u32(0).u32(0x2a).u64(0x5000).u64(24).u32(2).u32(0));
    w.settle();
    CHECK(w.called("present 0 42 on 0"));
    REQUIRE(w.state().gamma);
    CHECK(*w.state().gamma == std::vector<uint32_t>{100, 101, 102, 103, 104, 105});
    w.child(5, 0x07, Raw().u32(0).u32(0).u32(0x2a).u64(0).u64(0).u32(0).u32(0));
    w.settle();
    CHECK(w.state().gamma); // 0 = unchanged
    w.child(5, 0x07, Raw().u32(0).u32(0).u32(0x2a).u64(0x5000).u64(23).u32(2).u32(0));
    w.child(5, 0x07, Raw().u32(0).u32(0).u32(0x2a).u64(0x5000).u64(1 << 30).u32(4097).u32(0));
    w.settle();
    CHECK(w.declined(DeclineReason::BadLength) == 2);
    CHECK(w.state().frames == 4); // a bad table does not cost the frame
}

TEST_CASE("cursor: glyph, position minus hot spot, visibility by page and by 0x05") {
    World w;
    w.bringOnline();
    for (uint32_t i = 0; i < 8; ++i) w.ram.put<uint32_t>(w.gpa(0, 0x5000 + 4 * i), 0x01010101 * i);
    auto glyph = [&](uint64_t stride, uint64_t mapped, uint16_t width, uint16_t height, uint16_t hotX, uint16_t hotY) {
        w.child(5, 0x04, Raw().u32(0).u32(0).u64(0x5000).u64(mapped).u64(stride).u16(width).u16(height).u16(hotX).u16(hotY).u32(0));
        w.settle();
    };
    glyph(16, 32, 2, 2, 1, 1);
    REQUIRE(w.state().cursorPixels);
    CHECK(w.state().cursorGeneration == 1);
    CHECK(w.state().cursorPixels->size() == 16);
    CHECK((*w.state().cursorPixels)[8] == std::byte{4}); // second row, by stride
    CHECK(!w.state().cursorVisible);
    w.ram.put<uint32_t>(kShared + 0xe00, 100 | 50 << 16);
    w.ram.put<uint8_t>(kShared + 0xe04, 1);
    w.page.displayDoorbells = 1;
    w.settle();
    CHECK(w.state().cursorVisible);
    CHECK(w.state().cursorX == 99);
    CHECK(w.state().cursorY == 49);
    w.child(5, 0x05, Raw().u32(0).u32(0));
    w.settle();
    CHECK(!w.state().cursorVisible);
    w.advance(4ms);
    CHECK(!w.state().cursorVisible); // the page did not change since
    w.ram.put<uint32_t>(kShared + 0xe00, 0xffffffff);
    w.advance(4ms); // found by polling, without a doorbell
    CHECK(!w.state().cursorVisible);
    w.ram.put<uint32_t>(kShared + 0xe00, 0);
    w.advance(4ms);
    CHECK(w.state().cursorVisible);
    glyph(16, 32, 2, 2, 9, 9); // the hot spot is clamped
    CHECK(w.state().cursorX == -1);
    CHECK(w.counters.declineTotal() == 0);
    glyph(7, 32, 2, 2, 0, 0);
    glyph(16, 23, 2, 2, 0, 0);
    glyph(16, 32, 0, 2, 0, 0);
    glyph(4096, 1 << 30, 513, 1, 0, 0);
    glyph(~uint64_t{0}, ~uint64_t{0}, 2, 2, 0, 0);
    CHECK(w.counters.declineTotal() == 5);
    CHECK(w.state().cursorGeneration == 2);
}

TEST_CASE("stopAfterFrames: the run ends behind the N-th present's stamp, and nothing is run after it") {
    EngineOptions options;
    options.stopAfterFrames = 2;
    World w(options);
    w.child(5, 0x06, Raw().u32(0).u32(0x2a).u32(0));
    w.child(5, 0x06, Raw().u32(0).u32(0x2b).u32(0));
    w.child(5, 0x06, Raw().u32(0).u32(0x2c).u32(0));
    w.interrupts();
    w.settle();
    CHECK(w.core->isFinished());
    CHECK(w.stamp(5) == 2);
    CHECK(w.interrupts() >= 2);
    CHECK(!w.called("present 0 44 on 0"));
}

TEST_CASE("refused presents do not count towards stopAfterFrames") {
    EngineOptions options;
    options.stopAfterFrames = 1;
    World w(options);
    executorScript().refusesPresents = true;
    w.present();
    CHECK(!w.core->isFinished());
    executorScript().refusesPresents = false;
    w.present();
    CHECK(w.core->isFinished());
}

TEST_CASE("a reset hides the cursor and takes the display off line, frames go on counting") {
    World w;
    w.bringOnline();
    w.present();
    w.event(EngineEvent::Kind::Reset);
    CHECK(!w.state().online);
    CHECK(w.state().frames == 1);
    w.enableEvents(0xf);
    w.advance(1s);
    CHECK(w.takePending() == 0);
}
