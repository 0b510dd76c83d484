// Small matrices in columns, for right-handed models and Metal's clip space (depth 0 to 1, y up).
#pragma once

#include <array>

namespace pvg::guest::lit {

using Column = std::array<float, 4>;
struct Transform {
    std::array<Column, 4> columns{{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}}};
};
// `b` first.
Transform operator*(const Transform& a, const Transform& b);

Transform moved(float x, float y, float z);
enum class Axis { X, Y, Z };
// Counterclockwise for who looks against the axis; radians.
Transform turned(Axis axis, float angle);
// Vertical field of view in radians; the viewer looks down -z.
struct View {
    float field = 1, aspect = 1, near = 1, far = 100;
};
Transform perspective(const View& view);

} // namespace pvg::guest::lit
