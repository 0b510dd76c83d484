#include "app/renderer/gamma_pass.h"

#include <vector>

#include <epoxy/gl.h>

#include "app/renderer/gl_program.h"
#include "generated/builtin_shaders.h"

namespace app {

namespace {
constexpr int kRectLocation = 0;
constexpr unsigned kImageUnit = 0, kRampUnit = 1;

// A sampler of its own: the textures are the engine's.
unsigned makeSampler(int filter) {
    unsigned sampler = 0;
    glCreateSamplers(1, &sampler);
    glSamplerParameteri(sampler, GL_TEXTURE_MIN_FILTER, filter);
    glSamplerParameteri(sampler, GL_TEXTURE_MAG_FILTER, filter);
    glSamplerParameteri(sampler, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glSamplerParameteri(sampler, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return sampler;
}
} // namespace

pvg::Result<std::unique_ptr<GammaPass>> GammaPass::create() {
    auto pass = std::unique_ptr<GammaPass>(new GammaPass);
    PVG_TRY(pass->m_program, linkProgram(builtin::kCursorVert, builtin::kGammaFrag, "the gamma"));
    glCreateVertexArrays(1, &pass->m_vertexArray);
    glCreateTextures(GL_TEXTURE_1D, 1, &pass->m_ramp);
    glTextureStorage1D(pass->m_ramp, 1, GL_RGBA16, GLsizei(pvg::GammaRamp::kCodes));
    glTextureParameteri(pass->m_ramp, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTextureParameteri(pass->m_ramp, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    pass->m_nearest = makeSampler(GL_NEAREST);
    pass->m_linear = makeSampler(GL_LINEAR);
    return pass;
}

GammaPass::~GammaPass() {
    glDeleteSamplers(1, &m_nearest);
    glDeleteSamplers(1, &m_linear);
    glDeleteTextures(1, &m_ramp);
    glDeleteVertexArrays(1, &m_vertexArray);
    glDeleteProgram(m_program);
}

unsigned GammaPass::bindRamp(const std::shared_ptr<const pvg::GammaRamp>& ramp) {
    if (!ramp) return 0;
    if (ramp != m_uploaded) {
        std::vector<uint16_t> texels;
        for (size_t code = 0; code < pvg::GammaRamp::kCodes; ++code)
            texels.insert(texels.end(), {ramp->channels[0][code], ramp->channels[1][code], ramp->channels[2][code], 0});
        glTextureSubImage1D(m_ramp, 0, 0, GLsizei(pvg::GammaRamp::kCodes), GL_RGBA, GL_UNSIGNED_SHORT, texels.data());
        m_uploaded = ramp;
    }
    glBindTextureUnit(kRampUnit, m_ramp);
    return m_ramp;
}

void GammaPass::draw(const Picture& picture) const {
    const Rect& fit = picture.fit;
    glViewport(fit.x, int(picture.framebufferHeight) - fit.y - fit.height, fit.width, fit.height);
    glUseProgram(m_program);
    glBindVertexArray(m_vertexArray);
    glBindTextureUnit(kImageUnit, picture.texture);
    glBindSampler(kImageUnit, picture.isExact ? m_nearest : m_linear);
    glUniform4f(kRectLocation, -1, 1, 1, -1);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindSampler(kImageUnit, 0);
    glBindVertexArray(0);
    glUseProgram(0);
}

} // namespace app
