#include "renderer-gl/formats.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace gl {

namespace {

constexpr PixelFormat kFormats[] = {
#define PIXEL_FORMAT(value, name, bytes, width, height, internal, format, type, kind, need)                                                         \
    {pvg::mtl::PixelFormat(value), #name, bytes, width, height, internal, format, type, FormatKind::kind, FormatNeed::need},
#define PACKED_FORMAT(value, name, bytes, width, internal, type, packing)                                                                            \
    {pvg::mtl::PixelFormat(value), #name, bytes, width, 1, internal, GL_RGBA, type, FormatKind::Float, FormatNeed::Core, Packing::packing},
#include "renderer-gl/formats.inc"
#undef PACKED_FORMAT
#undef PIXEL_FORMAT
};

constexpr size_t kMaxFormatNumber = 555;

constexpr auto kIndex = [] {
    std::array<uint16_t, kMaxFormatNumber + 1> index{}; // row + 1
    for (size_t row = 0; row < std::size(kFormats); ++row) index[size_t(kFormats[row].metal)] = uint16_t(row + 1);
    return index;
}();

// Formats of one size that GL keeps apart all the same: each can only be seen as itself or, where there is one, as its sRGB form.
GLenum classOf(const PixelFormat& f) {
    switch (f.internal) {
    case GL_COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT: return GL_COMPRESSED_RGBA_S3TC_DXT1_EXT;
    case GL_COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT: return GL_COMPRESSED_RGBA_S3TC_DXT3_EXT;
    case GL_COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT: return GL_COMPRESSED_RGBA_S3TC_DXT5_EXT;
    case GL_COMPRESSED_SRGB_ALPHA_BPTC_UNORM: return GL_COMPRESSED_RGBA_BPTC_UNORM;
    case GL_COMPRESSED_SRGB8_ETC2: return GL_COMPRESSED_RGB8_ETC2;
    case GL_COMPRESSED_SRGB8_PUNCHTHROUGH_ALPHA1_ETC2: return GL_COMPRESSED_RGB8_PUNCHTHROUGH_ALPHA1_ETC2;
    case GL_COMPRESSED_SRGB8_ALPHA8_ETC2_EAC: return GL_COMPRESSED_RGBA8_ETC2_EAC;
    case GL_RGB565:
    case GL_RGB5_A1:
    case GL_RGBA4: return f.internal;
    default: break;
    }
    const bool isSrgbAstc = f.internal >= GL_COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR && f.internal <= GL_COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR;
    if (isSrgbAstc) return f.internal - GL_COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR + GL_COMPRESSED_RGBA_ASTC_4x4_KHR;
    return f.isCompressed() || !f.isColor() ? f.internal : GL_NONE;
}

} // namespace

uint8_t PixelFormat::channels() const {
    if (packing == Packing::Bgr10Xr || packing == Packing::Bgr10XrSrgb || isSubsampled()) return 7;
    if (internal != GL_SRGB8_ALPHA8) return kAllFormatChannels;
    return transferFormat == GL_RED ? 1 : transferFormat == GL_RG ? 3 : kAllFormatChannels;
}

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

const PixelFormat& texelFormat(const PixelFormat& format) {
    if (format.packing == Packing::Native) return format;
    constexpr pvg::mtl::PixelFormat kRgba8{70}, kRgba16Float{115};
    return *findFormat(format.isSubsampled() ? kRgba8 : kRgba16Float);
}

bool sameViewClass(const PixelFormat& a, const PixelFormat& b) {
    if (!a.keepsCells() || !b.keepsCells()) return a.metal == b.metal;
    return a.blockBytes == b.blockBytes && classOf(a) == classOf(b);
}

const PixelFormat* FormatTable::begin() const { return std::begin(kFormats); }
const PixelFormat* FormatTable::end() const { return std::end(kFormats); }

} // namespace gl
