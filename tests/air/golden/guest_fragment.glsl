#version 450 core
layout(location = 0) out vec4 fs_color0;
layout(std430) readonly buffer fs_arena { uint data[]; } fs_arena_b;
layout(std430) readonly buffer fs_buf0 { uint data[]; } fs_b0;
uniform uvec2 fs_info[31];
uniform uvec4 fs_memory;
uint air_to_uint(float x) { return mix(mix(uint(clamp(x, 0.0, 4294967040.0)), uint(0xffffffffu), bool(step(4294967296.0, x))), uint(0u), isnan(x)); }
uvec2 fs_b0_ld2(uint i) { return i < max((fs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(fs_b0.data[(i) + (fs_info[0].x >> 2u)], fs_b0.data[(i + 1u) + (fs_info[0].x >> 2u)]) : uvec2(0); }
uint fs_find(uvec2 a) {
    uint first = 0u, last = fs_memory.w;
    for (; first < last;) {
        uint middle = first + last >> 1u, at = fs_memory.z + middle * 4u;
        bool isBehind = fs_arena_b.data[at + 1u] > a.y || fs_arena_b.data[at + 1u] == a.y && fs_arena_b.data[at] > a.x;
        first = isBehind ? first : middle + 1u;
        last = isBehind ? middle : last;
    }
    if (first == 0u) return 2147483648u;
    uint at = fs_memory.z + first * 4u - 4u, distance = a.x - fs_arena_b.data[at];
    bool isInside = a.y - fs_arena_b.data[at + 1u] == (a.x < fs_arena_b.data[at] ? 1u : 0u) && distance <= fs_arena_b.data[at + 2u];
    return isInside ? fs_arena_b.data[at + 3u] + distance : 2147483648u;
}
uvec4 fs_memory_ld4(uint i) { return i < max((fs_memory.y + 3u >> 2u), 3u) - 3u ? uvec4(fs_arena_b.data[(i) + (fs_memory.x >> 2u)], fs_arena_b.data[(i + 1u) + (fs_memory.x >> 2u)], fs_arena_b.data[(i + 2u) + (fs_memory.x >> 2u)], fs_arena_b.data[(i + 3u) + (fs_memory.x >> 2u)]) : uvec4(0); }
void main() {
    fs_color0 = uintBitsToFloat(fs_memory_ld4(fs_find(fs_b0_ld2(air_to_uint(gl_FragCoord.x) * 2u)) >> 2u));
}
