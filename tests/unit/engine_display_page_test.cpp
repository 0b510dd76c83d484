// The shared page: what 0x01 writes, displays beside each other.
#include "tests/unit/engine_display_world.h"

using namespace pvg;
using namespace pvg::test;

TEST_CASE("0x01 writes exactly the host's fields and leaves every other byte alone") {
    EngineOptions options;
    options.modes = {{1920, 1080, 120}, {1440, 1080, 120}, {1280, 1024, 120}, {3840, 2160, 120}};
    options.gamma = false;
    DisplayWorld w(options);
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
    DisplayWorld w(options);
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
    DisplayWorld w;
    w.child(5, 0x01, Raw().u32(1).u32(0x300));
    w.child(5, 0x01, Raw().u32(0).u32(0));
    w.child(5, 0x01, Raw().u32(0).u32(0x7fffffff));
    w.child(5, 0x06, Raw().u32(8).u32(1).u32(0));
    w.settle();
    CHECK(w.stamp(5) == 4);
    CHECK(w.declined(DeclineReason::BadPort) == 2);
    CHECK(w.declined(DeclineReason::BadAddress) == 2);
}

TEST_CASE("displays are apart: pages, names, sizes, cursors, blanks, sleep") {
    EngineOptions options;
    options.displays = 8;
    DisplayWorld w(options);
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
