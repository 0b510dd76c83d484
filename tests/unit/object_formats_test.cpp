// Every number a texture may name as its pixel format, against the list of Metal's own (objects.md 4.6).
#include "tests/unit/object_support.h"

#include "pvg/object/pixel_formats.h"

using namespace pvg;
using namespace pvg::test;

namespace {

struct Format {
    uint32_t number, bytes, blockWidth;
};
// Spot values from Metal's headers, one of each kind: plain, packed, block compressed, depth and stencil.
constexpr Format kKnown[] = {{1, 1, 1}, {10, 1, 1}, {55, 4, 1}, {70, 4, 1}, {80, 4, 1}, {81, 4, 1}, {90, 4, 1}, {115, 8, 1}, {125, 16, 1}, {252, 4, 1}, {253, 1, 1}};

std::vector<std::byte> viewOf(uint32_t format) {
    // Record 0x07: {op, length, ref, base, u16 format, u16 0} (objects.md 4.5).
    return Raw().u32(7).u32(20).u32(0).u32(9).u16(uint16_t(format)).u16(0).get();
}

} // namespace

TEST_CASE("formats of every kind have Metal's block sizes") {
    for (const Format& format : kKnown) {
        CAPTURE(format.number);
        const PixelFormatInfo info = pixelFormatInfo(mtl::PixelFormat(format.number));
        CHECK(uint32_t(info.bytesPerBlock) == format.bytes);
        CHECK(uint32_t(info.blockWidth) == format.blockWidth);
    }
}

TEST_CASE("a view names a format of the table, 0 for its base's, or is declined") {
    size_t known = 0;
    for (uint32_t number = 0; number <= 0xffff; ++number) {
        const bool isKnown = number == 0 || pixelFormatInfo(mtl::PixelFormat(number)).known();
        known += isKnown;
        const auto view = parseDescriptor(8, viewOf(number));
        if (bool(view) == isKnown) continue;
        CAPTURE(number);
        CHECK(bool(view) == isKnown);
    }
    CHECK(known > 100);
}
