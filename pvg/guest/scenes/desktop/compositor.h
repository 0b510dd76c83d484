// Draws display lists: one pipeline per look, a shared index buffer, one upload of vertices and uniforms per pass.
#pragma once

#include "pvg/guest/scenes/desktop/display_list.h"
#include "pvg/guest/session.h"

namespace pvg::guest::desktop {

class Compositor {
public:
    void prepare(Session& session);

    // Records the items that show inside `damage`, back to front, into the open render encoder, clipped by the scissor.
    void draw(Session& session, Frame& frame, std::span<const Item> items, const DisplayList& list, const Rect& damage);

    ObjectRef linearSampler() const { return m_sampler; }

private:
    struct Part {
        const Item* item;
        uint64_t vertices, uniform; // offsets in the upload
    };
    void record(Frame& frame, std::span<const Part> parts, const BufferBinding& upload);

    std::array<ObjectRef, kLooks> m_pipelines;
    ObjectRef m_sampler;
    Buffer m_indices;
};

} // namespace pvg::guest::desktop
