#include <array>

#include "renderer-gl/vertex_layout.h"

namespace gl {

namespace {

constexpr VertexFormatInfo integer(GLint n, GLenum type) { return {n, type, false, true}; }
constexpr VertexFormatInfo normalized(GLint n, GLenum type) { return {n, type, true, false}; }
constexpr VertexFormatInfo floating(GLint n, GLenum type) { return {n, type, false, false}; }

// Index = MTLVertexFormat.
constexpr std::array<VertexFormatInfo, 56> kFormats = [] {
    std::array<VertexFormatInfo, 56> t{};
    constexpr GLenum kSmall[] = {GL_UNSIGNED_BYTE, GL_BYTE};
    constexpr GLenum kShort[] = {GL_UNSIGNED_SHORT, GL_SHORT};
    for (size_t sign = 0; sign < 2; ++sign) {
        for (size_t n = 2; n <= 4; ++n) {
            t[1 + sign * 3 + n - 2] = integer(GLint(n), kSmall[sign]);
            t[7 + sign * 3 + n - 2] = normalized(GLint(n), kSmall[sign]);
            t[13 + sign * 3 + n - 2] = integer(GLint(n), kShort[sign]);
            t[19 + sign * 3 + n - 2] = normalized(GLint(n), kShort[sign]);
        }
        t[45 + sign] = integer(1, kSmall[sign]);
        t[47 + sign] = normalized(1, kSmall[sign]);
        t[49 + sign] = integer(1, kShort[sign]);
        t[51 + sign] = normalized(1, kShort[sign]);
    }
    for (size_t n = 2; n <= 4; ++n) t[25 + n - 2] = floating(GLint(n), GL_HALF_FLOAT);
    for (size_t n = 1; n <= 4; ++n) {
        t[28 + n - 1] = floating(GLint(n), GL_FLOAT);
        t[32 + n - 1] = integer(GLint(n), GL_INT);
        t[36 + n - 1] = integer(GLint(n), GL_UNSIGNED_INT);
    }
    t[40] = normalized(4, GL_INT_2_10_10_10_REV);
    t[41] = normalized(4, GL_UNSIGNED_INT_2_10_10_10_REV);
    t[42] = normalized(GL_BGRA, GL_UNSIGNED_BYTE);
    t[53] = floating(1, GL_HALF_FLOAT);
    t[54] = floating(3, GL_UNSIGNED_INT_10F_11F_11F_REV);
    return t;
}();

} // namespace

// 55 (RGB9E5) has no GL vertex type.
const VertexFormatInfo* findVertexFormat(pvg::mtl::VertexFormat format) {
    const size_t number = size_t(format);
    return number < kFormats.size() && kFormats[number].components != 0 ? &kFormats[number] : nullptr;
}

} // namespace gl
