// Grid builtins of kernels. GL has no partial workgroups: edge groups run as dispatches of their own (reflection.h, cs_grid).
#include <fmt/format.h>

#include <array>

#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;

namespace {

constexpr GlslType kUint{Base::Uint, 1}, kUint3{Base::Uint, 3};

struct Row {
    const char* kind;
    const char* text;
    GlslType type;
    bool usesGrid;
};

// Simdgroups have 32 threads, as on Apple's GPUs (air.md 6.14).
constexpr std::array kRows = {
    Row{"air.thread_position_in_grid",
        "((gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID)", kUint3, true},
    Row{"air.threads_per_grid", "cs_grid[0]", kUint3, true},
    Row{"air.grid_size", "cs_grid[0]", kUint3, true},
    Row{"air.grid_origin", "uvec3(0u)", kUint3, false},
    Row{"air.threadgroup_position_in_grid", "(gl_WorkGroupID + cs_grid[2])", kUint3, true},
    Row{"air.threadgroups_per_grid", "cs_grid[1]", kUint3, true},
    Row{"air.thread_position_in_threadgroup", "gl_LocalInvocationID", kUint3, false},
    Row{"air.threads_per_threadgroup", "gl_WorkGroupSize", kUint3, false},
    Row{"air.dispatch_threads_per_threadgroup", "uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z)", kUint3, false},
    Row{"air.thread_index_in_threadgroup", "gl_LocalInvocationIndex", kUint, false},
    Row{"air.thread_index_in_simdgroup", "(gl_LocalInvocationIndex & 31u)", kUint, false},
    Row{"air.simdgroup_index_in_threadgroup", "(gl_LocalInvocationIndex >> 5u)", kUint, false},
    Row{"air.simdgroups_per_threadgroup", "air_simdgroups()", kUint, false},
    Row{"air.dispatch_simdgroups_per_threadgroup", "air_simdgroups()", kUint, false},
    Row{"air.threads_per_simdgroup", "32u", kUint, false},
    Row{"air.thread_execution_width", "32u", kUint, false},
    Row{"air.thread_index_in_quadgroup", "(gl_LocalInvocationIndex & 3u)", kUint, false},
    Row{"air.quadgroup_index_in_threadgroup", "(gl_LocalInvocationIndex >> 2u)", kUint, false},
    Row{"air.quadgroups_per_threadgroup", "air_quadgroups()", kUint, false},
    Row{"air.dispatch_quadgroups_per_threadgroup", "air_quadgroups()", kUint, false},
};

struct GroupCount {
    const char* call;
    unsigned shift;
};

constexpr std::array kGroupCounts = {GroupCount{"air_simdgroups()", 5}, GroupCount{"air_quadgroups()", 2}};

} // namespace

Builtin kernelBuiltin(Emitter& emitter, const std::string& kind) {
    for (const Row& row : kRows) {
        if (kind != row.kind) continue;
        if (row.usesGrid && !emitter.reflection().usesGrid) {
            emitter.reflection().usesGrid = true;
            emitter.declare("uniform uvec3 cs_grid[3];");
        }
        const Expr e{row.text};
        for (const GroupCount& count : kGroupCounts)
            if (e.text == count.call)
                emitter.helpers().add(
                    count.call,
                    fmt::format("uint {} {{ return (gl_WorkGroupSize.x * gl_WorkGroupSize.y * gl_WorkGroupSize.z + {}u) >> {}u; }}",
                                count.call, (1U << count.shift) - 1, count.shift));
        return {e, row.type};
    }
    return {};
}

} // namespace air
