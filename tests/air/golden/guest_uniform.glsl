#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uniform uvec3 cs_grid[3];
layout(std430) readonly buffer cs_arena { uint data[]; } cs_arena_b;
layout(std140) uniform cs_ubo0 { uvec4 data[10]; } cs_b0;
uniform uvec4 cs_memory;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
uvec2 cs_b0_ld2(uint i) { return i < max(40u, 1u) - 1u ? uvec2(cs_b0.data[(i) >> 2u][(i) & 3u], cs_b0.data[(i + 1u) >> 2u][(i + 1u) & 3u]) : uvec2(0); }
uint cs_find(uvec2 a) {
    uint first = 0u, last = cs_memory.w;
    for (; first < last;) {
        uint middle = first + last >> 1u, at = cs_memory.z + middle * 4u;
        bool isBehind = cs_arena_b.data[at + 1u] > a.y || cs_arena_b.data[at + 1u] == a.y && cs_arena_b.data[at] > a.x;
        first = isBehind ? first : middle + 1u;
        last = isBehind ? middle : last;
    }
    if (first == 0u) return 2147483648u;
    uint at = cs_memory.z + first * 4u - 4u, distance = a.x - cs_arena_b.data[at];
    bool isInside = a.y - cs_arena_b.data[at + 1u] == (a.x < cs_arena_b.data[at] ? 1u : 0u) && distance <= cs_arena_b.data[at + 2u];
    return isInside ? cs_arena_b.data[at + 3u] + distance : 2147483648u;
}
uint cs_memory_ld(uint i) { return i < (cs_memory.y + 3u >> 2u) ? uint(cs_arena_b.data[(i) + (cs_memory.x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uint tid_0 = ((gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID).x;
    cs_b1_st(tid_0, cs_memory_ld(cs_find(cs_b0_ld2((tid_0 == 2u ? 19u : tid_0) * 2u)) >> 2u));
}
