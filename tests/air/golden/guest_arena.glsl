#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uniform uvec3 cs_grid[3];
layout(std430) buffer cs_arena { uint data[]; } cs_arena_b;
uniform uvec2 cs_info[31];
uniform uvec4 cs_memory;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
layout(std430) buffer cs_buf2 { uint data[]; } cs_b2;
layout(std430) buffer cs_buf3 { uint data[]; } cs_b3;
layout(std430) buffer cs_buf4 { uint data[]; } cs_b4;
layout(std430) buffer cs_buf5 { uint data[]; } cs_b5;
layout(std430) buffer cs_buf6 { uint data[]; } cs_b6;
layout(std430) buffer cs_buf7 { uint data[]; } cs_b7;
layout(std430) buffer cs_buf8 { uint data[]; } cs_b8;
layout(std430) buffer cs_buf9 { uint data[]; } cs_b9;
layout(std430) buffer cs_buf10 { uint data[]; } cs_b10;
layout(std430) buffer cs_buf11 { uint data[]; } cs_b11;
layout(std430) buffer cs_buf12 { uint data[]; } cs_b12;
layout(std430) buffer cs_buf13 { uint data[]; } cs_b13;
layout(std430) buffer cs_buf14 { uint data[]; } cs_b14;
layout(std430) buffer cs_buf15 { uint data[]; } cs_b15;
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_arena_b.data[(i) + (cs_info[0].x >> 2u)], cs_arena_b.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
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
uint cs_b1_atomicAdd(uint i, uint a) { return i < (cs_info[1].y + 3u >> 2u) ? atomicAdd(cs_b1.data[(i) + (cs_info[1].x >> 2u)], a) : 0u; }
uint cs_b2_atomicAdd(uint i, uint a) { return i < (cs_info[2].y + 3u >> 2u) ? atomicAdd(cs_b2.data[(i) + (cs_info[2].x >> 2u)], a) : 0u; }
uint cs_b3_atomicAdd(uint i, uint a) { return i < (cs_info[3].y + 3u >> 2u) ? atomicAdd(cs_b3.data[(i) + (cs_info[3].x >> 2u)], a) : 0u; }
uint cs_b4_atomicAdd(uint i, uint a) { return i < (cs_info[4].y + 3u >> 2u) ? atomicAdd(cs_b4.data[(i) + (cs_info[4].x >> 2u)], a) : 0u; }
uint cs_b5_atomicAdd(uint i, uint a) { return i < (cs_info[5].y + 3u >> 2u) ? atomicAdd(cs_b5.data[(i) + (cs_info[5].x >> 2u)], a) : 0u; }
uint cs_b6_atomicAdd(uint i, uint a) { return i < (cs_info[6].y + 3u >> 2u) ? atomicAdd(cs_b6.data[(i) + (cs_info[6].x >> 2u)], a) : 0u; }
uint cs_b7_atomicAdd(uint i, uint a) { return i < (cs_info[7].y + 3u >> 2u) ? atomicAdd(cs_b7.data[(i) + (cs_info[7].x >> 2u)], a) : 0u; }
uint cs_b8_atomicAdd(uint i, uint a) { return i < (cs_info[8].y + 3u >> 2u) ? atomicAdd(cs_b8.data[(i) + (cs_info[8].x >> 2u)], a) : 0u; }
uint cs_b9_atomicAdd(uint i, uint a) { return i < (cs_info[9].y + 3u >> 2u) ? atomicAdd(cs_b9.data[(i) + (cs_info[9].x >> 2u)], a) : 0u; }
uint cs_b10_atomicAdd(uint i, uint a) { return i < (cs_info[10].y + 3u >> 2u) ? atomicAdd(cs_b10.data[(i) + (cs_info[10].x >> 2u)], a) : 0u; }
uint cs_b11_atomicAdd(uint i, uint a) { return i < (cs_info[11].y + 3u >> 2u) ? atomicAdd(cs_b11.data[(i) + (cs_info[11].x >> 2u)], a) : 0u; }
uint cs_b12_atomicAdd(uint i, uint a) { return i < (cs_info[12].y + 3u >> 2u) ? atomicAdd(cs_b12.data[(i) + (cs_info[12].x >> 2u)], a) : 0u; }
uint cs_b13_atomicAdd(uint i, uint a) { return i < (cs_info[13].y + 3u >> 2u) ? atomicAdd(cs_b13.data[(i) + (cs_info[13].x >> 2u)], a) : 0u; }
uint cs_b14_atomicAdd(uint i, uint a) { return i < (cs_info[14].y + 3u >> 2u) ? atomicAdd(cs_b14.data[(i) + (cs_info[14].x >> 2u)], a) : 0u; }
uint cs_b15_atomicAdd(uint i, uint a) { return i < (cs_info[15].y + 3u >> 2u) ? atomicAdd(cs_b15.data[(i) + (cs_info[15].x >> 2u)], a) : 0u; }
uint cs_b16_atomicAdd(uint i, uint a) { return i < (cs_info[16].y + 3u >> 2u) ? atomicAdd(cs_arena_b.data[(i) + (cs_info[16].x >> 2u)], a) : 0u; }
void main() {
    uint tid_0 = ((gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID).x;
    uint t1 = cs_memory_ld(cs_find(cs_b0_ld2(tid_0 * 2u)) >> 2u);
    cs_b1_atomicAdd(0u, t1);
    cs_b2_atomicAdd(0u, t1);
    cs_b3_atomicAdd(0u, t1);
    cs_b4_atomicAdd(0u, t1);
    cs_b5_atomicAdd(0u, t1);
    cs_b6_atomicAdd(0u, t1);
    cs_b7_atomicAdd(0u, t1);
    cs_b8_atomicAdd(0u, t1);
    cs_b9_atomicAdd(0u, t1);
    cs_b10_atomicAdd(0u, t1);
    cs_b11_atomicAdd(0u, t1);
    cs_b12_atomicAdd(0u, t1);
    cs_b13_atomicAdd(0u, t1);
    cs_b14_atomicAdd(0u, t1);
    cs_b15_atomicAdd(0u, t1);
    cs_b16_atomicAdd(0u, t1);
}
