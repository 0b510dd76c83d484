// What one display tells the guest about itself.
#pragma once

#include <cstdint>
#include <vector>

#include "pvg/display/display_types.h"

namespace pvg {

struct DisplayConfig {
    std::vector<DisplayMode> modes{DisplayMode{}}; // 0 = preferred
    bool gamma = true;                             // the host takes gamma tables
};

// Physical size. Multiples of 10 (EDID stores whole centimetres) in the mode's aspect where it has small terms, about 102 dpi (device.md 8.4).
struct Millimetres {
    uint16_t width = 0, height = 0;
};
Millimetres physicalSize(const DisplayMode& mode);

// 16.16 Hz.
uint32_t refreshFixed(const DisplayMode& mode);

} // namespace pvg
