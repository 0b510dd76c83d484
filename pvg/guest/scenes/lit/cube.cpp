#include "pvg/guest/scenes/lit/model.h"

namespace pvg::guest::lit {

namespace {

constexpr uint32_t kTexels = 64; // of an edge of the texture

constexpr std::array<std::array<float, 2>, 6> kCorners{{{0, 0}, {1, 0}, {0, 1}, {0, 1}, {1, 0}, {1, 1}}};

// Six faces, two triangles each, texture upright on each.
std::vector<Vertex> cubeVertices() {
    std::vector<Vertex> vertices;
    for (size_t axis = 0; axis < 3; ++axis)
        for (const float side : {-1.0f, 1.0f}) {
            const auto corner = [&](float u, float v) {
                Vertex vertex{{}, {}, {u, v}};
                vertex.normal[axis] = side;
                vertex.position[axis] = side;
                vertex.position[(axis + 1) % 3] = 2 * u - 1;
                vertex.position[(axis + 2) % 3] = 1 - 2 * v;
                return vertex;
            };
            for (const auto& [u, v] : kCorners) vertices.push_back(corner(u, v));
        }
    return vertices;
}

// A chequered board in two warm colours with a frame.
std::vector<uint32_t> cubeTexels() {
    std::vector<uint32_t> texels;
    for (uint32_t y = 0; y < kTexels; ++y)
        for (uint32_t x = 0; x < kTexels; ++x) {
            const bool isFrame = x < 4 || y < 4 || x >= kTexels - 4 || y >= kTexels - 4;
            texels.push_back(isFrame ? 0xff303848 : (x / 8 + y / 8) % 2 ? 0xffe8c080 : 0xfff0f0e8);
        }
    return texels;
}

std::vector<Draw> cubeDraws(uint64_t frame, float aspect) {
    const auto angle = float(frame % 7200) * 0.0174533f; // a degree a frame
    const Transform model = moved(0, 0, -5) * turned(Axis::X, 0.7f * angle) * turned(Axis::Y, angle);
    return {{partOf({0.8f, aspect, 1, 20}, model, {1, 1, 1, 1}), 0, 36}};
}

} // namespace

Part partOf(const View& view, const Transform& model, const std::array<float, 4>& color) {
    return {perspective(view) * model, {model.columns[0], model.columns[1], model.columns[2]}, color};
}

Model cube() { return {cubeVertices(), cubeTexels(), cubeDraws}; }

} // namespace pvg::guest::lit
