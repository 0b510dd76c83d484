#include "glsl_target.h"

#include <epoxy/gl.h>

#include <array>

namespace aircpu {

namespace {

constexpr uint32_t kAttachments = 8;

struct Format {
    GLenum internal, format, type;
};
constexpr std::array<Format, 3> kFormats = {
    {{GL_RGBA32F, GL_RGBA, GL_FLOAT}, {GL_RGBA32I, GL_RGBA_INTEGER, GL_INT}, {GL_RGBA32UI, GL_RGBA_INTEGER, GL_UNSIGNED_INT}}};

} // namespace

GlslTarget::GlslTarget(uint32_t width, uint32_t height) : m_width(width), m_height(height) {
    glCreateFramebuffers(1, &m_framebuffer);
    glNamedFramebufferParameteri(m_framebuffer, GL_FRAMEBUFFER_DEFAULT_WIDTH, GLint(width));
    glNamedFramebufferParameteri(m_framebuffer, GL_FRAMEBUFFER_DEFAULT_HEIGHT, GLint(height));
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_framebuffer);
}

GlslTarget::~GlslTarget() {
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &m_framebuffer);
    glDeleteVertexArrays(1, &m_array);
    glDeleteTextures(1, &m_depth);
    for (const auto& [index, attachment] : m_colors) glDeleteTextures(1, &attachment.texture);
}

unsigned GlslTarget::attach(unsigned point, unsigned format) {
    GLuint texture = 0;
    glCreateTextures(GL_TEXTURE_2D, 1, &texture);
    glTextureStorage2D(texture, 1, format, GLsizei(m_width), GLsizei(m_height));
    glNamedFramebufferTexture(m_framebuffer, point, texture, 0);
    return texture;
}

void GlslTarget::addColor(uint32_t attachment, uint8_t componentType) {
    if (attachment >= kAttachments || m_colors.contains(attachment)) return;
    m_colors[attachment] = {attach(GL_COLOR_ATTACHMENT0 + attachment, kFormats[componentType].internal), componentType};
}

void GlslTarget::addDepth() { m_depth = attach(GL_DEPTH_ATTACHMENT, GL_DEPTH_COMPONENT32F); }

void GlslTarget::begin() {
    std::array<GLenum, kAttachments> drawn{};
    for (const auto& [index, attachment] : m_colors) {
        const Lanes zero{};
        glClearTexImage(attachment.texture, 0, kFormats[attachment.componentType].format, kFormats[attachment.componentType].type, zero.data());
        drawn[index] = GL_COLOR_ATTACHMENT0 + index;
    }
    const float farthest = 0.0F;
    if (m_depth) glClearTexImage(m_depth, 0, GL_DEPTH_COMPONENT, GL_FLOAT, &farthest);
    glNamedFramebufferDrawBuffers(m_framebuffer, GLsizei(drawn.size()), drawn.data());
    glCreateVertexArrays(1, &m_array);
    glBindVertexArray(m_array);
    glViewport(0, 0, GLsizei(m_width), GLsizei(m_height));
    glClipControl(GL_LOWER_LEFT, GL_ZERO_TO_ONE);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_ALWAYS);
    glEnable(GL_SCISSOR_TEST);
}

void GlslTarget::end() {
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_SCISSOR_TEST);
}

std::vector<Lanes> GlslTarget::color(uint32_t attachment) const {
    const auto found = m_colors.find(attachment);
    if (found == m_colors.end()) return {};
    std::vector<Lanes> pixels(size_t(m_width) * m_height);
    const Format& f = kFormats[found->second.componentType];
    glGetTextureImage(found->second.texture, 0, f.format, f.type, GLsizei(pixels.size() * sizeof(Lanes)), pixels.data());
    return pixels;
}

std::vector<Lanes> GlslTarget::depth() const {
    if (!m_depth) return {};
    std::vector<uint32_t> words(size_t(m_width) * m_height);
    glGetTextureImage(m_depth, 0, GL_DEPTH_COMPONENT, GL_FLOAT, GLsizei(words.size() * 4), words.data());
    std::vector<Lanes> pixels;
    for (const uint32_t word : words) pixels.push_back({word});
    return pixels;
}

} // namespace aircpu
