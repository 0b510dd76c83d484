// Sizes, names and mode lists.
#include "pvg/display/display_config.h"

#include <doctest/doctest.h>

#include <set>

using namespace pvg;

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

TEST_CASE("names differ where there are several displays, and fit 13 characters") {
    CHECK(displayName(DisplayPort{0}, 1) == "pvgl display");
    std::set<std::string> names;
    for (uint32_t i = 0; i < kMaxDisplays; ++i) {
        names.insert(displayName(DisplayPort{i}, kMaxDisplays));
        CHECK(displayName(DisplayPort{i}, kMaxDisplays).size() <= 13);
    }
    CHECK(names.size() == kMaxDisplays);
}

TEST_CASE("modes: size, refresh rate with a fraction, 60 Hz when absent") {
    CHECK(*parseDisplayMode("1920x1080@59.94") == DisplayMode{1920, 1080, 59.94});
    CHECK(*parseDisplayMode("800x600") == DisplayMode{800, 600, 60});
    CHECK(*parseDisplayMode("64x16384@1000") == DisplayMode{64, 16384, 1000});
}

TEST_CASE("what is no mode is refused with a sentence") {
    for (const char* text : {"", "x", "@", "1920", "1920x", "x1080", "0x0", "63x1080", "1920x63", "16385x64", "-640x480", "640x-480", "640x480x2", "640x480@",
                             "640x480@0", "640x480@0.99", "640x480@1000.1", "640x480@-60", "640x480@nan", "640x480@inf", "640x480@60Hz", "640x480@60@60", " 640x480",
                             "640x480 ", "640 x480", "99999999999x480", "640X480", "16384x4096@60"}) {
        CAPTURE(text);
        const auto mode = parseDisplayMode(text);
        REQUIRE_FALSE(mode);
        CHECK(mode.error().text.find("is not a display mode") != std::string::npos);
    }
}

TEST_CASE("lists: the first is preferred, none twice, at most 128") {
    const auto list = parseDisplayModes({"1280x720@60", "1280x720@30", "1920x1080@60"});
    REQUIRE(list);
    CHECK(*list == std::vector<DisplayMode>{{1280, 720, 60}, {1280, 720, 30}, {1920, 1080, 60}});
    CHECK_FALSE(parseDisplayModes({"1280x720@60", "1280x720"}));
    CHECK_FALSE(parseDisplayModes({"1280x720@60", "big"}));
    std::vector<std::string> many;
    for (uint32_t i = 0; i < 128; ++i) many.push_back(std::to_string(640 + i) + "x480");
    CHECK(parseDisplayModes(many));
    many.push_back("1920x1080");
    CHECK_FALSE(parseDisplayModes(many));
}

TEST_CASE("refresh rates in 16.16") {
    CHECK(refreshFixed({1, 1, 60}) == 0x003c0000);
    CHECK(refreshFixed({1, 1, 120}) == 0x00780000);
    CHECK(refreshFixed({1, 1, 59.94}) == 3928228); // 59.94 * 65536 = 3928227.84
}

TEST_CASE("faults: hot plug or another mode list at a frame from 1 on") {
    const auto hotPlug = parseDisplayFault("hotplug@3");
    REQUIRE(hotPlug);
    CHECK(hotPlug->kind == DisplayFault::Kind::HotPlug);
    CHECK(hotPlug->atFrame == 3);
    const auto modes = parseDisplayFault("modes@1");
    REQUIRE(modes);
    CHECK(modes->kind == DisplayFault::Kind::ModeChange);
    CHECK(modes->atFrame == 1);
    for (const char* text : {"", "@", "hotplug", "hotplug@", "hotplug@0", "hotplug@-1", "hotplug@3x", "hotplug@99999999999999999999", "plug@3", "modes@ 3"}) {
        const auto fault = parseDisplayFault(text);
        CAPTURE(text);
        REQUIRE_FALSE(fault);
        CHECK(fault.error().text.find(std::string("'") + text + "'") != std::string::npos);
    }
}
