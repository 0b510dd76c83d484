// Fixed-function state of a draw, from Metal's to GL's terms.
#pragma once

#include "renderer-gl/render_pass.h"

namespace gl {

// Culling, winding, fill, bias, clamp.
void applyRasterState(StateCache& state, const pvg::RenderState& from, const Caps& caps);
// Viewports and scissors, clipped to the pass. False when nothing can be drawn: an empty scissor draws nothing (workload.md 3, lesson 21).
pvg::Declined<bool> applyViewports(StateCache& state, const pvg::RenderState& from, const PassExtent& extent, bool usesViewportArray);
// The part of the attachments that a draw through `from` may touch.
ScissorState drawnRectangle(const pvg::RenderState& from, const PassExtent& extent, bool usesViewportArray);
void applyDepthStencil(StateCache& state, const pvg::RenderState& from, const PassEncoder& pass);
// Blending, write masks, sample masks: the pipeline's part.
void applyPipelineState(StateCache& state, const RenderPipeline& pipeline, const PassEncoder& pass);
// The color its blend factors may mean, as the attachments of its variant have red and blue. Declined: attachments that differ there.
pvg::Declined<void> applyBlendColor(StateCache& state, const RenderPipeline& pipeline, const std::array<float, 4>& color);

} // namespace gl
