// Which parts of the HUD are on: the argument of --hud.
#pragma once

#include <string>
#include <string_view>

#include "pvg/base/result.h"

namespace ui {

struct HudItems {
    bool fps = false;
    bool frameTimes = false;
    bool commands = false;
    bool declines = false;
    bool memory = false;
    bool shaders = false;

    bool any() const { return fps || frameTimes || commands || declines || memory || shaders; }
    bool operator==(const HudItems&) const = default;
};

inline constexpr std::string_view kDefaultHudItems = "fps,frametimes,shaders,commands,declines";

// A comma-separated list of fps, frametimes, shaders, commands, declines, memory; "full" is all of them, "none" or an empty list is none.
pvg::Result<HudItems> parseHudItems(std::string_view list);
// "fps, frametimes, ..." for help texts.
std::string hudItemNames();

} // namespace ui
