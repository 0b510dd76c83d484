#include "app/renderer/options.h"

#include <doctest/doctest.h>

using app::parseMode;
using app::parseOptions;
using app::parseSize;

namespace {
app::ParsedOptions parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "pvgl-renderer");
    return parseOptions(int(arguments.size()), arguments.data());
}
} // namespace

TEST_CASE("sizes and modes") {
    CHECK(*parseSize("1920x1080") == app::Size{1920, 1080});
    auto mode = parseMode("2560x1440@59.94");
    REQUIRE(mode);
    CHECK(mode->width == 2560);
    CHECK(mode->height == 1440);
    CHECK(mode->refresh == doctest::Approx(59.94));
    CHECK(parseMode("800x600")->refresh == 60.0);
}

TEST_CASE("what is no size or mode is refused") {
    for (const char* text : {"", "x", "1920", "1920x", "x1080", "0x10", "10x0", "16385x10", "-1x5", "10x10x10", "1e3x5", " 1x1"}) {
        CAPTURE(text);
        CHECK_FALSE(parseSize(text));
    }
    for (const char* text : {"10x10@", "10x10@0", "10x10@-60", "10x10@1001", "10x10@nan", "10x10@60Hz", "@60"}) {
        CAPTURE(text);
        CHECK_FALSE(parseMode(text));
    }
}

TEST_CASE("a full command line") {
    auto parsed = parse({"--seam", "5", "--headless", "--frames", "3", "--screenshot", "a.png", "--stats", "b.json", "--hud", "fps", "--size",
                         "640x480", "--mode", "320x240@60", "--mode", "640x480@30", "--displays", "2", "--no-gamma", "--log", "debug"});
    REQUIRE_FALSE(parsed.exitCode);
    const auto& o = parsed.options;
    CHECK(o.seamFd == 5);
    CHECK(o.isHeadless);
    CHECK(o.engine.stopAfterFrames == 3);
    CHECK(o.screenshotPath == "a.png");
    CHECK(o.statsPath == "b.json");
    CHECK(o.hud == ui::HudItems{.fps = true});
    CHECK(o.windowSize == app::Size{640, 480});
    REQUIRE(o.engine.modes.size() == 2);
    CHECK(o.engine.modes[0].width == 320);
    CHECK(o.engine.modes[1].refresh == 30.0);
    CHECK(o.engine.displays == 2);
    CHECK_FALSE(o.engine.gamma);
    CHECK(o.logLevel == "debug");
}

TEST_CASE("defaults: one display of 1920x1080 at 60 Hz, no gamma, the default HUD") {
    auto parsed = parse({"--seam", "3"});
    REQUIRE_FALSE(parsed.exitCode);
    REQUIRE(parsed.options.engine.modes.size() == 1);
    CHECK(parsed.options.engine.modes[0].width == 1920);
    CHECK(parsed.options.engine.displays == 1);
    CHECK_FALSE(parsed.options.engine.gamma);
    CHECK(parsed.options.hud == *ui::parseHudItems(ui::kDefaultHudItems));
}

TEST_CASE("usage errors exit with 2") {
    CHECK(parse({}).exitCode == 2);
    CHECK(parse({"--seam", "3", "--mode", "big"}).exitCode == 2);
    CHECK(parse({"--seam", "3", "--hud", "everything"}).exitCode == 2);
    CHECK(parse({"--seam", "3", "--displays", "9"}).exitCode == 2);
    CHECK(parse({"--seam", "3", "--unknown"}).exitCode == 2);
    CHECK(parse({"--bench", "nothing"}).exitCode == 2);
}
