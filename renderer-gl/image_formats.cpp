#include "renderer-gl/image_formats.h"

#include <algorithm>
#include <iterator>

namespace gl {

namespace {

// Table 8.26 of the OpenGL 4.5 specification.
constexpr ImageFormat kFormats[] = {
    {"rgba32f", GL_RGBA32F, 16},
    {"rgba16f", GL_RGBA16F, 8},
    {"rgba16", GL_RGBA16, 8},
    {"rgba16_snorm", GL_RGBA16_SNORM, 8},
    {"rgba8", GL_RGBA8, 4},
    {"rgba8_snorm", GL_RGBA8_SNORM, 4},
    {"rgba32i", GL_RGBA32I, 16},
    {"rgba32ui", GL_RGBA32UI, 16},
    {"rgba16i", GL_RGBA16I, 8},
    {"rgba16ui", GL_RGBA16UI, 8},
    {"rgba8i", GL_RGBA8I, 4},
    {"rgba8ui", GL_RGBA8UI, 4},
    {"rg32f", GL_RG32F, 8},
    {"rg16f", GL_RG16F, 4},
    {"rg16", GL_RG16, 4},
    {"rg16_snorm", GL_RG16_SNORM, 4},
    {"rg8", GL_RG8, 2},
    {"rg8_snorm", GL_RG8_SNORM, 2},
    {"rg32i", GL_RG32I, 8},
    {"rg32ui", GL_RG32UI, 8},
    {"rg16i", GL_RG16I, 4},
    {"rg16ui", GL_RG16UI, 4},
    {"rg8i", GL_RG8I, 2},
    {"rg8ui", GL_RG8UI, 2},
    {"r32f", GL_R32F, 4},
    {"r16f", GL_R16F, 2},
    {"r16", GL_R16, 2},
    {"r16_snorm", GL_R16_SNORM, 2},
    {"r8", GL_R8, 1},
    {"r8_snorm", GL_R8_SNORM, 1},
    {"r32i", GL_R32I, 4},
    {"r32ui", GL_R32UI, 4},
    {"r16i", GL_R16I, 2},
    {"r16ui", GL_R16UI, 2},
    {"r8i", GL_R8I, 1},
    {"r8ui", GL_R8UI, 1},
    {"r11f_g11f_b10f", GL_R11F_G11F_B10F, 4},
    {"rgb10_a2", GL_RGB10_A2, 4},
    {"rgb10_a2ui", GL_RGB10_A2UI, 4},
};

template <class Matches>
const ImageFormat* findFormat(const Matches& matches) {
    const auto found = std::find_if(std::begin(kFormats), std::end(kFormats), matches);
    return found != std::end(kFormats) ? found : nullptr;
}

GLenum withoutTransfer(GLenum internal) {
    return internal == GL_SRGB8_ALPHA8 ? GL_RGBA8 : internal;
}

} // namespace

const ImageFormat* imageFormatOf(GLenum internal) {
    return findFormat([format = withoutTransfer(internal)](const ImageFormat& row) { return row.format == format; });
}

const ImageFormat* imageFormatOf(std::string_view qualifier) {
    return findFormat([qualifier](const ImageFormat& row) { return row.qualifier == qualifier; });
}

} // namespace gl
