#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_arena { uint data[]; } cs_arena_b;
uint local0[32];
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
    uint t0, t1, t2;
    uvec2 t3 = cs_address[0];
    local0[0u] = t3.x;
    local0[1u] = t3.y;
    t0 = 1u;
    t1 = 0u;
    for (;;) {
        if (t0 == 0u) {
            break;
        }
        uint t4 = t0 - 1u;
        uvec2 address2_5 = uvec2(local0[min(t4 * 2u, 31u)], local0[min(t4 * 2u + 1u, 31u)]);
        uint place_6 = cs_find(address2_5);
        uint t7 = t1 + cs_memory_ld(place_6 + 16u >> 2u);
        uvec2 address1_8 = cs_memory_ld2(place_6 >> 2u);
        bool t9 = (address1_8.x | address1_8.y) != 0u;
        uvec2 t10 = t9 ? address1_8 : address2_5;
        local0[min(t4 * 2u, 31u)] = t10.x;
        local0[min(t4 * 2u + 1u, 31u)] = t10.y;
        uint spec_select_11 = t9 ? t0 : t4;
        uvec2 address4_12 = cs_memory_ld2(place_6 + 8u >> 2u);
        if ((address4_12.x | address4_12.y) != 0u) {
            local0[min(spec_select_11 * 2u, 31u)] = address4_12.x;
            local0[min(spec_select_11 * 2u + 1u, 31u)] = address4_12.y;
            t2 = spec_select_11 + 1u;
        } else {
            t2 = spec_select_11;
        }
        t0 = t2;
        t1 = t7;
    }
    cs_b1_st(0u, t1);
}
