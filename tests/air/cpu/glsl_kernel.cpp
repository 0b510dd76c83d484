#include "glsl_kernel.h"

#include <epoxy/gl.h>
#include <fmt/format.h>

#include <array>

#include "gl_resources.h"

namespace aircpu {

namespace {

// The preamble of reflection.h.
std::string preamble(const air::Reflection& reflection, const Grid& grid, const std::map<uint32_t, uint32_t>& groupBytes) {
    std::string text;
    for (size_t i = 0; i < 3; ++i) text += fmt::format("#define AIR_LOCAL_{0} {1}\n#define AIR_GROUP_{0} {1}\n", "XYZ"[i], grid.local[i]);
    for (const air::TextureUse& use : reflection.textures)
        if (use.isImage) text += fmt::format("#define AIR_FORMAT_{} {}\n", use.uniformName, GlTextures::qualifier(use.componentType));
    for (const auto& [index, bytes] : groupBytes) text += fmt::format("#define AIR_TG_{} {}\n", index, bytes);
    return text;
}

} // namespace

GlslKernel::GlslKernel(const air::Translation& translation, const Grid& grid, const std::map<uint32_t, uint32_t>& groupBytes)
    : m_reflection(translation.reflection), m_grid(grid) {
    m_program = linkProgram({{GL_COMPUTE_SHADER, withPreamble(translation.glsl, preamble(m_reflection, grid, groupBytes))}}, {}, m_problem);
}

GlslKernel::~GlslKernel() { glDeleteProgram(m_program); }

GlslRun GlslKernel::run(const KernelMemory& memory) const {
    if (!m_problem.empty()) return {m_problem, memory.buffers};
    const GlBuffers buffers(m_program, m_reflection, "cs", memory.buffers);
    const GlTextures textures(m_program, m_reflection, memory.resources);
    if (!textures.problem().empty()) return {textures.problem(), memory.buffers};
    glUseProgram(m_program);
    std::array<GLuint, 9> grid{};
    for (size_t i = 0; i < 3; ++i) {
        grid[i] = m_grid.local[i] * m_grid.groups[i];
        grid[3 + i] = m_grid.groups[i];
    }
    glUniform3uiv(glGetUniformLocation(m_program, "cs_grid"), 3, grid.data());
    glDispatchCompute(m_grid.groups[0], m_grid.groups[1], m_grid.groups[2]);
    GlslRun result{"", buffers.contents()};
    result.buffers.merge(textures.contents());
    if (const GLenum error = glGetError(); error != GL_NO_ERROR) result.problem = fmt::format("GL error {:#x}", error);
    return result;
}

} // namespace aircpu
