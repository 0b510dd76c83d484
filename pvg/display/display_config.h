// What one display tells the guest about itself, and the mode lists of the command line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pvg/base/ids.h"
#include "pvg/base/result.h"
#include "pvg/display/display_types.h"

namespace pvg {

inline constexpr size_t kMaxModes = 128; // the shared page has room for no more (device.md 8.2)
inline constexpr uint32_t kMaxDisplays = 8;

struct DisplayConfig {
    std::vector<DisplayMode> modes{DisplayMode{}}; // 0 = preferred
    bool gamma = true;                             // the host takes gamma tables
    uint32_t displays = 1;                         // of the machine
};

// At most 13 characters; tells displays apart where there are several.
std::string displayName(DisplayPort port, uint32_t displays);

// Physical size. Multiples of 10 (EDID stores whole centimetres) in the mode's aspect where it has small terms, about 102 dpi (device.md 8.4).
struct Millimetres {
    uint16_t width = 0, height = 0;
};
Millimetres physicalSize(const DisplayMode& mode);

// 16.16 Hz.
uint32_t refreshFixed(const DisplayMode& mode);

// "1920x1080@60" (refresh in Hz, may have a fraction; 60 when absent): 64 to 16384 pixels a side, 64 million in all, 1 to 1000 Hz.
Result<DisplayMode> parseDisplayMode(std::string_view text);
// Each one as above, none twice, at most kMaxModes.
Result<std::vector<DisplayMode>> parseDisplayModes(const std::vector<std::string>& texts);

// "hotplug@N" and "modes@N", N from 1.
Result<DisplayFault> parseDisplayFault(std::string_view text);

} // namespace pvg
