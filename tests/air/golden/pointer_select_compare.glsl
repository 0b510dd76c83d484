#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uniform uvec3 cs_grid[3];
layout(std430) readonly buffer cs_arena { uint data[]; } cs_arena_b;
uniform uvec4 cs_memory;
layout(std430) buffer cs_buf2 { uint data[]; } cs_b2;
uniform uvec2 cs_info[31];
uniform uvec2 cs_address[31];
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
void cs_b2_st(uint i, uint v) { if (i < (cs_info[2].y + 3u >> 2u)) { cs_b2.data[(i) + (cs_info[2].x >> 2u)] = v; } }
void main() {
    uint tid_0 = ((gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID).x;
    uvec2 address2_1 = cs_address[1];
    bool t2 = tid_0 < 2u;
    bool t3 = (tid_0 & 1u) != 0u;
    uint64_t t4 = uint64_t(tid_0);
    uint64_t t5 = packUint2x32(cs_address[0]) + 0x4ul;
    uvec2 t6 = unpackUint2x32(t5);
    uvec2 address1_7 = uvec2(t6.x, t6.y);
    uint64_t t8 = packUint2x32(address2_1);
    uint64_t t9 = t8 + t4 * 0x4ul;
    uvec2 t10 = unpackUint2x32(t9);
    uvec2 address4_11 = t2 ? address1_7 : uvec2(t10.x, t10.y);
    uint64_t t12 = t8 + 0xcul;
    uvec2 t13 = unpackUint2x32(t12);
    uvec2 address8_14 = t2 ? (t3 ? address2_1 : address1_7) : t3 ? uvec2(t13.x, t13.y) : address1_7;
    uvec2 t15 = address4_11 ^ address8_14;
    uint t16 = cs_memory_ld(cs_find(t2 ? address8_14 : address4_11) >> 2u);
    uint t17 = uint(t4);
    cs_b2_st(t17 * 2u, uint((t15.x | t15.y) == 0u));
    uint t18 = uint(t4);
    cs_b2_st(t18 * 2u + 1u, t16);
}
