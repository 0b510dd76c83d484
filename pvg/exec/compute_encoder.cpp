#include "pvg/exec/compute_encoder.h"

#include <algorithm>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"

namespace pvg {

namespace {

bool anyZero(const std::array<uint64_t, 3>& v) { return v[0] == 0 || v[1] == 0 || v[2] == 0; }

Declined<void> checkDispatch(const Dispatch& call, const BackendCaps& caps, const HostComputePipeline& pipeline) {
    const auto threads = checkedMul(call.threadsPerGroup[0], call.threadsPerGroup[1]);
    const auto total = threads ? checkedMul(*threads, call.threadsPerGroup[2]) : threads;
    const uint64_t limit = std::min(caps.maxTotalThreadsPerThreadgroup, std::max(1U, pipeline.usage->maxTotalThreadsPerThreadgroup));
    if (!total || *total > limit)
        return decline(DeclineReason::LimitExceeded, "threadgroup of {} x {} x {} threads", call.threadsPerGroup[0], call.threadsPerGroup[1],
                       call.threadsPerGroup[2]);
    for (size_t i = 0; i < 3; ++i)
        if (call.threadsPerGroup[i] > caps.maxThreadsPerThreadgroup[i] || call.grid[i] > UINT32_MAX)
            return decline(DeclineReason::LimitExceeded, "axis {}: {} in groups of {} threads", i, call.grid[i], call.threadsPerGroup[i]);
    return {};
}

} // namespace

Declined<void> ComputeEncoder::run(const stream::ComputePass& c) {
    if (c.dispatchType > uint32_t(mtl::DispatchType::Concurrent)) return decline(DeclineReason::BadField, "dispatch type {}", c.dispatchType);
    m_concurrent = c.dispatchType == uint32_t(mtl::DispatchType::Concurrent);
    return {};
}

Declined<void> ComputeEncoder::run(const stream::SetComputePipeline& c) {
    if (c.pipeline == m_pipeline) m_context.counters.add(Counter::StateChangesElided);
    else m_readyPipeline = nullptr;
    m_pipeline = c.pipeline;
    return {};
}

Declined<void> ComputeEncoder::run(const stream::SetThreadgroupMemory& c) {
    if (c.index >= m_state.threadgroupMemory.size() || c.length > m_context.backend.caps().maxThreadgroupMemory)
        return decline(DeclineReason::LimitExceeded, "{} bytes of threadgroup memory at index {}", c.length, c.index);
    if (m_state.threadgroupMemory[c.index] == c.length) return {};
    m_state.threadgroupMemory[c.index] = uint32_t(c.length);
    m_state.dirty = 0xffffffff;
    return {};
}

// The size says which threads there are attributes for; threads beyond read what the buffers hold.
Declined<void> ComputeEncoder::run(const stream::SetStageInRegion& c) {
    for (size_t i = 0; i < 3; ++i)
        if (c.origin[i] > UINT32_MAX) return decline(DeclineReason::LimitExceeded, "stage-in region from {} on axis {}", c.origin[i], i);
    for (size_t i = 0; i < 3; ++i) m_state.stageInOrigin[i] = uint32_t(c.origin[i]);
    m_state.dirty = 0xffffffff;
    return {};
}

Declined<void> ComputeEncoder::run(const stream::SetStageInRegionIndirect& c) {
    std::array<std::byte, 24> arguments{};
    PVG_CHECK(fetchArguments(c.buffer, c.offset, arguments));
    ByteReader r(arguments);
    stream::SetStageInRegion region;
    for (auto& v : region.origin) v = r.u32();
    for (auto& v : region.size) v = r.u32();
    return run(region);
}

Declined<void> ComputeEncoder::barrier() {
    if (m_unordered) m_context.backend.memoryBarrier();
    m_unordered = false;
    return {};
}

// Serial encoders order their dispatches, also where one stores to a texture over a buffer and the next to the buffer.
Declined<void> ComputeEncoder::order() {
    PVG_CHECK(barrier());
    m_context.coherency.landAliases();
    return {};
}

// What earlier work of the packet wrote counts, through textures over the buffer as well.
Declined<void> ComputeEncoder::fetchArguments(ObjectRef ref, uint64_t offset, std::span<std::byte> out) {
    PVG_CHECK(order());
    PVG_TRY(const auto buffer, m_context.objects.buffer(m_context.task, ref));
    return m_context.coherency.fetch(buffer, offset, out);
}

Declined<HostComputePipeline*> ComputeEncoder::readyPipeline() {
    if (m_readyPipeline) return m_readyPipeline;
    if (!m_pipeline) return decline(DeclineReason::MissingPipeline);
    PVG_TRY(HostComputePipeline* const pipeline, m_context.objects.computePipeline(m_context.task, m_pipeline));
    if (pipeline->failure) return *pipeline->failure;
    if (m_context.isLate(m_pipeline, pipeline->usage != nullptr)) return decline(DeclineReason::ShaderLate, "pipeline {}", m_pipeline.value);
    m_readyPipeline = pipeline;
    m_state.pipeline = pipeline->id;
    m_state.dirty = 0xffffffff;
    return pipeline;
}

Declined<void> ComputeEncoder::dispatch(const Dispatch& call) {
    if (anyZero(call.grid) || anyZero(call.threadsPerGroup)) return {}; // legal and empty
    PVG_TRY(const HostComputePipeline* const pipeline, readyPipeline());
    PVG_CHECK(checkDispatch(call, m_context.backend.caps(), *pipeline));
    const StageUsage& usage = pipeline->usage->kernel;
    if (!m_concurrent) PVG_CHECK(order());
    const auto changed = m_arguments.resolve(m_context, usage, pipeline->usage->fetchBuffers, m_state.bindings);
    const bool isOtherMemory = m_arguments.resolveMemory(m_context, usage, m_residency, m_state.bindings);
    if (changed.buffers || changed.textures || changed.samplers || isOtherMemory) m_state.dirty = 0xffffffff;
    PVG_CHECK(m_context.backend.dispatch(m_state, call));
    m_unordered = true;
    m_context.counters.add(Counter::Dispatches);
    m_arguments.markWritten(m_context, usage);
    return {};
}

Declined<void> ComputeEncoder::run(const stream::DispatchThreadgroupsIndirect& c) {
    std::array<std::byte, 12> arguments{};
    PVG_CHECK(fetchArguments(c.arguments, c.argumentsOffset, arguments));
    ByteReader r(arguments);
    Dispatch call;
    for (auto& groups : call.grid) groups = r.u32();
    call.threadsPerGroup = c.threadsPerGroup;
    return dispatch(call);
}

Declined<void> ComputeEncoder::run(const stream::DispatchThreadsIndirect& c) {
    std::array<std::byte, 24> arguments{};
    PVG_CHECK(fetchArguments(c.arguments, c.argumentsOffset, arguments));
    ByteReader r(arguments);
    Dispatch call;
    call.threadsNotGroups = true;
    for (auto& threads : call.grid) threads = r.u32();
    for (auto& threads : call.threadsPerGroup) threads = r.u32();
    return dispatch(call);
}

Declined<void> ComputeEncoder::end() {
    return order();
}

} // namespace pvg
