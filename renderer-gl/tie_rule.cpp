#include "renderer-gl/tie_rule.h"

#include <array>
#include <cstdint>

#include "generated/builtin_shaders.h"
#include "renderer-gl/builtin_program.h"

namespace gl {

namespace {

constexpr GLsizei kRows = 8;

// Draws a rectangle from the top of the picture to the centres of row 4.
std::array<uint8_t, kRows> drawnRows(GLuint program, GLuint framebuffer) {
    const VertexArrayName vertices = makeVertexArray();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, 1, kRows);
    glClipControl(GL_UPPER_LEFT, GL_ZERO_TO_ONE);
    glUseProgram(program);
    glBindVertexArray(vertices.get());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    std::array<uint8_t, kRows> rows{};
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, 1, kRows, GL_RED, GL_UNSIGNED_BYTE, rows.data());
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glUseProgram(0);
    glBindVertexArray(0);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glClipControl(GL_LOWER_LEFT, GL_NEGATIVE_ONE_TO_ONE);
    return rows;
}

} // namespace

bool upperLeftFollowsTopLeftRule() {
    const ProgramName program = linkBuiltin({{GL_VERTEX_SHADER, builtin::kTieRuleVert}, {GL_FRAGMENT_SHADER, builtin::kTieRuleFrag}});
    const TextureName target = makeTexture(GL_TEXTURE_2D);
    glTextureStorage2D(target.get(), 1, GL_R8, 1, kRows);
    const FramebufferName framebuffer = makeFramebuffer();
    glNamedFramebufferTexture(framebuffer.get(), GL_COLOR_ATTACHMENT0, target.get(), 0);
    const uint8_t zero = 0;
    glClearTexImage(target.get(), 0, GL_RED, GL_UNSIGNED_BYTE, &zero);
    const auto rows = drawnRows(program.get(), framebuffer.get());
    return rows == std::array<uint8_t, kRows>{255, 255, 255, 255, 0, 0, 0, 0};
}

} // namespace gl
