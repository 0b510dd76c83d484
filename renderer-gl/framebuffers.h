// Framebuffer objects by what is attached to them.
#pragma once

#include <unordered_map>

#include "renderer-gl/textures.h"

namespace gl {

struct AttachedImage {
    GLuint texture = 0; // 0 = nothing
    uint32_t level = 0;
    int32_t layer = -1; // slice, cube face or depth plane; -1 = the whole level: layered, or a texture without layers
    bool operator==(const AttachedImage&) const = default;
};

struct FramebufferKey {
    std::array<AttachedImage, pvg::mtl::kMaxColorAttachments> colors;
    AttachedImage depth, stencil;
    // Of a pass without attachments.
    uint32_t width = 0, height = 0, layers = 0, samples = 0;
    bool operator==(const FramebufferKey&) const = default;
};

class FramebufferCache {
public:
    explicit FramebufferCache(StateCache& state) : m_state(state) {}

    // A complete framebuffer object, or why OpenGL does not take the combination.
    pvg::Declined<GLuint> find(const FramebufferKey& key);
    // Drops every object the texture is attached to. Before the texture is deleted.
    void forgetTexture(GLuint texture);

private:
    struct KeyHash {
        size_t operator()(const FramebufferKey& key) const;
    };
    StateCache& m_state;
    std::unordered_map<FramebufferKey, FramebufferName, KeyHash> m_objects;
};

// The image a slice or plane of a texture is; `isLayered` attaches all of them.
AttachedImage attachedImage(const Texture& texture, uint32_t level, uint32_t slice, uint32_t plane, bool isLayered = false);

} // namespace gl
