// One ExecIndirect2 packet on its way: its private copy of the stream and what a first walk over it found.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "pvg/exec/executor.h"
#include "pvg/stream/framing.h"

namespace pvg {

// A store action sent after the pass record; the back end wants all of them when the pass opens.
struct StoreOverride {
    enum class Target : uint8_t { Color, Depth, Stencil };
    uint32_t encoder = 0; // number of the render encoder in the packet
    Target target{};
    uint32_t index = 0;
    uint32_t action = 0;
};

struct Executor::Work {
    TaskId task;
    Epoch epoch;
    bool refused = false; // nothing of it runs
    std::vector<StreamChunk> buffers; // the packet's command-buffer table
    std::unique_ptr<std::byte[]> bytes; // of all chunks: one block, which goes back to the system as a whole
    std::vector<std::span<const std::byte>> chunks;
    bool scanned = false;
    std::vector<ObjectRef> renderPipelines, computePipelines;
    std::vector<ObjectRef> leftOut; // pipelines that were not ready when a draw or dispatch wanted them: out for the whole packet
    std::vector<StoreOverride> stores; // by encoder

    // Copies the chunks out of guest memory, all or nothing (decisions.md 12).
    Declined<void> gather(Task& owner, std::span<const StreamChunk> from);
    // Fills pipelines and stores.
    void scan();
};

} // namespace pvg
