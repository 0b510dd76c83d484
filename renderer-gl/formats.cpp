#include "renderer-gl/formats.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace gl {

namespace {

constexpr PixelFormat kFormats[] = {
#define PIXEL_FORMAT(value, name, bytes, width, height, internal, format, type, kind, need)                                                         \
    {pvg::mtl::PixelFormat(value), #name, bytes, width, height, internal, format, type, FormatKind::kind, FormatNeed::need},
#include "renderer-gl/formats.inc"
#undef PIXEL_FORMAT
};

constexpr size_t kMaxFormatNumber = 263;

constexpr auto kIndex = [] {
    std::array<uint16_t, kMaxFormatNumber + 1> index{}; // row + 1
    for (size_t row = 0; row < std::size(kFormats); ++row) index[size_t(kFormats[row].metal)] = uint16_t(row + 1);
    return index;
}();

} // namespace

uint8_t PixelFormat::sampledType() const {
    if (kind == FormatKind::Sint) return 1;
    if (kind == FormatKind::Uint || kind == FormatKind::Stencil || kind == FormatKind::StencilView) return 2;
    return 0;
}

const PixelFormat* findFormat(pvg::mtl::PixelFormat format) {
    const size_t number = size_t(format);
    if (number > kMaxFormatNumber || kIndex[number] == 0) return nullptr;
    return &kFormats[kIndex[number] - 1];
}

const PixelFormat* FormatTable::begin() const { return std::begin(kFormats); }
const PixelFormat* FormatTable::end() const { return std::end(kFormats); }

} // namespace gl
