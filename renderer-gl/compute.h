// Dispatches.
#pragma once

#include "renderer-gl/bindings.h"
#include "renderer-gl/dispatch_split.h"
#include "renderer-gl/pipelines.h"

namespace gl {

class ComputeEncoder {
public:
    ComputeEncoder(const Caps& caps, StateCache& state, TextureStore& textures, PipelineStore& pipelines, BindingTable& bindings,
                   const SamplerStore& samplers)
        : m_caps(caps), m_state(state), m_textures(textures), m_pipelines(pipelines), m_bindings(bindings), m_samplers(samplers) {}

    pvg::Declined<void> dispatch(pvg::ComputeState& state, const pvg::Dispatch& call);

private:
    pvg::Declined<ComputePipeline*> readyPipeline(pvg::ComputePipelineId id);
    KernelVariant shapeOf(const ComputePipeline& pipeline, const pvg::ComputeState& state, const pvg::Dispatch& call) const;
    pvg::Declined<void> checkGroup(const ComputePipeline& pipeline, const pvg::ComputeState& state, const pvg::Dispatch& call) const;
    pvg::Declined<void> bindInput(const ComputePipeline& pipeline, ComputeVariant& variant, const pvg::ComputeState& state);
    pvg::Declined<void> run(ComputePipeline& pipeline, const pvg::ComputeState& state, const DispatchPlan& plan, const KernelVariant& shape);

    const Caps& m_caps;
    StateCache& m_state;
    TextureStore& m_textures;
    PipelineStore& m_pipelines;
    BindingTable& m_bindings;
    const SamplerStore& m_samplers;
};

} // namespace gl
