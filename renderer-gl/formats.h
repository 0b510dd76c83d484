// Pixel formats: MTLPixelFormat to OpenGL, from formats.inc.
//
// BGRA order. Formats 43, 80, 81 and 94 are stored in component order (red in red), so that sampling, blending, write masks and clear
// colours need no correction anywhere; BGRA exists in transfers only. Their store is therefore not byte-identical with the guest's cell:
// raw copies and views between a BGRA and an RGBA format of one size exchange red and blue (`isBgra` differs), see texture_views.cpp and
// image_copies.cpp. A8 (1) is stored in red: sampling swizzles it to alpha, rendering routes alpha to red (fragment_outputs.h).
#pragma once

#include <epoxy/gl.h>

#include <cstdint>
#include <string_view>

#include "pvg/object/metal.h"

namespace gl {

enum class FormatKind : uint8_t { Float, Alpha, Sint, Uint, Depth, Stencil, DepthStencil, StencilView, Compressed };
enum class FormatNeed : uint8_t { Core, S3tc, SrgbR8, SrgbRg8, AstcLdr, AstcHdr };

struct PixelFormat {
    pvg::mtl::PixelFormat metal;
    std::string_view name;
    uint32_t blockBytes, blockWidth, blockHeight;
    GLenum internal, transferFormat, transferType;
    FormatKind kind;
    FormatNeed need;

    bool isBgra() const { return transferFormat == GL_BGRA; }
    bool isCompressed() const { return kind == FormatKind::Compressed; }
    bool isInteger() const { return kind == FormatKind::Sint || kind == FormatKind::Uint; }
    bool hasDepth() const { return kind == FormatKind::Depth || kind == FormatKind::DepthStencil; }
    bool hasStencil() const { return kind == FormatKind::Stencil || kind == FormatKind::DepthStencil || kind == FormatKind::StencilView; }
    bool isColor() const { return kind <= FormatKind::Uint; }
    // 0 float, 1 int, 2 uint: what a sampler of the texture returns (reflection.h, componentType).
    uint8_t sampledType() const;
};

// Null: no OpenGL equivalent.
const PixelFormat* findFormat(pvg::mtl::PixelFormat format);

// Every row, for tests and for the capability report.
struct FormatTable {
    const PixelFormat* begin() const;
    const PixelFormat* end() const;
};

} // namespace gl
