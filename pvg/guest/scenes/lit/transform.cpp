#include "pvg/guest/scenes/lit/transform.h"

#include <cmath>
#include <cstddef>

namespace pvg::guest::lit {

Transform operator*(const Transform& a, const Transform& b) {
    Transform product;
    for (size_t c = 0; c < 4; ++c)
        for (size_t r = 0; r < 4; ++r) {
            float sum = 0;
            for (size_t i = 0; i < 4; ++i) sum += a.columns[i][r] * b.columns[c][i];
            product.columns[c][r] = sum;
        }
    return product;
}

Transform moved(float x, float y, float z) {
    Transform t;
    t.columns[3] = {x, y, z, 1};
    return t;
}

Transform turned(Axis axis, float angle) {
    const float c = std::cos(angle), s = std::sin(angle);
    switch (axis) {
    case Axis::X:
        return {{{{1, 0, 0, 0}, {0, c, s, 0}, {0, -s, c, 0}, {0, 0, 0, 1}}}};
    case Axis::Y:
        return {{{{c, 0, -s, 0}, {0, 1, 0, 0}, {s, 0, c, 0}, {0, 0, 0, 1}}}};
    case Axis::Z:
        break;
    }
    return {{{{c, s, 0, 0}, {-s, c, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}}}};
}

Transform perspective(const View& v) {
    const float height = 1 / std::tan(v.field / 2), depth = v.far / (v.near - v.far);
    return {{{{height / v.aspect, 0, 0, 0}, {0, height, 0, 0}, {0, 0, depth, -1}, {0, 0, v.near * depth, 0}}}};
}

} // namespace pvg::guest::lit
