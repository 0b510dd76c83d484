// Shared page, online handshake, vertical blanks, presents, cursor, gamma.
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

TEST_CASE("presents of one step have intervals of their own") {
    EngineOptions options;
    options.presentClock = [] {
        static Time now{};
        return now += 3ms;
    };
    World w(options);
    w.bringOnline();
    for (int i = 0; i < 3; ++i) w.child(5, 0x06, Raw().u32(0).u32(0x2a).u32(0));
    w.settle();
    CHECK(w.state().frames == 3);
    CHECK(w.core->snapshot().frameIntervalsMs == std::vector<float>{3, 3});
}

TEST_CASE("0x07 names task and surface the other way round and carries gamma") {
    World w;
    w.announce();
    const auto tables = [&](std::vector<uint32_t> words) {
        for (size_t i = 0; i < words.size(); ++i) w.ram.put<uint32_t>(w.gpa(0, 0x5000 + 4 * i), words[i]);
    };
    const auto present3 = [&](uint64_t va, uint64_t length, uint32_t entries, uint32_t sum) {
        w.child(5, 0x07, Raw().u32(0).u32(0).u32(0x2a).u64(va).u64(length).u32(entries).u32(sum));
        w.settle();
    };
    tables({0, 65535, 65535, 0, 0, 32768}); // red as it is, green inverted, blue halved
    present3(0x5000, 24, 2, 65535 + 65535 + 32768);
    CHECK(w.called("present 0 42 on 0"));
    REQUIRE(w.state().gamma);
    const GammaRamp ramp = *w.state().gamma;
    for (int code : {0, 51, 255}) {
        CHECK(ramp.channels[0][code] == code * 257);
        CHECK(ramp.channels[1][code] == 65535 - code * 257);
        CHECK(std::abs(ramp.channels[2][code] - code * 32768 / 255.0) <= 0.5);
    }
    SUBCASE("VA 0: unchanged") {
        present3(0, 0, 0, 0);
        CHECK(*w.state().gamma == ramp);
        CHECK(w.state().frames == 2);
    }
    SUBCASE("0x06 in between leaves it alone") {
        w.present();
        CHECK(*w.state().gamma == ramp);
    }
    SUBCASE("an identity table takes it away") {
        tables({0, 65535, 0, 65535, 0, 65535});
        present3(0x5000, 24, 2, 3 * 65535);
        CHECK(!w.state().gamma);
    }
    SUBCASE("a wrong table is declined, the gamma stays, the frame is shown all the same") {
        present3(0x5000, 23, 2, 0);                // does not fit its length
        present3(0x5000, 12, 1, 0);                // one entry is no curve
        present3(0x5000, uint64_t{1} << 30, 4097, 0);
        CHECK(w.declined(DeclineReason::BadLength) == 3);
        tables({0, 65536, 0, 0, 0, 0});
        present3(0x5000, 24, 2, 65536);
        CHECK(w.declined(DeclineReason::BadField) == 1);
        present3(0x3ffff0, 24, 2, 0);              // beyond the mapped pages
        present3(~uint64_t{7}, 24, 2, 0);          // wraps around
        CHECK(w.counters.declineTotal() == 6);
        CHECK(*w.state().gamma == ramp);
        CHECK(w.state().frames == 7);
        CHECK(w.stamp(5) == w.children[5].signal);
    }
    SUBCASE("a sum that does not fit is counted, and no more") {
        present3(0x5000, 24, 2, 1);
        CHECK(w.state().figures.sumMismatches == 1);
        CHECK(w.counters.declineTotal() == 0);
    }
    SUBCASE("a new instance begins with no gamma") {
        w.announce();
        CHECK(!w.state().gamma);
    }
}

TEST_CASE("--no-gamma: none offered, none taken") {
    EngineOptions options;
    options.gamma = false;
    World w(options);
    w.announce();
    for (uint32_t i = 0; i < 6; ++i) w.ram.put<uint32_t>(w.gpa(0, 0x5000 + 4 * i), 100);
    w.child(5, 0x07, Raw().u32(0).u32(0).u32(0x2a).u64(0x5000).u64(24).u32(2).u32(600));
    w.settle();
    CHECK(!w.state().gamma);
    CHECK(w.state().frames == 1);
    CHECK(w.declined(DeclineReason::NotImplemented) == 1);
}

