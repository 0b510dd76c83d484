// Where a guest picture lies in a window: as large as fits, aspect kept, centred; the rest is black. Pure.
#pragma once

#include <algorithm>
#include <cstdint>

namespace app {

// Pixels, origin top left.
struct Rect {
    int32_t x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect&) const = default;
};

// Empty when either side has no area.
constexpr Rect fitRect(uint32_t srcWidth, uint32_t srcHeight, uint32_t dstWidth, uint32_t dstHeight) {
    if (srcWidth == 0 || srcHeight == 0 || dstWidth == 0 || dstHeight == 0) return {};
    uint64_t sw = srcWidth, sh = srcHeight, dw = dstWidth, dh = dstHeight;
    uint64_t width = dw, height = dh;
    if (dw * sh <= dh * sw) height = std::max<uint64_t>((dw * sh + sw / 2) / sw, 1);
    else width = std::max<uint64_t>((dh * sw + sh / 2) / sh, 1);
    return {int32_t((dw - width) / 2), int32_t((dh - height) / 2), int32_t(width), int32_t(height)};
}

struct PointF {
    float x = 0, y = 0;
};

// A point of the guest picture, in window pixels.
constexpr PointF mapToWindow(const Rect& fit, uint32_t srcWidth, uint32_t srcHeight, PointF p) {
    if (srcWidth == 0 || srcHeight == 0) return {};
    return {float(fit.x) + p.x * float(fit.width) / float(srcWidth), float(fit.y) + p.y * float(fit.height) / float(srcHeight)};
}

} // namespace app
