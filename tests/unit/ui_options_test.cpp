#include "app/renderer/options.h"

#include <doctest/doctest.h>

using app::parseOptions;
using app::parseSize;

namespace {
app::ParsedOptions parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "pvgl-renderer");
    return parseOptions(int(arguments.size()), arguments.data());
}
} // namespace

TEST_CASE("sizes") { CHECK(*parseSize("1920x1080") == app::Size{1920, 1080}); }

TEST_CASE("what is no size is refused") {
    for (const char* text : {"", "x", "1920", "1920x", "x1080", "0x10", "10x0", "16385x10", "-1x5", "10x10x10", "1e3x5", " 1x1"}) {
        CAPTURE(text);
        CHECK_FALSE(parseSize(text));
    }
}

TEST_CASE("a full command line") {
    auto parsed = parse({"--seam", "5", "--headless", "--frames", "3", "--screenshot", "a.png", "--stats", "b.json", "--hud", "fps", "--size",
                         "640x480", "--mode", "320x240@60", "--mode", "640x480@30", "--displays", "2", "--fault", "modes@7", "--no-gamma", "--log", "debug"});
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
    CHECK(o.engine.faults == std::vector<pvg::DisplayFault>{{pvg::DisplayFault::Kind::ModeChange, 7}});
    CHECK_FALSE(o.engine.gamma);
    CHECK(o.logLevel == "debug");
}

TEST_CASE("defaults: one display of 1920x1080 at 60 Hz, gamma, the default HUD") {
    auto parsed = parse({"--seam", "3"});
    REQUIRE_FALSE(parsed.exitCode);
    REQUIRE(parsed.options.engine.modes.size() == 1);
    CHECK(parsed.options.engine.modes[0].width == 1920);
    CHECK(parsed.options.engine.displays == 1);
    CHECK(parsed.options.engine.gamma);
    CHECK(parsed.options.hud == *ui::parseHudItems(ui::kDefaultHudItems));
}

TEST_CASE("faults of the display and of the GPU") {
    auto parsed = parse({"--seam", "3", "--fault", "context-reset@3", "--fault", "hotplug@1", "--fault", "link-failure@12"});
    REQUIRE_FALSE(parsed.exitCode);
    CHECK(parsed.options.engine.faults == std::vector<pvg::DisplayFault>{{pvg::DisplayFault::Kind::HotPlug, 1}});
    using Kind = pvg::GpuFault::Kind;
    CHECK(parsed.options.backend.faults == std::vector<pvg::GpuFault>{{Kind::ContextReset, 3}, {Kind::LinkFailure, 12}});
    CHECK(pvg::parseGpuFault("fence-timeout@1")->kind == Kind::FenceTimeout);
    CHECK(pvg::parseGpuFault("out-of-memory@1")->kind == Kind::OutOfMemory);
}

TEST_CASE("usage errors exit with 2") {
    CHECK(parse({}).exitCode == 2);
    CHECK(parse({"--seam", "3", "--mode", "big"}).exitCode == 2);
    CHECK(parse({"--seam", "3", "--mode", "640x480", "--mode", "640x480@60"}).exitCode == 2);
    for (const char* fault : {"hotplug", "hotplug@", "hotplug@0", "hotplug@x", "hotplug@1x", "fire@1", "@1", "context-reset", "link-failure@0"})
        CHECK(parse({"--seam", "3", "--fault", fault}).exitCode == 2);
    CHECK(parse({"--seam", "3", "--hud", "everything"}).exitCode == 2);
    CHECK(parse({"--seam", "3", "--displays", "9"}).exitCode == 2);
    CHECK(parse({"--seam", "3", "--unknown"}).exitCode == 2);
    CHECK(parse({"--bench", "nothing"}).exitCode == 2);
}
