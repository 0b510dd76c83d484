#include "renderer-gl/dispatch_split.h"

#include <algorithm>

namespace gl {

using pvg::DeclineReason;

namespace {

// Bounds the work one guest record can ask of the queue of GL calls.
constexpr size_t kMostParts = 4096;

struct Span {
    uint32_t local, first, groups;
};

// Along one axis: runs of full groups, then the ragged group if there is one.
std::vector<Span> spansOf(uint64_t threads, uint32_t size, uint32_t maxGroups) {
    std::vector<Span> spans;
    const uint64_t full = threads / size;
    for (uint64_t first = 0; first < full; first += maxGroups)
        spans.push_back({size, uint32_t(first), uint32_t(std::min<uint64_t>(full - first, maxGroups))});
    if (const uint64_t rest = threads % size; rest != 0) spans.push_back({uint32_t(rest), uint32_t(full), 1});
    return spans;
}

} // namespace

pvg::Declined<DispatchPlan> planDispatch(const pvg::Dispatch& call, const std::array<uint32_t, 3>& maxGroups) {
    DispatchPlan plan;
    std::array<std::vector<Span>, 3> axes;
    const auto isZero = [](uint64_t n) { return n == 0; };
    if (std::any_of(call.grid.begin(), call.grid.end(), isZero) || std::any_of(call.threadsPerGroup.begin(), call.threadsPerGroup.end(), isZero))
        return plan;
    for (size_t axis = 0; axis < 3; ++axis) {
        const uint64_t size = call.threadsPerGroup[axis], count = call.grid[axis];
        if (size > 0xffff || count > 0xffffffff || (!call.threadsNotGroups && count * size > 0xffffffff))
            return pvg::decline(DeclineReason::LimitExceeded, "dispatch of {} with groups of {} on axis {}", count, size, axis);
        const uint64_t threads = call.threadsNotGroups ? count : count * size;
        plan.threads[axis] = uint32_t(threads);
        plan.groups[axis] = uint32_t((threads + size - 1) / size);
        if (plan.groups[axis] / maxGroups[axis] > kMostParts)
            return pvg::decline(DeclineReason::LimitExceeded, "{} threadgroups on axis {}", plan.groups[axis], axis);
        axes[axis] = spansOf(threads, uint32_t(size), maxGroups[axis]);
    }
    if (axes[0].size() * axes[1].size() * axes[2].size() > kMostParts)
        return pvg::decline(DeclineReason::LimitExceeded, "a dispatch of {} parts", axes[0].size() * axes[1].size() * axes[2].size());
    for (const Span& z : axes[2])
        for (const Span& y : axes[1])
            for (const Span& x : axes[0])
                plan.parts.push_back({{x.local, y.local, z.local}, {x.first, y.first, z.first}, {x.groups, y.groups, z.groups}});
    return plan;
}

} // namespace gl
