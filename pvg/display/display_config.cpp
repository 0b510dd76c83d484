#include "pvg/display/display_config.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pvg {

namespace {

constexpr double kMillimetresPerPixel = 480.0 / 1920.0;

uint16_t nearestTen(double millimetres) { return uint16_t(std::clamp(std::round(millimetres / 10), 1.0, 6000.0) * 10); }

} // namespace

Millimetres physicalSize(const DisplayMode& mode) {
    double wanted = mode.width * kMillimetresPerPixel;
    uint32_t divisor = std::max(std::gcd(mode.width, mode.height), 1U);
    uint32_t aspectWidth = mode.width / divisor, aspectHeight = mode.height / divisor;
    double steps = std::round(wanted / (10.0 * aspectWidth));
    if (steps < 1) return {nearestTen(wanted), nearestTen(mode.height * kMillimetresPerPixel)};
    return {nearestTen(steps * 10 * aspectWidth), nearestTen(steps * 10 * aspectHeight)};
}

uint32_t refreshFixed(const DisplayMode& mode) { return uint32_t(std::lround(std::clamp(mode.refresh, 1.0, 1000.0) * 65536)); }

} // namespace pvg
