// The two wire forms of a texture descriptor body (objects.md 4.6, 4.7) and what both must satisfy (objects.md 13.6).
#pragma once

#include <cstddef>
#include <span>

#include "pvg/base/decline.h"
#include "pvg/object/descriptors.h"

namespace pvg {

inline constexpr size_t kNarrowBodySize = 32;
inline constexpr size_t kWideBodySize = 40;
inline constexpr uint32_t kMaxMipLevels = 16;

Declined<TextureBody> parseNarrowBody(std::span<const std::byte> bytes);
Declined<TextureBody> parseWideBody(std::span<const std::byte> bytes);
Declined<std::array<mtl::Swizzle, 4>> parseSwizzle(std::span<const std::byte> bytes);

// Layers a level holds: array length, times six for cubes.
uint32_t sliceCount(const TextureBody& body);

struct HeapPlacement {
    uint64_t size = 0;
    uint64_t alignment = 0;
};
// What placing such a texture into a heap takes (reply of 0x40; objects.md 6).
HeapPlacement heapPlacement(const TextureBody& body);

} // namespace pvg
