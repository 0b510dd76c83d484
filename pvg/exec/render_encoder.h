// Render segments: the pass group, state, argument tables and draws (stream.md 3, 4). The pass opens at its first draw or at the end of
// the encoder, so that a pass that only clears still clears.
#pragma once

#include <optional>
#include <vector>

#include "pvg/exec/argument_table.h"
#include "pvg/exec/exec_context.h"
#include "pvg/exec/held_pass.h"
#include "pvg/exec/packet.h"
#include "pvg/stream/commands.h"

namespace pvg {

class RenderEncoder {
public:
    // `held`: the packet's. `lateStores`: store actions the encoder sends after its pass record.
    RenderEncoder(ExecContext& context, HeldPass& held, std::span<const StoreOverride> lateStores)
        : m_context(context), m_held(held), m_lateStores(lateStores) {}

    Declined<void> run(const stream::PassDescriptor& c);
    Declined<void> run(const stream::PassRasterSampleCount& c);
    Declined<void> run(const stream::PassColorSampleCount&) { return {}; } // no OpenGL counterpart, does not change results
    Declined<void> run(const stream::Draw& c);
    Declined<void> run(const stream::DrawIndexed& c);
    Declined<void> run(const stream::DrawIndirect& c);
    Declined<void> run(const stream::DrawIndexedIndirect& c);
    Declined<void> run(const stream::DrawPatches& c);
    Declined<void> run(const stream::DrawIndexedPatches& c);
    Declined<void> run(const stream::DrawPatchesIndirect& c);
    Declined<void> run(const stream::DrawIndexedPatchesIndirect& c);

    Declined<void> run(const stream::SetRenderPipeline& c);
    Declined<void> run(const stream::SetBlendColor& c);
    Declined<void> run(const stream::SetDepthStencil& c);
    Declined<void> run(const stream::SetCullMode& c);
    Declined<void> run(const stream::SetDepthBias& c);
    Declined<void> run(const stream::SetDepthClipMode& c);
    Declined<void> run(const stream::SetWinding& c);
    Declined<void> run(const stream::SetFillMode& c);
    Declined<void> run(const stream::SetScissor& c);
    Declined<void> run(const stream::SetScissors& c);
    Declined<void> run(const stream::SetViewport& c);
    Declined<void> run(const stream::SetViewports& c);
    Declined<void> run(const stream::SetStencilReference& c);
    Declined<void> run(const stream::SetVisibility& c);
    Declined<void> run(const stream::SetTessellationFactorBuffer& c);
    Declined<void> run(const stream::SetTessellationFactorScale& c);

    Declined<void> run(const stream::SetBuffers& c) { return bind(c, RenderState::VertexBuffers, RenderState::FragmentBuffers); }
    Declined<void> run(const stream::SetStridedBuffers& c) { return bind(c, RenderState::VertexBuffers, RenderState::FragmentBuffers); }
    Declined<void> run(const stream::SetBufferOffset& c) { return bind(c, RenderState::VertexBuffers, RenderState::FragmentBuffers); }
    Declined<void> run(const stream::SetStridedBufferOffset& c) { return bind(c, RenderState::VertexBuffers, RenderState::FragmentBuffers); }
    Declined<void> run(const stream::SetSamplers& c) { return bind(c, RenderState::VertexSamplers, RenderState::FragmentSamplers); }
    Declined<void> run(const stream::SetClampedSamplers& c) { return bind(c, RenderState::VertexSamplers, RenderState::FragmentSamplers); }
    Declined<void> run(const stream::SetTextures& c) { return bind(c, RenderState::VertexTextures, RenderState::FragmentTextures); }

    Declined<void> run(const stream::TextureBarrier&);
    Declined<void> run(const stream::BarrierScope& c);
    Declined<void> run(const stream::BarrierResources&);
    // One context in order satisfies every fence (stream.md 11); what lies in heaps is not known.
    Declined<void> run(const stream::UpdateFence&) { return {}; }
    Declined<void> run(const stream::WaitForFence&) { return {}; }
    Declined<void> run(const stream::UseHeaps&) { return {}; }
    Declined<void> run(const stream::UseResources& c) { return m_residency.add(c); }
    // Known when the pass opened: StoreOverride.
    Declined<void> run(const stream::SetColorStoreAction&) { return {}; }
    Declined<void> run(const stream::SetDepthStoreAction&) { return {}; }
    Declined<void> run(const stream::SetStencilStoreAction&) { return {}; }
    // Options name sample positions, which no guest can set here.
    Declined<void> run(const stream::SetColorStoreOptions&) { return {}; }
    Declined<void> run(const stream::SetDepthStoreOptions&) { return {}; }
    Declined<void> run(const stream::SetStencilStoreOptions&) { return {}; }

