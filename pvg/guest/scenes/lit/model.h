// Models that turn: what the scenes `cube` and `gears` draw, and what tests/bench draws again without a guest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pvg/guest/scenes/lit/transform.h"

namespace pvg::guest::lit {

// What lit_vertex takes per vertex (shaders/demo), 32 bytes.
struct Vertex {
    std::array<float, 3> position, normal;
    std::array<float, 2> uv;
};
// What it takes per part, 128 bytes.
struct Part {
    Transform clip;
    std::array<Column, 3> rotation;
    std::array<float, 4> color;
};
static_assert(sizeof(Vertex) == 32 && sizeof(Part) == 128);

struct Draw {
    Part part;
    uint32_t first = 0, count = 0; // vertices, a triangle each three
};

struct Model {
    std::vector<Vertex> vertices;
    std::vector<uint32_t> texels; // B,G,R,A; a square
    std::vector<Draw> (*draws)(uint64_t frame, float aspect) = nullptr;
};
Model cube();
Model gears();

// A part turned by `model` in front of the viewer.
Part partOf(const View& view, const Transform& model, const std::array<float, 4>& color);

} // namespace pvg::guest::lit
