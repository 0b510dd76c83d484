#include "pvg/exec/render_encoder.h"

#include <algorithm>

namespace pvg {

namespace {
enum BarrierBits : uint32_t { kBuffers = 1, kTextures = 2, kRenderTargets = 4 };

// `value` as enumerator of E whose last one is `last`.
template <class E>
Declined<E> enumerator(uint64_t value, E last) {
    if (value > uint64_t(last)) return decline(DeclineReason::BadField, "{} is above {}", value, uint64_t(last));
    return E(value);
}
} // namespace

Declined<void> RenderEncoder::run(const stream::SetRenderPipeline& c) {
    if (c.pipeline != m_pipeline) m_readyPipeline = nullptr;
    return assign(m_pipeline, c.pipeline, RenderState::Pipeline);
}

Declined<void> RenderEncoder::run(const stream::SetBlendColor& c) {
    return assign(m_state.blendColor, {c.red, c.green, c.blue, c.alpha}, RenderState::BlendColor);
}

Declined<void> RenderEncoder::run(const stream::SetDepthStencil& c) {
    if (!c.state) return assign(m_state.depthStencil, DepthStencilDescriptor{}, RenderState::DepthStencil);
    PVG_TRY(const DepthStencilDescriptor state, m_context.objects.depthStencil(m_context.task, c.state));
    return assign(m_state.depthStencil, state, RenderState::DepthStencil);
}

Declined<void> RenderEncoder::run(const stream::SetCullMode& c) {
    PVG_TRY(const auto mode, enumerator(c.mode, mtl::CullMode::Back));
    return assign(m_state.cullMode, mode, RenderState::Raster);
}

Declined<void> RenderEncoder::run(const stream::SetDepthBias& c) {
    if (c.bias != m_state.depthBias || c.slopeScale != m_state.depthSlopeScale) m_state.dirty |= RenderState::Raster;
    m_state.depthBias = c.bias;
    m_state.depthSlopeScale = c.slopeScale;
    return assign(m_state.depthBiasClamp, c.clamp, RenderState::Raster);
}

Declined<void> RenderEncoder::run(const stream::SetDepthClipMode& c) {
    PVG_TRY(const auto mode, enumerator(c.mode, mtl::DepthClipMode::Clamp));
    return assign(m_state.depthClipMode, mode, RenderState::Raster);
}

Declined<void> RenderEncoder::run(const stream::SetWinding& c) {
    PVG_TRY(const auto winding, enumerator(c.winding, mtl::Winding::CounterClockwise));
    return assign(m_state.winding, winding, RenderState::Raster);
}

Declined<void> RenderEncoder::run(const stream::SetFillMode& c) {
    PVG_TRY(const auto mode, enumerator(c.mode, mtl::TriangleFillMode::Lines));
    return assign(m_state.fillMode, mode, RenderState::Raster);
}

Declined<void> RenderEncoder::run(const stream::SetScissor& c) {
    if (m_state.scissorCount != 1) m_state.dirty |= RenderState::Scissors;
    m_state.scissorCount = 1;
    return assign(m_state.scissors[0], Scissor{c.rect.x, c.rect.y, c.rect.width, c.rect.height}, RenderState::Scissors);
}

Declined<void> RenderEncoder::run(const stream::SetScissors& c) {
    m_state.scissorCount = uint32_t(std::min<size_t>(c.rects.size(), m_state.scissors.size()));
    for (uint32_t i = 0; i < m_state.scissorCount; ++i) {
        const stream::Rect rect = c.rects[i];
        m_state.scissors[i] = {rect.x, rect.y, rect.width, rect.height};
    }
    m_state.dirty |= RenderState::Scissors;
    return {};
}

Declined<void> RenderEncoder::run(const stream::SetViewport& c) {
    const auto& v = c.viewport;
    if (m_state.viewportCount != 1) m_state.dirty |= RenderState::Viewports;
    m_state.viewportCount = 1;
    return assign(m_state.viewports[0], Viewport{v.x, v.y, v.width, v.height, v.zNear, v.zFar}, RenderState::Viewports);
}

Declined<void> RenderEncoder::run(const stream::SetViewports& c) {
    m_state.viewportCount = uint32_t(std::min<size_t>(c.viewports.size(), m_state.viewports.size()));
    for (uint32_t i = 0; i < m_state.viewportCount; ++i) {
        const stream::ViewportEntry v = c.viewports[i];
        m_state.viewports[i] = {v.x, v.y, v.width, v.height, v.zNear, v.zFar};
    }
    m_state.dirty |= RenderState::Viewports;
    return {};
}

Declined<void> RenderEncoder::run(const stream::SetStencilReference& c) {
    if (c.front != m_state.stencilFrontReference) m_state.dirty |= RenderState::DepthStencil;
    m_state.stencilFrontReference = c.front;
    return assign(m_state.stencilBackReference, c.back, RenderState::DepthStencil);
}

Declined<void> RenderEncoder::run(const stream::SetVisibility& c) {
    PVG_TRY(const auto mode, enumerator(c.mode, mtl::VisibilityResultMode::Counting));
    if (mode != mtl::VisibilityResultMode::Disabled) {
        if (c.offset % sizeof(uint64_t) != 0) return decline(DeclineReason::BadField, "visibility offset {}", c.offset);
        if (m_visibilityOffsets.empty() || m_visibilityOffsets.back() != c.offset) m_visibilityOffsets.push_back(c.offset);
    }
    if (mode != m_state.visibilityMode) m_state.dirty |= RenderState::Visibility;
    m_state.visibilityMode = mode;
    return assign(m_state.visibilityOffset, c.offset, RenderState::Visibility);
}

Declined<void> RenderEncoder::run(const stream::TextureBarrier&) {
    if (m_pass == Pass::Open) m_context.backend.textureBarrier();
    return {};
}

Declined<void> RenderEncoder::run(const stream::BarrierScope& c) {
    if (m_pass != Pass::Open) return {}; // nothing was drawn that could be waited for
    if (c.scope & kRenderTargets) m_context.backend.textureBarrier();
    if (m_shaderStores && (c.scope & (kBuffers | kTextures))) m_context.backend.memoryBarrier();
    return {};
}

Declined<void> RenderEncoder::run(const stream::BarrierResources&) {
    if (m_pass != Pass::Open) return {};
    m_context.backend.textureBarrier();
    if (m_shaderStores) m_context.backend.memoryBarrier();
    return {};
}

} // namespace pvg
