#include "app/renderer/stats.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using pvg::Counter;

TEST_CASE("the statistics hold every key of the command line's contract") {
    pvg::Counters counters;
    auto stats = app::composeStats(counters, {});
    for (const char* key : {"frames_presented", "commands", "declines", "draws", "passes", "bytes_uploaded", "bytes_written_back", "shaders", "gl",
                            "frame_ms", "cpu_us_per_draw", "bytes_gathered", "renderer_restarts", "lost_packets", "lost_resources", "channel_restarts"}) {
        CAPTURE(key);
        CHECK(stats.contains(key));
    }
    CHECK(stats["declines"].is_array());
    CHECK(stats["commands"].is_object());
    CHECK(stats["cpu_us_per_draw"] == 0.0);
    CHECK(stats["frame_ms"]["p99"] == 0.0);
}

TEST_CASE("the statistics are the counters' values") {
    pvg::Counters counters;
    size_t row = counters.registerCommand("ExecIndirect2");
    counters.registerCommand("NeverSeen");
    for (int i = 0; i < 3; ++i) counters.countCommand(row);
    counters.add(Counter::FramesPresented, 7);
    counters.add(Counter::Draws, 400);
    counters.add(Counter::ShadersTranslated, 5);
    auto decline = pvg::decline(pvg::DeclineReason::UnknownOpcode, "opcode {}", 99);
    decline.command = "render";
    counters.record(decline);
    counters.record(decline);

    app::RunFigures run{"llvmpipe", "4.5", {10, 20, 30, 40}, 0.002, {6, 2, 3, 4, 5, 1, 7}};
    counters.add(Counter::LostPackets, 2);
    run.glMessages = {{"performance", 3, "slow"}};
    run.displays.resize(2);
    run.displays[1].mode = {1280, 720, 59.94};
    run.displays[1].figures.vblanksMissed = 3;
    run.shaders = {3, 2, 812.5};
    auto stats = app::composeStats(counters, run);
    CHECK(stats["frames_presented"] == 7);
    CHECK(stats["draws"] == 400);
    CHECK(stats["commands"] == nlohmann::json{{"ExecIndirect2", 3}});
    REQUIRE(stats["declines"].size() == 1);
    CHECK(stats["declines"][0]["reason"] == "UnknownOpcode");
    CHECK(stats["declines"][0]["command"] == "render");
    CHECK(stats["declines"][0]["count"] == 2);
    CHECK(stats["shaders"] == nlohmann::json{{"translated", 5}, {"failed", 0}, {"cached", 0}, {"pending", 3}, {"worker_deaths", 2}, {"longest_ms", 812.5}});
    CHECK(stats["gl"]["renderer"] == "llvmpipe");
    CHECK(stats["frame_ms"]["p50"] == 20.0);
    CHECK(stats["frame_ms"]["p99"] == 40.0);
    CHECK(stats["cpu_us_per_draw"].get<double>() == doctest::Approx(5.0));
    CHECK(stats["gl"]["messages"] == nlohmann::json{{"performance", {{"count", 3}, {"sample", "slow"}}}});
    CHECK(stats["renderer_restarts"] == 6);
    CHECK(stats["gpu_resets"] == 5);
    CHECK(stats["gpu_hangs"] == 1);
    CHECK(stats["lost_packets"] == 9); // of this renderer and of those before it
    CHECK(stats["registers"]["interrupts"] == 4);
    REQUIRE(stats["displays"].size() == 2);
    CHECK(stats["displays"][0]["port"] == 0);
    CHECK(stats["displays"][0]["gamma"] == false);
    CHECK(stats["displays"][1]["mode"]["refresh"] == 59.94);
    CHECK(stats["displays"][1]["vblanks_missed"] == 3);
}
