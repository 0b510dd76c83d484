// The HUD's strings: a pure function of two snapshots. Built twice a second, not per frame.
#pragma once

#include <string>
#include <vector>

#include "ui/hud_snapshot.h"

namespace ui {

inline constexpr double kHudPeriodSeconds = 0.5;
inline constexpr size_t kHudCommandRows = 8;
inline constexpr size_t kHudDeclineRows = 6;

struct HudText {
    std::vector<std::string> fps;        // the head line, the GL line, work per frame, displays
    std::string cost;                    // what the engine and this HUD use of a CPU; part of the fps item
    std::vector<std::string> frameTimes; // the legend of the graph
    std::vector<std::string> shaders;    // what is compiling and for how long; none when nothing is
    std::vector<std::string> commands;   // by rate, highest first
    std::vector<std::string> declines;   // by count, highest first
    std::vector<std::string> memory;

    // Whether the guest did something in between. The cost is left out: a HUD painted for its own cost alone would never rest.
    bool saysTheSameAs(const HudText& other) const;
};

// `before` is the snapshot of the previous call; rates are differences over the time between the two.
HudText composeHudText(const HudSnapshot& before, const HudSnapshot& now);

// The value below which `share` (0..1) of `values` lie; 0 when there are none.
float percentile(std::vector<float> values, double share);

} // namespace ui
