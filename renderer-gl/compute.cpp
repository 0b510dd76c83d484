#include "renderer-gl/compute.h"

#include <algorithm>
#include <array>

#include "renderer-gl/fetched_input.h"
#include "renderer-gl/pixel_coordinates.h"
#include "renderer-gl/slots.h"

namespace gl {

using pvg::DeclineReason;
using pvg::PipelineState;

namespace {

std::array<uint32_t, 3> groupLimits(const Caps& caps) {
    std::array<uint32_t, 3> limits;
    std::transform(caps.maxGroups.begin(), caps.maxGroups.end(), limits.begin(), [](GLint n) { return uint32_t(std::max(n, 1)); });
    return limits;
}

OutputRoute routeOf(const Texture& texture) {
    if (texture.format->kind == FormatKind::Alpha) return OutputRoute::AlphaToRed;
    return texture.exchangesRedBlue ? OutputRoute::ExchangeRedBlue : OutputRoute::Plain;
}

} // namespace

pvg::Declined<ComputePipeline*> ComputeEncoder::readyPipeline(pvg::ComputePipelineId id) {
    ComputePipeline* pipeline = m_pipelines.advance(id);
    if (pipeline == nullptr) return pvg::decline(DeclineReason::MissingPipeline);
    if (pipeline->state == PipelineState::Failed) return pipeline->failure;
    if (pipeline->state == PipelineState::Pending) return pvg::decline(DeclineReason::ShaderLate);
    return pipeline;
}

KernelVariant ComputeEncoder::shapeOf(const ComputePipeline& pipeline, const pvg::ComputeState& state, const pvg::Dispatch& call) const {
    KernelVariant shape;
    shape.group = {uint32_t(call.threadsPerGroup[0]), uint32_t(call.threadsPerGroup[1]), uint32_t(call.threadsPerGroup[2])};
    for (const air::ThreadgroupArgument& argument : pipeline.outcome->translation.reflection.threadgroupArguments) {
        const bool isKnown = argument.metalIndex < state.threadgroupMemory.size();
        shape.threadgroupBytes.push_back(isKnown ? state.threadgroupMemory[argument.metalIndex] : 0);
    }
    for (const air::TextureUse& use : pipeline.outcome->translation.reflection.textures) {
        if (!use.isImage) continue;
        const Texture* texture = m_textures.find(textureAt(state.bindings, use.metalIndex));
        shape.imageRoutes.push_back(texture != nullptr ? routeOf(*texture) : OutputRoute::Plain);
        if (!use.isImageRead) continue;
        const bool isOfKind = texture != nullptr && texture->format->sampledType() == use.componentType;
        shape.imageFormats.push_back(isOfKind ? imageFormatOf(texture->format->internal) : nullptr);
    }
    const auto& input = pipeline.request.descriptor.stageInput;
    if (input && !pipeline.outcome->translation.reflection.fetchedInputs.empty()) shape.strides = fetchStrides(*input, state.bindings);
    return shape;
}

// Stage input (objects.md 9.3): its indices lie in one of the kernel's buffers.
pvg::Declined<void> ComputeEncoder::bindInput(const ComputePipeline& pipeline, ComputeVariant& variant, const pvg::ComputeState& state) {
    const auto& input = pipeline.request.descriptor.stageInput;
    const pvg::BufferBinding indices = input ? state.bindings.buffers[input->indexBufferIndex] : pvg::BufferBinding{};
    PVG_CHECK(m_bindings.bindInputs(variant.name.get(), variant.stage, state.bindings, indices));
    const auto& origin = state.stageInOrigin;
    if (variant.stage.originLocation >= 0) glProgramUniform3ui(variant.name.get(), variant.stage.originLocation, origin[0], origin[1], origin[2]);
    return {};
}

pvg::Declined<void> ComputeEncoder::checkGroup(const ComputePipeline& pipeline, const pvg::ComputeState& state, const pvg::Dispatch& call) const {
    const auto& size = call.threadsPerGroup;
    const auto& most = m_caps.reported.maxThreadsPerThreadgroup;
    for (size_t axis = 0; axis < 3; ++axis)
        if (size[axis] > most[axis])
            return pvg::decline(DeclineReason::LimitExceeded, "{} threads a group on axis {}, at most {}", size[axis], axis, most[axis]);
    const uint64_t threads = size[0] * size[1] * size[2];
    if (threads > m_caps.reported.maxTotalThreadsPerThreadgroup)
        return pvg::decline(DeclineReason::LimitExceeded, "{} threads a group, at most {}", threads, m_caps.reported.maxTotalThreadsPerThreadgroup);
    uint64_t memory = pipeline.usage.staticThreadgroupMemory;
    for (const air::ThreadgroupArgument& argument : pipeline.outcome->translation.reflection.threadgroupArguments)
        if (argument.metalIndex < state.threadgroupMemory.size()) memory += state.threadgroupMemory[argument.metalIndex];
    if (memory > m_caps.reported.maxThreadgroupMemory)
        return pvg::decline(DeclineReason::LimitExceeded, "{} bytes of threadgroup memory, at most {}", memory, m_caps.reported.maxThreadgroupMemory);
    return {};
}

pvg::Declined<void> ComputeEncoder::dispatch(pvg::ComputeState& state, const pvg::Dispatch& call) {
    PVG_TRY(ComputePipeline * pipeline, readyPipeline(state.pipeline));
    PVG_CHECK(checkGroup(*pipeline, state, call));
    PVG_TRY(const DispatchPlan plan, planDispatch(call, groupLimits(m_caps)));
    PVG_CHECK(m_bindings.fillArena({})); // a draw that was refused may have left one
    KernelVariant shape = shapeOf(*pipeline, state, call);
    PVG_TRY(shape.pixelSampled, pixelSampled(pipeline->outcome->translation.reflection, state.bindings, m_samplers));
    auto ran = run(*pipeline, state, plan, shape);
    m_bindings.giveBackArena();
    if (ran) state.dirty = 0;
    return ran;
}

// Binds everything for each program: the state cache keeps what did not change away from the driver.
pvg::Declined<void> ComputeEncoder::run(ComputePipeline& pipeline, const pvg::ComputeState& state, const DispatchPlan& plan,
                                        const KernelVariant& shape) {
    for (const SubDispatch& part : plan.parts) {
        KernelVariant wanted = shape;
        wanted.local = part.local;
        PVG_TRY(ComputeVariant * variant, m_pipelines.variant(pipeline, wanted));
        const GLuint program = variant->name.get();
        m_state.useProgram(program);
        // One arena for all parts; they are of one text.
        if (&part == plan.parts.data()) PVG_CHECK(m_bindings.fillArena(std::array{BoundStage{variant->stage, state.bindings}}));
        PVG_CHECK(m_bindings.bindBuffers(program, variant->stage, state.bindings));
        PVG_CHECK(bindInput(pipeline, *variant, state));
        PVG_CHECK(m_bindings.bindTextures(variant->stage, state.bindings));
        if (variant->gridLocation >= 0) {
            const GLuint grid[9] = {plan.threads[0],    plan.threads[1],    plan.threads[2],    plan.groups[0],     plan.groups[1],
                                    plan.groups[2],     part.firstGroup[0], part.firstGroup[1], part.firstGroup[2]};
            glProgramUniform3uiv(program, variant->gridLocation, 3, grid);
        }
        m_state.countCalls(2);
        glDispatchCompute(part.groups[0], part.groups[1], part.groups[2]);
    }
    return {};
}

} // namespace gl
