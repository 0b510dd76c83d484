// Pipeline objects. They come up asynchronously: translation in the shader service, then compiling and linking here.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

#include "renderer-gl/program.h"
#include "renderer-gl/program_source.h"
#include "renderer-gl/vertex_layout.h"
#include "shaders/air/service.h"

namespace gl {

using OutcomePtr = std::shared_ptr<const air::Outcome>;

// A linked vertex + fragment pair; shared by every pipeline with the same functions and preamble.
struct RenderProgram {
    ProgramName name;
    OutcomePtr vertexOutcome, fragmentOutcome; // keep the reflection alive
    StageInterface vertex, fragment;
    bool takesTrianglesOnly = false; // a geometry stage makes barycentric coordinates
    std::optional<PatchInterface> patch;
};

// What a draw of patches compiles into its program.
struct PatchForm {
    uint32_t controlPoints = 0; // of a patch
    bool hasPatchIndices = false;
    bool operator==(const PatchForm&) const = default;
};

// What of a program's text depends on what is bound and attached.
struct ProgramVariant {
    uint8_t exchanged = 0;                         // bit = colour attachment whose store has red and blue exchanged
    uint64_t vertexPixels = 0, fragmentPixels = 0; // pixel_coordinates.h
    std::optional<PatchForm> patch;                // of post-tessellation vertex functions
    uint32_t pulled = 0;                           // bits of vertex attributes that the text fetches (vertex_layout.h)
    std::vector<uint32_t> strides;                 // of attributes that the text fetches (fetched_input.h)
    bool operator==(const ProgramVariant&) const = default;
};

struct RenderPipeline {
    pvg::RenderPipelineRequest request;
    pvg::PipelineState state = pvg::PipelineState::Pending;
    pvg::Decline failure;
    OutcomePtr vertexOutcome, fragmentOutcome;
    std::shared_ptr<RenderProgram> program; // of `variant`
    std::string programKey;
    ProgramVariant variant;
    std::vector<RoutedOutput> routes;
    std::unique_ptr<ProgramBuild> build;
    VertexLayout layout;
    pvg::RenderPipelineUsage usage;
    uint8_t writtenAttachments = 0; // bit = colour attachment the fragment function writes

    bool isTessellating() const { return vertexOutcome->translation.reflection.stage == air::Stage::Tessellation; }
};

struct ComputeVariant {
    ProgramName name;
    StageInterface stage;
    GLint gridLocation = -1;
};

struct ComputePipeline {
    pvg::ComputePipelineRequest request;
    pvg::PipelineState state = pvg::PipelineState::Pending;
    pvg::Decline failure;
    OutcomePtr outcome;
    pvg::ComputePipelineUsage usage;
    std::map<std::vector<uint32_t>, std::unique_ptr<ComputeVariant>> variants;
};

class PipelineStore {
public:
    PipelineStore(const Caps& caps, StateCache& state, SamplerStore& samplers, air::ShaderService& shaders, pvg::Counters& counters)
        : m_caps(caps), m_state(state), m_samplers(samplers), m_shaders(shaders), m_counters(counters) {}

    pvg::RenderPipelineId create(const pvg::RenderPipelineRequest& request);
    pvg::ComputePipelineId create(const pvg::ComputePipelineRequest& request);
    void destroy(pvg::RenderPipelineId id);
    void destroy(pvg::ComputePipelineId id);
    // Moves the pipeline on as far as it gets without blocking, then returns it. Null: no such pipeline.
    RenderPipeline* advance(pvg::RenderPipelineId id);
    ComputePipeline* advance(pvg::ComputePipelineId id);

    // Makes `program` of a ready pipeline the one of `variant`; linked when first asked for, in this call.
    pvg::Declined<void> select(RenderPipeline& pipeline, const ProgramVariant& variant);
    // The program of one threadgroup size; linked when first asked for.
    pvg::Declined<ComputeVariant*> variant(ComputePipeline& pipeline, const KernelVariant& variant);

private:
    void request(const std::shared_ptr<const pvg::ShaderLibrary>& library);
    bool collect(const pvg::ShaderLibrary& library, OutcomePtr& outcome, pvg::Decline& failure);
    void startLink(RenderPipeline& pipeline);
    std::string renderKey(const RenderPipeline& pipeline, const ProgramVariant& variant) const;
    pvg::Declined<std::vector<StageText>> stageTexts(const RenderPipeline& pipeline, const ProgramVariant& variant) const;
    void finishLink(RenderPipeline& pipeline);
    void makeReady(RenderPipeline& pipeline);
    void fail(RenderPipeline& pipeline, pvg::Decline failure);
    pvg::Declined<std::shared_ptr<RenderProgram>> connect(RenderPipeline& pipeline, ProgramName name);
    void prunePrograms();

    const Caps& m_caps;
    StateCache& m_state;
    SamplerStore& m_samplers;
    air::ShaderService& m_shaders;
    pvg::Counters& m_counters;
    SlotTable<pvg::RenderPipelineId, RenderPipeline> m_render;
    SlotTable<pvg::ComputePipelineId, ComputePipeline> m_compute;
    std::unordered_map<std::string, std::shared_ptr<RenderProgram>> m_programs;
};

// Which Metal slots a stage touches.
pvg::StageUsage stageUsage(const air::Reflection& reflection);
// Of a pipeline of patches: the control stage, and what its own function gets besides the vertex preamble.
struct PatchTexts {
    std::string control, defines;
};
pvg::Declined<PatchTexts> patchTexts(const RenderPipeline& pipeline, const ProgramVariant& variant);

} // namespace gl
