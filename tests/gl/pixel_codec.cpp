#include "pixel_codec.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <sstream>

namespace gltest {

namespace {

struct Field {
    char component;
    unsigned bit, width;
    int lane() const { return int(std::string("rgba").find(component)); }
};

std::vector<Field> fieldsOf(const PixelLayout& layout) {
    std::vector<Field> fields;
    std::istringstream text(layout.fields);
    unsigned bit = 0;
    for (std::string word; text >> word;) {
        const auto width = unsigned(std::stoul(word.substr(1)));
        if (word[0] != 'x') fields.push_back({word[0], bit, width});
        bit += width;
    }
    return fields;
}

// A field lies in one little-endian half of 16 bytes at most.
uint64_t loadBits(const std::byte* bytes, const Field& f) {
    uint64_t value = 0;
    for (unsigned i = 0; i < f.width; ++i) {
        const unsigned at = f.bit + i;
        value |= uint64_t(unsigned(bytes[at / 8]) >> (at % 8) & 1U) << i;
    }
    return value;
}

void storeBits(std::byte* bytes, const Field& f, uint64_t value) {
    for (unsigned i = 0; i < f.width; ++i) {
        const unsigned at = f.bit + i;
        bytes[at / 8] |= std::byte((value >> i & 1U) << (at % 8));
    }
}

// Small floats: five bits of exponent, bias 15; a sign only in the one of 16 bits.
unsigned mantissaBits(unsigned width) { return width == 16 ? 10 : width - 5; }

double fromSmallFloat(uint64_t code, unsigned width) {
    const unsigned mantissa = mantissaBits(width);
    const auto exponent = int(code >> mantissa & 31);
    const double fraction = double(code & ((1U << mantissa) - 1)) / double(1U << mantissa);
    const double value = exponent == 0 ? std::ldexp(fraction, -14) : std::ldexp(1 + fraction, exponent - 15);
    return width == 16 && (code >> 15 & 1) != 0 ? -value : value;
}

uint64_t toSmallFloat(double value, unsigned width) {
    const unsigned mantissa = mantissaBits(width);
    const bool isNegative = std::signbit(value);
    if (isNegative && width != 16) return 0;
    value = std::abs(value);
    const int exponent = std::max(value > 0 ? std::ilogb(value) : -14, -14);
    // Steps from 0 at that exponent; a carry walks into the exponent by itself.
    const auto steps = uint64_t(std::nearbyint(std::ldexp(value, int(mantissa) - exponent)));
    const uint64_t code = (uint64_t(exponent + 14) << mantissa) + steps;
    return code | (isNegative ? 1U << 15 : 0U);
}

double fromCode(const PixelLayout& layout, const Field& f, uint64_t code) {
    const double most = std::ldexp(1.0, int(f.width)) - 1;
    const bool isNegative = (code >> (f.width - 1) & 1) != 0;
    const double asSigned = isNegative ? double(code) - std::ldexp(1.0, int(f.width)) : double(code);
    switch (layout.numeric) {
    case Numeric::Unorm: return double(code) / most;
    case Numeric::Snorm: return std::max(-1.0, asSigned / (std::ldexp(1.0, int(f.width) - 1) - 1));
    case Numeric::Uint: return double(code);
    case Numeric::Sint: return asSigned;
    case Numeric::ExtendedRange: return (double(code) - 384) / 510;
    default: return f.width == 32 ? double(std::bit_cast<float>(uint32_t(code))) : fromSmallFloat(code, f.width);
    }
}

uint64_t toCode(const PixelLayout& layout, const Field& f, double v) {
    const double most = std::ldexp(1.0, int(f.width)) - 1, mostSigned = std::ldexp(1.0, int(f.width) - 1) - 1;
    const uint64_t mask = f.width == 64 ? ~0ULL : (1ULL << f.width) - 1;
    switch (layout.numeric) {
    case Numeric::Unorm: return uint64_t(std::nearbyint(std::clamp(v, 0.0, 1.0) * most));
    case Numeric::Snorm: return uint64_t(int64_t(std::nearbyint(std::clamp(v, -1.0, 1.0) * mostSigned))) & mask;
    case Numeric::Uint: return uint64_t(v);
    case Numeric::Sint: return uint64_t(int64_t(v)) & mask;
    case Numeric::ExtendedRange: return uint64_t(std::clamp(std::nearbyint(v * 510 + 384), 0.0, 1023.0));
    default: return f.width == 32 ? uint64_t(std::bit_cast<uint32_t>(float(v))) : toSmallFloat(v, f.width);
    }
}

// RGB9E5: three mantissas of nine bits without a leading one, exponent with bias 15.
Rgba decodeShared(const std::byte* bytes) {
    uint32_t word = 0;
    std::memcpy(&word, bytes, 4);
    const int exponent = int(word >> 27) - 15 - 9;
    return {std::ldexp(double(word & 511), exponent), std::ldexp(double(word >> 9 & 511), exponent), std::ldexp(double(word >> 18 & 511), exponent), 1};
}

std::vector<std::byte> encodeShared(const Rgba& v) {
    const double most = std::max({v[0], v[1], v[2]});
    const int exponent = most > 0 ? std::max(std::ilogb(most) + 1, -15) : -15;
    uint32_t word = uint32_t(exponent + 15) << 27;
    for (unsigned i = 0; i < 3; ++i) word |= std::min(511U, uint32_t(std::nearbyint(std::ldexp(v[i], 9 - exponent)))) << (9 * i);
    std::vector<std::byte> bytes(4);
    std::memcpy(bytes.data(), &word, 4);
    return bytes;
}

} // namespace

const std::vector<PixelLayout>& pixelLayouts() {
    using enum Numeric;
    static const std::vector<PixelLayout> layouts = {
        {1, Unorm, false, "a8"},
        {10, Unorm, false, "r8"}, {11, Unorm, true, "r8"}, {12, Snorm, false, "r8"}, {13, Uint, false, "r8"}, {14, Sint, false, "r8"},
        {20, Unorm, false, "r16"}, {22, Snorm, false, "r16"}, {23, Uint, false, "r16"}, {24, Sint, false, "r16"}, {25, Float, false, "r16"},
        {30, Unorm, false, "r8 g8"}, {31, Unorm, true, "r8 g8"}, {32, Snorm, false, "r8 g8"}, {33, Uint, false, "r8 g8"}, {34, Sint, false, "r8 g8"},
        {40, Unorm, false, "b5 g6 r5"}, {41, Unorm, false, "a1 b5 g5 r5"}, {42, Unorm, false, "a4 b4 g4 r4"}, {43, Unorm, false, "b5 g5 r5 a1"},
        {53, Uint, false, "r32"}, {54, Sint, false, "r32"}, {55, Float, false, "r32"},
        {60, Unorm, false, "r16 g16"}, {62, Snorm, false, "r16 g16"}, {63, Uint, false, "r16 g16"}, {64, Sint, false, "r16 g16"}, {65, Float, false, "r16 g16"},
        {70, Unorm, false, "r8 g8 b8 a8"}, {71, Unorm, true, "r8 g8 b8 a8"}, {72, Snorm, false, "r8 g8 b8 a8"}, {73, Uint, false, "r8 g8 b8 a8"},
        {74, Sint, false, "r8 g8 b8 a8"}, {80, Unorm, false, "b8 g8 r8 a8"}, {81, Unorm, true, "b8 g8 r8 a8"},
        {90, Unorm, false, "r10 g10 b10 a2"}, {91, Uint, false, "r10 g10 b10 a2"}, {92, Float, false, "r11 g11 b10"},
        {93, SharedExponent, false, "r9 g9 b9 x5"}, {94, Unorm, false, "b10 g10 r10 a2"},
        {103, Uint, false, "r32 g32"}, {104, Sint, false, "r32 g32"}, {105, Float, false, "r32 g32"},
        {110, Unorm, false, "r16 g16 b16 a16"}, {112, Snorm, false, "r16 g16 b16 a16"}, {113, Uint, false, "r16 g16 b16 a16"},
        {114, Sint, false, "r16 g16 b16 a16"}, {115, Float, false, "r16 g16 b16 a16"},
        {123, Uint, false, "r32 g32 b32 a32"}, {124, Sint, false, "r32 g32 b32 a32"}, {125, Float, false, "r32 g32 b32 a32"},
        {552, ExtendedRange, false, "x6 b10 x6 g10 x6 r10 x6 a10"}, {553, ExtendedRange, true, "x6 b10 x6 g10 x6 r10 x6 a10"},
        {554, ExtendedRange, false, "b10 g10 r10 x2"}, {555, ExtendedRange, true, "b10 g10 r10 x2"},
    };
    return layouts;
}

size_t pixelBytes(const PixelLayout& layout) {
    unsigned bits = 0;
    std::istringstream text(layout.fields);
    for (std::string word; text >> word;) bits += unsigned(std::stoul(word.substr(1)));
    return bits / 8;
}

double srgbToLinear(double v) {
    const double a = std::abs(v);
    return std::copysign(a <= 0.04045 ? a / 12.92 : std::pow((a + 0.055) / 1.055, 2.4), v);
}

double linearToSrgb(double v) {
    const double a = std::abs(v);
    return std::copysign(a <= 0.0031308 ? a * 12.92 : 1.055 * std::pow(a, 1 / 2.4) - 0.055, v);
}

Rgba decodePixel(const PixelLayout& layout, const std::byte* bytes) {
    if (layout.numeric == Numeric::SharedExponent) return decodeShared(bytes);
    Rgba value{0, 0, 0, 1};
    for (const Field& f : fieldsOf(layout)) {
        const double v = fromCode(layout, f, loadBits(bytes, f));
        value[size_t(f.lane())] = layout.isSrgb && f.component != 'a' ? srgbToLinear(v) : v;
    }
    return value;
}

std::vector<std::byte> encodePixel(const PixelLayout& layout, const Rgba& value) {
    if (layout.numeric == Numeric::SharedExponent) return encodeShared(value);
    std::vector<std::byte> bytes(pixelBytes(layout));
    for (const Field& f : fieldsOf(layout)) {
        const double v = value[size_t(f.lane())];
        storeBits(bytes.data(), f, toCode(layout, f, layout.isSrgb && f.component != 'a' ? linearToSrgb(v) : v));
    }
    return bytes;
}

uint64_t codeDistance(const PixelLayout& layout, const std::byte* a, const std::byte* b) {
    const bool isSigned = layout.numeric == Numeric::Snorm || layout.numeric == Numeric::Sint;
    uint64_t most = 0;
    for (const Field& f : fieldsOf(layout)) {
        int64_t x = int64_t(loadBits(a, f)), y = int64_t(loadBits(b, f));
        const int64_t wrap = int64_t(1) << f.width;
        if (isSigned && x >= wrap / 2) x -= wrap;
        if (isSigned && y >= wrap / 2) y -= wrap;
        most = std::max(most, uint64_t(std::abs(x - y)));
    }
    return most;
}

} // namespace gltest
