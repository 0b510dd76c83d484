#include "tests/random/model.h"

#include <cstdio>
#include <cstring>

namespace randomtest {

Color decodeTexel(Format format, const uint8_t* t) {
    switch (format) {
    case Format::R8Unorm:
        return {t[0], 0, 0, 255};
    case Format::RGBA8Unorm:
        return {t[0], t[1], t[2], t[3]};
    case Format::BGRA8Unorm:
        return {t[2], t[1], t[0], t[3]};
    case Format::R32Uint:
        return {uint32_t(t[0]) | uint32_t(t[1]) << 8 | uint32_t(t[2]) << 16 | uint32_t(t[3]) << 24, 0, 0, 1};
    }
    return {};
}

void encodeTexel(Format format, const Color& c, uint8_t* t) {
    switch (format) {
    case Format::R8Unorm:
        t[0] = uint8_t(c[0]);
        return;
    case Format::RGBA8Unorm:
        for (size_t i = 0; i < 4; ++i) t[i] = uint8_t(c[i]);
        return;
    case Format::BGRA8Unorm:
        for (const auto& [at, from] : {std::pair{0, 2}, {1, 1}, {2, 0}, {3, 3}}) t[at] = uint8_t(c[size_t(from)]);
        return;
    case Format::R32Uint:
        for (int i = 0; i < 4; ++i) t[i] = uint8_t(c[0] >> (8 * i));
        return;
    }
}

void fillRect(const Plane& plane, const Rect& rect, const Color& color) {
    for (uint32_t y = rect.y; y < rect.y + rect.height; ++y)
        for (uint32_t x = rect.x; x < rect.x + rect.width; ++x) plane.set(x, y, color);
}

void copyRect(const Plane& from, const Rect& rect, const Plane& to, uint32_t x, uint32_t y) {
    for (uint32_t row = 0; row < rect.height; ++row)
        std::memmove(to.texel(x, y + row), from.texel(rect.x, rect.y + row), uint64_t(rect.width) * texelBytes(from.format()));
}

void copyTexels(const Image& image, const ByteVector& from, ByteVector& to) {
    for (const Level& level : image.levels)
        for (uint32_t slice = 0; slice < image.slices; ++slice)
            for (uint32_t y = 0; y < level.height; ++y) {
                const uint64_t at = level.offset + slice * level.slicePitch + y * level.pitch;
                std::memcpy(to.data() + at, from.data() + at, uint64_t(level.width) * texelBytes(image.format));
            }
}

std::string firstDifference(const ByteVector& expected, const std::vector<std::byte>& got) {
    if (expected.size() != got.size()) return "sizes differ";
    for (size_t i = 0; i < got.size(); ++i)
        if (expected[i] != uint8_t(got[i])) {
            char text[96];
            std::snprintf(text, sizeof text, "byte %zu of %zu is 0x%02x, 0x%02x is right", i, got.size(), unsigned(got[i]), unsigned(expected[i]));
            return text;
        }
    return {};
}

} // namespace randomtest
