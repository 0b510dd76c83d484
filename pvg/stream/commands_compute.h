// Commands of compute segments besides commands_bind.h. See commands.h.
#pragma once

#include <array>
#include <cstdint>

#include "pvg/stream/commands_bind.h"

namespace pvg::stream {

// Compute.
struct DispatchThreadgroups {
    Size3 threadgroups{}, threadsPerGroup{};
};
struct DispatchThreadgroupsIndirect {
    Size3 threadsPerGroup{};
    uint64_t argumentsOffset = 0;
    ObjectRef arguments;
};
struct DispatchThreads {
    Size3 threads{}, threadsPerGroup{};
};
struct DispatchThreadsIndirect {
    uint64_t argumentsOffset = 0;
    ObjectRef arguments;
};
struct SetComputePipeline {
    ObjectRef pipeline;
};
struct SetStageInRegion {
    Size3 size{}, origin{};
};
struct SetStageInRegionIndirect {
    ObjectRef buffer;
    uint64_t offset = 0;
};
struct SetThreadgroupMemory {
    uint64_t length = 0;
    uint32_t index = 0;
};
struct SetImageblockSize {
    uint32_t width = 0, height = 0;
};
struct ComputePass {
    uint32_t dispatchType = 0;
};
struct Condition {
    ObjectRef buffer;
    uint64_t offset = 0;
    uint32_t comparison = 0, reference = 0;
};
struct StartDoWhile {};
struct EndDoWhile : Condition {};
struct StartWhile : Condition {};
struct EndWhile {};
struct StartIf : Condition {};
struct StartElse {};
struct EndIf {};
struct ReinterpretationFlush {};

} // namespace pvg::stream
