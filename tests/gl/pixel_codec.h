// What the bytes of an uncompressed pixel format mean, by arithmetic alone: no table of the product, no OpenGL.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace gltest {

enum class Numeric { Unorm, Snorm, Uint, Sint, Float, ExtendedRange, SharedExponent };

struct PixelLayout {
    unsigned number; // MTLPixelFormat
    Numeric numeric;
    bool isSrgb;
    std::string fields; // from the lowest bit: component (r g b a, x padding) and bits, "b5 g6 r5"
};

// Every uncompressed colour format, 4:2:2 aside.
const std::vector<PixelLayout>& pixelLayouts();
size_t pixelBytes(const PixelLayout& layout);

using Rgba = std::array<double, 4>;
// Components the format lacks are 0, alpha 1.
Rgba decodePixel(const PixelLayout& layout, const std::byte* bytes);
// Clamped and rounded to the nearest; padding is 0.
std::vector<std::byte> encodePixel(const PixelLayout& layout, const Rgba& value);
// The largest distance between the codes of two pixels' components, in steps of the component.
uint64_t codeDistance(const PixelLayout& layout, const std::byte* a, const std::byte* b);

double srgbToLinear(double encoded);
double linearToSrgb(double linear);

} // namespace gltest
