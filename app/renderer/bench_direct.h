// What a program written for OpenGL would issue to draw a BenchScene: the yardstick of `bench draws`.
#pragma once

#include <epoxy/gl.h>

#include <array>
#include <memory>

#include "app/renderer/gl_context.h"

namespace app {

class BenchDirect {
public:
    // In the share group of the context that is current, which outlives it.
    static pvg::Result<std::unique_ptr<BenchDirect>> create();
    ~BenchDirect();

    void use();
    // As BenchScene::drawPacket(). Nanoseconds.
    double draw(uint32_t draws, bool isFull);
    // GL calls in each of these draws.
    static constexpr double callsADraw(bool isFull) { return isFull ? 9 : 2; }

private:
    BenchDirect() = default;
    pvg::Status build();
    void setAll(uint32_t draw);

    std::unique_ptr<GlContext> m_context;
    std::array<GLuint, 2> m_programs{}, m_vertexArrays{}, m_textures{}, m_samplers{};
    GLuint m_vertices = 0, m_indices = 0, m_constants = 0, m_framebuffer = 0, m_target = 0;
};

} // namespace app