TEST_CASE("cursor: glyph, position minus hot spot, visibility by page and by 0x05") {
    World w;
    w.bringOnline();
    for (uint32_t i = 0; i < 8; ++i) w.ram.put<uint32_t>(w.gpa(0, 0x5000 + 4 * i), 0x01010101 * i);
    uint32_t sum = 0x0a0a0a0a; // of the words 0, 1, 4, 5 times 0x01010101
    auto glyph = [&](uint64_t stride, uint64_t mapped, uint16_t width, uint16_t height, uint16_t hotX, uint16_t hotY) {
        w.child(5, 0x04, Raw().u32(0).u32(0).u64(0x5000).u64(mapped).u64(stride).u16(width).u16(height).u16(hotX).u16(hotY).u32(sum));
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
    CHECK(w.state().figures.sumMismatches == 0);
    sum = 7; // a wrong sum is counted; the glyph is used
    glyph(16, 32, 2, 2, 9, 9); // the hot spot is clamped
    CHECK(w.state().figures.sumMismatches == 1);
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
    w.announce();
    w.child(5, 0x06, Raw().u32(0).u32(0x2a).u32(0));
    w.child(5, 0x06, Raw().u32(0).u32(0x2b).u32(0));
    w.child(5, 0x06, Raw().u32(0).u32(0x2c).u32(0));
    w.interrupts();
    w.settle();
    CHECK(w.core->isFinished());
    CHECK(w.stamp(5) == 3); // 0x01 and two presents
    CHECK(w.interrupts() >= 2);
    CHECK(!w.called("present 0 44 on 0"));
}

TEST_CASE("refused presents do not count towards stopAfterFrames") {
    EngineOptions options;
    options.stopAfterFrames = 1;
    World w(options);
    w.announce();
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

TEST_CASE("unplugged: off line, presents are declined and stamped; plugged in again: a new generation, and frames resume") {
    World w;
    w.bringOnline();
    w.present();
    w.core->control({DisplayControl::Kind::Unplug, DisplayPort{0}}, w.now);
    CHECK(w.state().isUnplugged);
    CHECK(!w.state().online);
    w.advance(4ms);
    CHECK(w.takePending() == 8);
    w.enableEvents(0xe);
    w.present();
    CHECK(w.declined(DeclineReason::DisplayOffline) == 1);
    CHECK(w.stamp(5) == w.children[5].signal);
    CHECK(w.takePending() == 2); // the transaction is over all the same
    CHECK(w.state().frames == 1);
    const auto generation = w.ram.get<uint32_t>(kShared + 0x200);
    w.core->control({DisplayControl::Kind::Plug, DisplayPort{0}}, w.now);
    CHECK(w.ram.get<uint32_t>(kShared + 0x200) == generation + 1);
    w.advance(4ms);
    CHECK(w.takePending() == 4);
    w.child(5, 0x02, Raw().u32(0).u32(generation + 1));
    w.present();
    CHECK(w.state().online);
    CHECK(w.state().frames == 2);
    CHECK(w.counters.declineTotal() == 1);
}

TEST_CASE("a port without a monitor has a page with its number, and no events; it survives a reset") {
    World w;
    w.core->control({DisplayControl::Kind::Unplug, DisplayPort{0}}, w.now);
    w.core->control({DisplayControl::Kind::Unplug, DisplayPort{9}}, w.now); // no such port
    w.event(EngineEvent::Kind::Reset);
    w.enable();
    w.children.clear();
    w.rootSignal = 0;
    w.setStamp(0, 0), w.setStamp(5, 0);
    w.defineChannel(5, 1);
    w.ram.put<uint16_t>(kShared + 0x12, 0xbeef);
    w.announce();
    CHECK(w.ram.get<uint16_t>(kShared + 0x12) == 0);
    w.enableEvents(0xf);
    w.advance(1s);
    CHECK(w.takePending() == 0);
}

TEST_CASE("a new mode list: rewritten behind the acknowledgement of the older one, blanks at its rate") {
    World w;
    w.announce();
    w.enableEvents(0xc);
    w.advance(4ms);
    CHECK(w.takePending() == 4);
    w.core->control({DisplayControl::Kind::SetModes, DisplayPort{0}, {{1280, 720, 100}, {640, 480, 50}}}, w.now);
    w.core->control({DisplayControl::Kind::SetModes, DisplayPort{0}, {}}, w.now); // nothing to say
    CHECK(w.ram.get<uint16_t>(kShared + 0x208) == 1); // the guest may be reading the list
    CHECK(w.ram.get<uint16_t>(kShared + 0x210) == 1920);
    w.child(5, 0x02, Raw().u32(0).u32(w.ram.get<uint32_t>(kShared + 0x200)));
    w.settle();
    CHECK(w.ram.get<uint16_t>(kShared + 0x208) == 2);
    CHECK(w.ram.get<uint16_t>(kShared + 0x210) == 1280);
    CHECK(w.ram.get<uint16_t>(kShared + 0x14) == 320); // mm
    w.advance(4ms);
    CHECK(w.takePending() == 4);
    w.child(5, 0x02, Raw().u32(0).u32(w.ram.get<uint32_t>(kShared + 0x200)));
    w.settle();
    w.enableEvents(0xd);
    const auto blanks = [&] {
        const uint64_t before = w.state().figures.vblanks;
        for (int i = 0; i < 1000; ++i) w.advance(1ms);
        return w.state().figures.vblanks - before;
    };
    CHECK(blanks() == 100);
    // The guest's own choice shows in the size of its pictures.
    executorScript().presentWidth = 640;
    executorScript().presentHeight = 480;
    w.present();
    CHECK(w.state().mode == DisplayMode{640, 480, 50});
    CHECK(blanks() == 50);
    executorScript().presentWidth = 641; // no mode of ours
    w.present();
    CHECK(w.state().width == 641);
    CHECK(blanks() == 50);
}

TEST_CASE("displays are apart: pages, names, sizes, cursors, blanks, sleep") {
    EngineOptions options;
    options.displays = 8;
    World w(options);
    for (uint32_t p = 0; p < 8; ++p) w.bringOnline(p);
    for (uint32_t p = 0; p < 8; ++p) {
        CHECK(w.ram.get<uint32_t>(w.shared(p)) == p + 1);
        CHECK(w.ram.get<uint16_t>(w.shared(p) + 0x12) == p);
        CHECK(w.ram.get<uint8_t>(w.shared(p) + 4 + 12) == '1' + p);
        CHECK(w.ram.get<uint8_t>(w.shared(p) + 4 + 13) == 0);
    }
    w.enableEvents(0xd, 2);
    w.page.interruptDisp = 0;
    w.advance(20ms);
    CHECK(w.page.interruptDisp == 4);
    for (uint32_t p = 0; p < 8; ++p) CHECK(w.takePending(p) == (p == 2 ? 1 : 0));
    w.present(7);
    CHECK(w.called("present 0 42 on 7"));
    CHECK(w.state(7).frames == 1);
    CHECK(w.state(0).frames == 0);
    for (uint32_t p : {0U, 1U}) {
        w.child(5 + p, 0x04, Raw().u32(p).u32(0).u64(0x5000).u64(4).u64(4).u16(1).u16(1).u16(0).u16(0).u32(0));
        w.ram.put<uint32_t>(w.shared(p) + 0xe00, p == 0 ? 0xffffffff : 5);
        w.ram.put<uint8_t>(w.shared(p) + 0xe04, 1);
    }
    w.page.displayDoorbells = 3;
    w.settle();
    CHECK(!w.state(0).cursorVisible); // it is on display 1
    CHECK(w.state(1).cursorVisible);
    CHECK(w.state(1).cursorX == 5);
    w.core->control({DisplayControl::Kind::Unplug, DisplayPort{3}}, w.now);
    w.child(6, 0x09, Raw().u32(1).u32(1));
    w.settle();
    CHECK(w.state(1).isAsleep);
    CHECK(!w.state(2).isAsleep);
    CHECK(!w.state(3).isLit());
    CHECK(w.state(2).isLit());
}

TEST_CASE("0x08 ends its transaction with a named decline, 0x09 is seen until a frame comes, 0x0a is accepted") {
    World w;
    w.bringOnline();
    w.enableEvents(0xe);
    w.child(5, 0x08, Raw().u32(0).u32(0).u64(0x104000).u64(0).u64(0).u32(0).u32(0));
    w.settle();
    CHECK(w.declined(DeclineReason::NotImplemented) == 1);
    CHECK(w.takePending() == 2);
    w.child(5, 0x09, Raw().u32(0).u32(1));
    w.settle();
    CHECK(w.state().isAsleep);
    w.child(5, 0x09, Raw().u32(0).u32(0));
    w.settle();
    CHECK(!w.state().isAsleep);
    w.child(5, 0x09, Raw().u32(0).u32(1));
    w.present();
    CHECK(!w.state().isAsleep);
    w.child(5, 0x0a, Raw().u32(0).u32(9).u32(1).u32(2));
    w.settle();
    CHECK(w.counters.declineTotal() == 1);
    for (uint16_t id : {0x08, 0x09, 0x0a}) w.child(5, id, Raw().u32(1).u32(0).u64(0).u64(0).u64(0).u32(0).u32(0));
    w.settle();
    CHECK(w.declined(DeclineReason::BadPort) == 3);
    CHECK(w.stamp(5) == w.children[5].signal);
}

TEST_CASE("presents without a shared page are declined and stamped") {
    World w;
    w.present();
    CHECK(w.declined(DeclineReason::DisplayOffline) == 1);
    CHECK(w.stamp(5) == 1);
    CHECK(w.state().frames == 0);
    w.announce();
    w.present(); // behind 0x01 it is shown, acknowledged or not
    CHECK(w.state().frames == 1);
}

TEST_CASE("faults on demand: unplugged for a moment, or another mode list, at the N-th frame") {
    EngineOptions options;
    options.modes = {{640, 480, 60}, {800, 600, 60}};
    SUBCASE("hotplug") {
        options.faults = {{DisplayFault::Kind::HotPlug, 2}};
        World w(options);
        w.bringOnline();
        w.present();
        CHECK(!w.state().isUnplugged);
        w.present();
        CHECK(w.state().isUnplugged);
        w.advance(4ms);
        CHECK(w.takePending() == 8);
        w.advance(300ms);
        CHECK(!w.state().isUnplugged);
        w.advance(4ms);
        CHECK(w.takePending() == 4);
    }
    SUBCASE("modes") {
        options.faults = {{DisplayFault::Kind::ModeChange, 1}};
        World w(options);
        w.bringOnline();
        w.present();
        CHECK(w.ram.get<uint16_t>(kShared + 0x210) == 800);
        CHECK(w.ram.get<uint16_t>(kShared + 0x220) == 640);
        w.advance(4ms);
        CHECK(w.takePending() == 4);
    }
}
