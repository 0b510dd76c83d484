// Compute segments (stream.md 5).
#pragma once

#include "pvg/exec/argument_table.h"
#include "pvg/exec/exec_context.h"
#include "pvg/stream/commands.h"

namespace pvg {

class ComputeEncoder {
public:
    explicit ComputeEncoder(ExecContext& context) : m_context(context) {}

    Declined<void> run(const stream::ComputePass& c);
    Declined<void> run(const stream::SetComputePipeline& c);
    Declined<void> run(const stream::SetThreadgroupMemory& c);
    Declined<void> run(const stream::SetStageInRegion& c);
    Declined<void> run(const stream::SetStageInRegionIndirect& c);
    Declined<void> run(const stream::DispatchThreadgroups& c) { return dispatch({false, c.threadgroups, c.threadsPerGroup}); }
    Declined<void> run(const stream::DispatchThreads& c) { return dispatch({true, c.threads, c.threadsPerGroup}); }
    Declined<void> run(const stream::DispatchThreadgroupsIndirect& c);
    Declined<void> run(const stream::DispatchThreadsIndirect& c);

    Declined<void> run(const stream::SetBuffers& c) { return bind(c); }
    Declined<void> run(const stream::SetStridedBuffers& c) { return bind(c); }
    Declined<void> run(const stream::SetBufferOffset& c) { return bind(c); }
    Declined<void> run(const stream::SetStridedBufferOffset& c) { return bind(c); }
    Declined<void> run(const stream::SetSamplers& c) { return bind(c); }
    Declined<void> run(const stream::SetClampedSamplers& c) { return bind(c); }
    Declined<void> run(const stream::SetTextures& c) { return bind(c); }

    Declined<void> run(const stream::BarrierScope&) { return barrier(); }
    Declined<void> run(const stream::BarrierResources&) { return barrier(); }
    // One context in order satisfies every fence; what lies in heaps is not known; no texture of this host is compressed behind its back.
    Declined<void> run(const stream::UpdateFence&) { return {}; }
    Declined<void> run(const stream::WaitForFence&) { return {}; }
    Declined<void> run(const stream::UseHeaps&) { return {}; }
    Declined<void> run(const stream::UseResources& c) { return m_residency.add(c); }
    Declined<void> run(const stream::ReinterpretationFlush&) { return {}; }

    Declined<void> end();

private:
    template <class C>
    Declined<void> bind(const C& command) {
        if (m_arguments.set(command)) m_state.dirty = 0xffffffff;
        else m_context.counters.add(Counter::StateChangesElided);
        return {};
    }
    Declined<void> barrier();
    Declined<void> order();
    Declined<void> fetchArguments(ObjectRef ref, uint64_t offset, std::span<std::byte> out);
    Declined<HostComputePipeline*> readyPipeline();
    Declined<void> dispatch(const Dispatch& call);

    ExecContext& m_context;
    ObjectRef m_pipeline;
    HostComputePipeline* m_readyPipeline = nullptr; // of m_pipeline
    bool m_concurrent = false;
    bool m_unordered = false; // a dispatch ran since the last barrier
    ComputeState m_state;
    ArgumentTable m_arguments;
    Residency m_residency;
};

} // namespace pvg
