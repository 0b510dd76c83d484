// Pictures the guest's CPU paints once: the wallpaper and a photograph. Rows of B,G,R,A words.
#pragma once

#include <cstdint>
#include <vector>

namespace pvg::guest::desktop {

struct Extent {
    uint32_t width = 0, height = 0;
};
// Ridges under an evening sky.
std::vector<uint32_t> paintWallpaper(Extent size);
// The same country by night.
std::vector<uint32_t> paintPhoto(Extent size);

} // namespace pvg::guest::desktop
