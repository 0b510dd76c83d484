// Sizes of pixel formats in guest memory, from pixel_formats.inc.
#pragma once

#include <cstdint>

#include "pvg/object/metal.h"

namespace pvg {

struct PixelFormatInfo {
    enum Flags : uint8_t { Depth = 1, Stencil = 2, Compressed = 4 };
    const char* name = "";
    uint8_t bytesPerBlock = 0; // 0: not a format this host knows
    uint8_t blockWidth = 1, blockHeight = 1;
    uint8_t flags = 0;

    bool known() const { return bytesPerBlock != 0; }
    bool isDepthOrStencil() const { return (flags & (Depth | Stencil)) != 0; }
    bool isCompressed() const { return (flags & Compressed) != 0; }
    // Blocks across `texels`.
    uint64_t blocksWide(uint64_t texels) const { return (texels + blockWidth - 1) / blockWidth; }
    uint64_t blocksHigh(uint64_t texels) const { return (texels + blockHeight - 1) / blockHeight; }
};

inline constexpr PixelFormatInfo pixelFormatInfo(mtl::PixelFormat format) {
    constexpr uint8_t Depth = PixelFormatInfo::Depth, Stencil = PixelFormatInfo::Stencil, Compressed = PixelFormatInfo::Compressed;
    switch (uint16_t(format)) {
#define PIXEL_FORMAT(number, name, bytes, width, height, flags)                                                                              \
    case number: return {#name, bytes, width, height, uint8_t(flags)};
#include "pvg/object/pixel_formats.inc"
#undef PIXEL_FORMAT
    default: return {};
    }
}

} // namespace pvg
