// What framebuffer fetch reads: copies of colour attachments, made before each draw that fetches them (reflection.h, fs_fetchN).
#pragma once

#include <array>

#include "pvg/exec/backend.h"
#include "renderer-gl/state_cache.h"
#include "renderer-gl/textures.h"

namespace gl {

// The image of one attachment and the part of it that a draw may touch.
struct AttachmentPart {
    const Texture& texture;
    uint32_t level = 0;
    uint32_t firstLayer = 0, layers = 1; // slices, faces or planes
    ScissorState rect;                   // in texels
};

class AttachmentCopies {
public:
    explicit AttachmentCopies(StateCache& state) : m_state(state) {}

    // A 2D array (multisample if the attachment is) whose texels of `part.rect` are those of the attachment now; the others are undefined.
    // One copy an attachment: the next call for the same `attachment` overwrites it.
    GLuint copy(uint32_t attachment, const AttachmentPart& part);

private:
    void allocate(Texture& copy, const AttachmentPart& part);

    StateCache& m_state;
    std::array<Texture, pvg::mtl::kMaxColorAttachments> m_copies;
};

} // namespace gl
