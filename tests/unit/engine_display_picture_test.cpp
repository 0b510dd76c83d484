// What is laid over or under a frame: gamma tables and the cursor.
#include "tests/unit/engine_display_world.h"

using namespace pvg;
using namespace pvg::test;

TEST_CASE("0x07 names task and surface the other way round and carries gamma") {
    DisplayWorld w;
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
    DisplayWorld w(options);
    w.announce();
    for (uint32_t i = 0; i < 6; ++i) w.ram.put<uint32_t>(w.gpa(0, 0x5000 + 4 * i), 100);
    w.child(5, 0x07, Raw().u32(0).u32(0).u32(0x2a).u64(0x5000).u64(24).u32(2).u32(600));
    w.settle();
    CHECK(!w.state().gamma);
    CHECK(w.state().frames == 1);
    CHECK(w.declined(DeclineReason::NotImplemented) == 1);
}

TEST_CASE("cursor: glyph, position minus hot spot, visibility by page and by 0x05") {
    DisplayWorld w;
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
