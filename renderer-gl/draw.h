// Draw calls of the open pass.
#pragma once

#include "renderer-gl/bindings.h"
#include "renderer-gl/draw_state.h"
#include "renderer-gl/visibility.h"

namespace gl {

class DrawEncoder {
public:
    struct Parts {
        const Caps& caps;
        StateCache& state;
        BufferStore& buffers;
        PipelineStore& pipelines;
        BindingTable& bindings;
        PassEncoder& pass;
        VisibilityRecorder& visibility;
        AttachmentCopies& copies;
        const SamplerStore& samplers;
    };
    explicit DrawEncoder(const Parts& parts) : m(parts) {}

    void beginPass() { m_isFirst = true, m_wroteMemory = false; }
    // Something else used the context since the last draw: the next one sets everything.
    void stateWasUsed() { m_isFirst = true; }
    pvg::Declined<void> draw(pvg::RenderState& state, const pvg::DrawCall& call);
    // A draw of this pass may have stored to buffers or images.
    bool wroteMemory() const { return m_wroteMemory; }

private:
    pvg::Declined<RenderPipeline*> readyPipeline(pvg::RenderPipelineId id);
    pvg::Declined<std::optional<PatchForm>> patchForm(const RenderPipeline& pipeline, const pvg::DrawCall& call) const;
    pvg::Declined<void> bindFetched(RenderPipeline& pipeline, const pvg::RenderState& state, const pvg::DrawCall& call);
    pvg::Declined<void> checkAttachments(const RenderPipeline& pipeline) const;
    pvg::Declined<ProgramVariant> variantFor(const RenderPipeline& pipeline, const pvg::RenderState& state, const pvg::DrawCall& call) const;
    pvg::Declined<void> applyState(RenderPipeline& pipeline, const pvg::RenderState& state, uint32_t dirty);
    void copyFetched(const RenderPipeline& pipeline, const pvg::RenderState& state);
    pvg::Declined<void> bindStages(RenderPipeline& pipeline, const pvg::RenderState& state, uint32_t dirty);
    pvg::Declined<void> issue(RenderPipeline& pipeline, const pvg::DrawCall& call);
    pvg::Declined<void> issueIndexed(RenderPipeline& pipeline, const pvg::DrawCall& call);

    Parts m;
    bool m_isFirst = true, m_wroteMemory = false;
    bool m_draws = true; // some scissor of the pass is not empty
};

} // namespace gl
