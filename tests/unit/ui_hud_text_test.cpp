#include "ui/hud_text.h"

#include <doctest/doctest.h>

#include <algorithm>

using pvg::Counter;
using ui::HudSnapshot;

namespace {
HudSnapshot at(double seconds) {
    HudSnapshot s;
    s.seconds = seconds;
    return s;
}
bool holds(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }
} // namespace

TEST_CASE("rates are differences over the time between two snapshots") {
    HudSnapshot before = at(10.0), now = at(10.5);
    before.counters[size_t(Counter::FramesPresented)] = 100;
    now.counters[size_t(Counter::FramesPresented)] = 130;
    now.counters[size_t(Counter::Draws)] = 3000;
    now.engineCpuSeconds = 0.1;
    auto text = ui::composeHudText(before, now);
    CHECK(holds(text.fps[0], "60.0 fps"));
    CHECK(holds(text.fps[0], "frame 130"));
    CHECK(holds(text.fps[2], "100 draws"));
    CHECK(holds(text.cost, "20 %"));
}

TEST_CASE("commands are sorted by rate and limited") {
    HudSnapshot before = at(0), now = at(1);
    before.commands = {{"Idle", 500}};
    now.commands = {{"Idle", 500}, {"ExecIndirect2", 60}, {"DisplayTransaction2", 240}};
    auto text = ui::composeHudText(before, now);
    REQUIRE(text.commands.size() == 2);
    CHECK(holds(text.commands[0], "240/s  DisplayTransaction2"));
    CHECK(holds(text.commands[1], "60/s  ExecIndirect2"));

    static const std::vector<std::string> names{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    now.commands.clear();
    for (const auto& name : names) now.commands.push_back({name, 1});
    CHECK(ui::composeHudText(before, now).commands.size() == ui::kHudCommandRows);
}

TEST_CASE("declines show their sentence, the most frequent first, and how many kinds are not shown") {
    HudSnapshot now = at(1);
    for (uint64_t i = 1; i <= ui::kHudDeclineRows + 2; ++i) {
        now.declines.push_back({pvg::DeclineReason::BadField, "draw", i, "sentence " + std::to_string(i)});
    }
    auto text = ui::composeHudText(at(0), now);
    REQUIRE(text.declines.size() == ui::kHudDeclineRows + 1);
    CHECK(holds(text.declines.front(), "8x  sentence 8"));
    CHECK(text.declines.back() == "and 2 more kinds");
}

TEST_CASE("what is compiling is named with its age, and how many more there are") {
    HudSnapshot now = at(1);
    CHECK(ui::composeHudText(at(0), now).shaders.empty());
    now.compiling = {{"kernel blur", 2.34, true}, {"fragment main0", 0.25, false}};
    now.compilingCount = 40;
    const auto text = ui::composeHudText(at(0), now);
    REQUIRE(text.shaders.size() == 4);
    CHECK(text.shaders[0] == "compiling 40 shaders:");
    CHECK(text.shaders[1] == "    2.3 s  kernel blur");
    CHECK(text.shaders[2] == "    0.2 s  fragment main0 (waits)");
    CHECK(text.shaders[3] == "and 38 more");
    now.compiling.resize(1);
    now.compilingCount = 1;
    CHECK(ui::composeHudText(at(0), now).shaders == std::vector<std::string>{"compiling 1 shader:", "    2.3 s  kernel blur"});
    CHECK_FALSE(ui::composeHudText(at(0), now).saysTheSameAs(text));
}

TEST_CASE("percentile is the nearest rank") {
    CHECK(ui::percentile({}, 0.5) == 0.0F);
    CHECK(ui::percentile({4, 1, 3, 2}, 0.5) == 2.0F);
    CHECK(ui::percentile({4, 1, 3, 2}, 0.99) == 4.0F);
    CHECK(ui::percentile({7}, 0.0) == 7.0F);
}

TEST_CASE("two snapshots of the same moment give no rate and no division by zero") {
    HudSnapshot now = at(3);
    now.counters[size_t(Counter::FramesPresented)] = 5;
    CHECK(holds(ui::composeHudText(at(3), now).fps[0], "0.0 fps"));
}

TEST_CASE("a GPU that was lost is named with what it cost; one that was not is not") {
    HudSnapshot now = at(3);
    const auto says = [&] {
        const auto lines = ui::composeHudText(at(1), now).fps;
        return std::any_of(lines.begin(), lines.end(), [](const std::string& l) { return l == "the GPU was lost: resets 2, hangs 1, packets lost with it 7"; });
    };
    CHECK_FALSE(says());
    now.gpuResets = 2;
    now.gpuHangs = 1;
    now.lostPackets = 7;
    CHECK(says());
}
