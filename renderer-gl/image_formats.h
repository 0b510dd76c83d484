// Formats of image units, with their GLSL qualifiers.
#pragma once

#include <epoxy/gl.h>

#include <cstdint>
#include <string_view>

namespace gl {

struct ImageFormat {
    std::string_view qualifier;
    GLenum format;
    uint32_t bytes;
};

// How a store of the internal format is bound to an image unit: sRGB stores as their bits. Null: it cannot be.
const ImageFormat* imageFormatOf(GLenum internal);
const ImageFormat* imageFormatOf(std::string_view qualifier);

} // namespace gl
