// Pixel formats: MTLPixelFormat to OpenGL, from formats.inc.
//
// BGRA order. Formats 43, 80, 81 and 94 are stored in component order (red in red), so that sampling, blending, write masks and clear
// colours need no correction anywhere; BGRA exists in transfers only. Their store is therefore not byte-identical with the guest's cell:
// raw copies and views between a BGRA and an RGBA format of one size exchange red and blue (`isBgra` differs), see texture_views.cpp and
// blit_images.cpp. A8 (1) is stored in red: sampling swizzles it to alpha, rendering routes alpha to red (program_source.h).
// sRGB of one or two channels has no renderable form in GL: it is kept in the first channels of an RGBA store.
// Extended range and 4:2:2 have no form at all: a compute shader converts (Packing). What an extended-range store holds between passes is a
// half float, which is rounded and clamped to the format when it becomes cells again.
#pragma once

#include <epoxy/gl.h>

#include <cstdint>
#include <string_view>

#include "pvg/object/metal.h"

namespace gl {

enum class FormatKind : uint8_t { Float, Alpha, Sint, Uint, Depth, Stencil, DepthStencil, StencilView, Compressed };
enum class FormatNeed : uint8_t { Core, S3tc, AstcLdr, AstcHdr };
// How the guest's cells become texels. The numbers are those of shaders/builtin/cells.comp.
enum class Packing : uint8_t {
    Native, // by GL, as transferFormat and transferType say
    Bgr10Xr, Bgr10XrSrgb, Bgra10Xr, Bgra10XrSrgb, // extended range: half floats, decoded if sRGB
    Gbgr422, Bgrg422 // two texels a cell: each has its own green and both the cell's red and blue
};

struct PixelFormat {
    pvg::mtl::PixelFormat metal;
    std::string_view name;
    uint32_t blockBytes, blockWidth, blockHeight;
    GLenum internal, transferFormat, transferType;
    FormatKind kind;
    FormatNeed need;
    Packing packing = Packing::Native;

    bool isBgra() const { return transferFormat == GL_BGRA; }
    bool isCompressed() const { return kind == FormatKind::Compressed; }
    bool isInteger() const { return kind == FormatKind::Sint || kind == FormatKind::Uint; }
    bool hasDepth() const { return kind == FormatKind::Depth || kind == FormatKind::DepthStencil; }
    bool hasStencil() const { return kind == FormatKind::Stencil || kind == FormatKind::DepthStencil || kind == FormatKind::StencilView; }
    bool isColor() const { return kind <= FormatKind::Uint; }
    bool isSubsampled() const { return packing == Packing::Gbgr422 || packing == Packing::Bgrg422; }
    // Whether a texel of the store has the bits of a cell: others neither are viewed as other formats nor copied raw.
    bool keepsCells() const { return packing == Packing::Native && channels() == kAllFormatChannels; }
    // What the guest's format has of red, green, blue and alpha (bits 0 to 3), where the store has more; else all.
    uint8_t channels() const;
    static constexpr uint8_t kAllFormatChannels = 15;
    // 0 float, 1 int, 2 uint: what a sampler of the texture returns (reflection.h, componentType).
    uint8_t sampledType() const;
};

// Null: no OpenGL equivalent.
const PixelFormat* findFormat(pvg::mtl::PixelFormat format);
// The format whose cells are the texels of `format`'s store; `format` itself unless it is packed.
const PixelFormat& texelFormat(const PixelFormat& format);
// Whether GL lets views and copies see the bits of one store as the other (tables 8.22 and 18.4 of the OpenGL 4.5 specification).
bool sameViewClass(const PixelFormat& a, const PixelFormat& b);

// Every row, for tests and for the capability report.
struct FormatTable {
    const PixelFormat* begin() const;
    const PixelFormat* end() const;
};

} // namespace gl
