#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_arena { uint data[]; } cs_arena_b;
uniform uvec4 cs_memory;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
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
uvec2 cs_memory_ld2(uint i) { return i < max((cs_memory.y + 3u >> 2u), 1u) - 1u ? uvec2(cs_arena_b.data[(i) + (cs_memory.x >> 2u)], cs_arena_b.data[(i + 1u) + (cs_memory.x >> 2u)]) : uvec2(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uint t1;
    uvec2 address_0;
    address_0 = cs_address[0];
    t1 = 0u;
    for (;;) {
        uint place_2 = cs_find(address_0);
        if ((address_0.x | address_0.y) == 0u) {
            break;
        }
        address_0 = cs_memory_ld2(place_2 >> 2u);
        t1 = t1 + cs_memory_ld(place_2 + 8u >> 2u);
    }
    cs_b1_st(0u, t1);
}
