#include "renderer-gl/framebuffers.h"

#include <algorithm>

#include "renderer-gl/hash.h"

namespace gl {

namespace {

constexpr size_t kMostObjects = 1024;

void attach(GLuint framebuffer, GLenum point, const AttachedImage& image) {
    if (image.texture == 0) return;
    if (image.layer < 0)
        glNamedFramebufferTexture(framebuffer, point, image.texture, GLint(image.level));
    else
        glNamedFramebufferTextureLayer(framebuffer, point, image.texture, GLint(image.level), image.layer);
}

void setBuffers(StateCache& state, GLuint framebuffer, const FramebufferKey& key) {
    std::array<GLenum, pvg::mtl::kMaxColorAttachments> buffers{};
    for (size_t i = 0; i < buffers.size(); ++i) buffers[i] = key.colors[i].texture != 0 ? GL_COLOR_ATTACHMENT0 + GLenum(i) : GL_NONE;
    glNamedFramebufferDrawBuffers(framebuffer, GLsizei(buffers.size()), buffers.data());
    const auto first = std::find_if(buffers.begin(), buffers.end(), [](GLenum b) { return b != GL_NONE; });
    state.readFrom(framebuffer, first != buffers.end() ? *first : GLenum(GL_NONE));
}

void setDefaults(GLuint framebuffer, const FramebufferKey& key) {
    glNamedFramebufferParameteri(framebuffer, GL_FRAMEBUFFER_DEFAULT_WIDTH, GLint(key.width));
    glNamedFramebufferParameteri(framebuffer, GL_FRAMEBUFFER_DEFAULT_HEIGHT, GLint(key.height));
    glNamedFramebufferParameteri(framebuffer, GL_FRAMEBUFFER_DEFAULT_LAYERS, GLint(key.layers));
    glNamedFramebufferParameteri(framebuffer, GL_FRAMEBUFFER_DEFAULT_SAMPLES, GLint(key.samples));
}

FramebufferName build(StateCache& state, const FramebufferKey& key) {
    FramebufferName framebuffer = makeFramebuffer();
    const GLuint name = framebuffer.get();
    for (size_t i = 0; i < key.colors.size(); ++i) attach(name, GL_COLOR_ATTACHMENT0 + GLenum(i), key.colors[i]);
    if (key.depth == key.stencil) {
        attach(name, GL_DEPTH_STENCIL_ATTACHMENT, key.depth);
    } else {
        attach(name, GL_DEPTH_ATTACHMENT, key.depth);
        attach(name, GL_STENCIL_ATTACHMENT, key.stencil);
    }
    setBuffers(state, name, key);
    setDefaults(name, key);
    return framebuffer;
}

template <class Visit>
void forEachImage(const FramebufferKey& key, const Visit& visit) {
    for (const AttachedImage& image : key.colors) visit(image);
    visit(key.depth);
    visit(key.stencil);
}

} // namespace

size_t FramebufferCache::KeyHash::operator()(const FramebufferKey& key) const {
    Hasher h;
    forEachImage(key, [&](const AttachedImage& image) {
        if (image.texture == 0) return h.add(0);
        h.add(uint64_t(image.texture) | uint64_t(image.level) << 32 | uint64_t(uint32_t(image.layer)) << 40);
    });
    h.add(uint64_t(key.width) | uint64_t(key.height) << 32);
    h.add(uint64_t(key.layers) | uint64_t(key.samples) << 32);
    return h.value();
}

pvg::Declined<GLuint> FramebufferCache::find(const FramebufferKey& key) {
    if (const auto found = m_objects.find(key); found != m_objects.end()) return found->second.get();
    FramebufferName framebuffer = build(m_state, key);
    if (const GLenum status = glCheckNamedFramebufferStatus(framebuffer.get(), GL_DRAW_FRAMEBUFFER); status != GL_FRAMEBUFFER_COMPLETE) {
        m_state.forgetFramebuffer(framebuffer.get());
        return pvg::decline(pvg::DeclineReason::UnsupportedFormat, "OpenGL does not draw into this set of attachments (status {})", status);
    }
    if (m_objects.size() >= kMostObjects) {
        m_state.bindFramebuffer(0);
        for (const auto& [old, name] : m_objects) m_state.forgetFramebuffer(name.get());
        m_objects.clear();
    }
    return m_objects.emplace(key, std::move(framebuffer)).first->second.get();
}

void FramebufferCache::forgetTexture(GLuint texture) {
    std::erase_if(m_objects, [&](const auto& entry) {
        bool uses = false;
        forEachImage(entry.first, [&](const AttachedImage& image) { uses = uses || image.texture == texture; });
        if (uses) m_state.forgetFramebuffer(entry.second.get());
        return uses;
    });
}

AttachedImage attachedImage(const Texture& texture, uint32_t level, uint32_t slice, uint32_t plane, bool isLayered) {
    const bool hasLayers = texture.isVolume() || texture.target == GL_TEXTURE_1D_ARRAY || texture.target == GL_TEXTURE_2D_ARRAY ||
                           texture.target == GL_TEXTURE_CUBE_MAP || texture.target == GL_TEXTURE_CUBE_MAP_ARRAY ||
                           texture.target == GL_TEXTURE_2D_MULTISAMPLE_ARRAY;
    return {texture.name.get(), level, !hasLayers || isLayered ? -1 : int32_t(texture.isVolume() ? plane : slice)};
}

} // namespace gl
