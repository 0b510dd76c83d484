// One render pass: its framebuffer, load actions at begin, resolves at end (stream.md 3).
#pragma once

#include "renderer-gl/attachment_copies.h"
#include "renderer-gl/framebuffers.h"
#include "renderer-gl/pipelines.h"

namespace gl {

struct PassExtent {
    uint32_t width = 0, height = 0;
};

class PassEncoder {
public:
    PassEncoder(StateCache& state, TextureStore& textures, FramebufferCache& framebuffers)
        : m_state(state), m_textures(textures), m_framebuffers(framebuffers) {}

    pvg::Declined<void> begin(const pvg::RenderPass& pass);
    pvg::Declined<void> end();

    bool isOpen() const { return m_isOpen; }
    PassExtent extent() const { return m_extent; }
    GLuint framebuffer() const { return m_framebuffer; }
    const pvg::RenderPass& pass() const { return m_pass; }
    // Null for an absent attachment.
    const Texture* colorTexture(size_t index) const { return m_colors[index]; }
    // Bit = colour attachment whose store has red and blue exchanged (textures.h).
    uint8_t exchangedColors() const { return m_exchanged; }
    // The image behind colorTexture(index), which exists.
    AttachmentPart colorPart(size_t index, const ScissorState& rect) const;
    bool hasDepth() const { return m_depth != nullptr; }
    bool hasStencil() const { return m_stencil != nullptr; }
    uint32_t samples() const { return m_samples; }

private:
    struct Bounds { // of what is attached so far
        uint32_t width = UINT32_MAX, height = UINT32_MAX, samples = 0;
    };
    pvg::Declined<const Texture*> look(const pvg::ColorAttachment& attachment, Bounds& bounds) const;
    pvg::Declined<void> resolveTextures();
    FramebufferKey framebufferKey() const;
    void clearAttachments();
    void clearColor(GLint index);
    void clearDepthStencil();
    pvg::Declined<void> resolve(const pvg::ColorAttachment& attachment, GLenum point, GLbitfield mask);
    void blitSamples(GLuint from, GLuint to, const Extent& target, GLbitfield mask);

    StateCache& m_state;
    TextureStore& m_textures;
    FramebufferCache& m_framebuffers;
    bool m_isOpen = false;
    pvg::RenderPass m_pass;
    std::array<const Texture*, pvg::mtl::kMaxColorAttachments> m_colors{};
    const Texture* m_depth = nullptr;
    const Texture* m_stencil = nullptr;
    PassExtent m_extent;
    uint32_t m_samples = 1;
    uint8_t m_exchanged = 0;
    bool m_isPartial = false; // the pass is smaller than its attachments
    GLuint m_framebuffer = 0;
};

} // namespace gl
