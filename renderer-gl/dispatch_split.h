// One Metal dispatch as GL dispatches: GL's threadgroup size is compiled in and its group counts are bounded, Metal's dispatchThreads has
// smaller groups at the far edges (stream.md 12).
#pragma once

#include <vector>

#include "pvg/exec/backend.h"
#include "renderer-gl/program_source.h"

namespace gl {

struct SubDispatch {
    LocalSize local;                       // threads of each group
    std::array<uint32_t, 3> firstGroup{};  // in Metal's grid of groups
    std::array<uint32_t, 3> groups{};
    bool operator==(const SubDispatch&) const = default;
};
struct DispatchPlan {
    std::array<uint32_t, 3> threads{}, groups{}; // of the whole grid
    std::vector<SubDispatch> parts;              // empty: nothing to run
};

// `maxGroups`: GL's bound per axis.
pvg::Declined<DispatchPlan> planDispatch(const pvg::Dispatch& call, const std::array<uint32_t, 3>& maxGroups);

} // namespace gl