    // The encoder is complete: resolves, store actions.
    Declined<void> end();

private:
    struct Target {
        TextureUse use;
        uint32_t level = 0; // of the root
        uint32_t firstSlice = 0, slices = 1;
        uint32_t plane = 0, planes = 1;
        bool discardsOld = false; // clear or don't care
        // Of the attachment's texture. The descriptor's slice means nothing for a volume, its plane for anything else, both in a layered pass.
        uint32_t slice() const { return firstSlice - use.sliceBase; }
    };
    template <class C>
    Declined<void> bind(const C& command, uint32_t vertexFlag, uint32_t fragmentFlag) {
        const bool vertex = command.stage == stream::BindStage::Vertex;
        if ((vertex ? m_vertex : m_fragment).set(command)) m_state.dirty |= vertex ? vertexFlag : fragmentFlag;
        else m_context.counters.add(Counter::StateChangesElided);
        return {};
    }
    // Stores `value`; counts an elision when it is there already.
    template <class T>
    Declined<void> assign(T& member, const T& value, uint32_t flag) {
        if (member == value) {
            m_context.counters.add(Counter::StateChangesElided);
            return {};
        }
        member = value;
        m_state.dirty |= flag;
        return {};
    }

    // render_pass.cpp
    Declined<void> open();
    bool needsPass() const;
    Declined<void> attach(const stream::PassAttachment& from, StoreOverride::Target target, uint32_t index, ColorAttachment& to);
    Declined<void> attachAll(RenderPass& pass);
    Declined<void> addTarget(const TextureUse& use, const stream::PassAttachment& from, bool discardsOld);
    Declined<void> addResolveTarget(const stream::PassAttachment& from, ColorAttachment& to);
    Declined<void> prepareTargets();
    uint32_t storeAction(const stream::PassAttachment& from, StoreOverride::Target target, uint32_t index) const;
    // draw.cpp
    Decline lateShader() const;
    Declined<HostRenderPipeline*> readyPipeline();
    Declined<void> checkTargets(const HostRenderPipeline& pipeline) const;
    Declined<void> submitDraw(DrawCall& call);
    Declined<void> drawIndexed(DrawCall& call, ObjectRef indexBuffer, uint64_t indexOffset);
    // draw_patches.cpp
    Declined<void> drawPatches(const stream::DrawPatches& c);
    Declined<void> drawIndexedPatches(const stream::DrawIndexedPatches& c);
    Declined<void> fetchPatchArguments(const stream::DrawPatchesIndirect& c, stream::DrawPatches& out);
    Declined<DrawCall> patchCall(const stream::DrawPatches& c);
    Declined<void> resolveFactors();
    Declined<BufferBinding> bindFrom(ObjectRef buffer, uint64_t offset);

    ExecContext& m_context;
    HeldPass& m_held;
    std::span<const StoreOverride> m_lateStores;
    std::optional<stream::PassDescriptor> m_descriptor;
    uint32_t m_defaultSamples = 1;
    enum class Pass : uint8_t { Waiting, Open, Broken } m_pass = Pass::Waiting;
    std::vector<Target> m_targets;
    std::array<mtl::PixelFormat, mtl::kMaxColorAttachments> m_colorFormats{};
    mtl::PixelFormat m_depthFormat{}, m_stencilFormat{};
    uint32_t m_samples = 0; // of the attachments; 0 = none
    std::shared_ptr<HostBuffer> m_visibility;
    std::vector<uint64_t> m_visibilityOffsets;
    bool m_shaderStores = false;
    ObjectRef m_pipeline;
    HostRenderPipeline* m_readyPipeline = nullptr; // of m_pipeline
    ObjectRef m_indexRef; // of the last indexed draw
    std::shared_ptr<HostBuffer> m_indices;
    RenderState m_state;
    ObjectRef m_factors; // of patches
    uint64_t m_factorsOffset = 0;
    ArgumentTable m_vertex, m_fragment;
    Residency m_residency;
};

} // namespace pvg
