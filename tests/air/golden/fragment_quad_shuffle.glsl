#version 450 core
layout(location = 0) out uvec4 fs_color0;
uint air_to_uint(float x) { return mix(mix(uint(clamp(x, 0.0, 4294967040.0)), uint(0xffffffffu), bool(step(4294967296.0, x))), uint(0u), isnan(x)); }
uint air_quad_index() { uvec2 p = uvec2(gl_FragCoord.xy) & 1u; return p.x | p.y << 1; }
uvec4 air_quad(uint v) {
    uint l = air_quad_index();
    vec2 across = vec2(v & 0xffffu, v >> 16);
    across += dFdxFine(across) * ((l & 1u) != 0u ? -1.0 : 1.0);
    vec4 rows = vec4(v & 0xffffu, v >> 16, across);
    rows += dFdyFine(rows) * ((l & 2u) != 0u ? -1.0 : 1.0);
    uvec4 own = uvec4(v, uint(across.x) | uint(across.y) << 16, uint(rows.x) | uint(rows.y) << 16, uint(rows.z) | uint(rows.w) << 16);
    own = (l & 1u) != 0u ? own.yxwz : own;
    return (l & 2u) != 0u ? own.zwxy : own;
}
uint air_quad_shuffle_xor(uint v, uint n) { uint l = air_quad_index(); return air_quad(v)[(l ^ n) & 3u]; }
uint air_quad_shuffle_down(uint v, uint n) { uint l = air_quad_index(); return air_quad(v)[(l + n < 4u ? l + n : l) & 3u]; }
uint air_quad_broadcast(uint v, uint n) { uint l = air_quad_index(); return air_quad(v)[(n) & 3u]; }
uint air_quad_prefix_inclusive_sum_uint(uint v) { uvec4 q = air_quad(uint(v)); uint r = 0u; for (uint i = 0u; i < air_quad_index() + 1u; ++i) { uint x = uint(q[i]); r = r + x; } return r; }
void main() {
    uint t0 = air_to_uint(gl_FragCoord.x);
    uint t1 = air_to_uint(gl_FragCoord.y);
    uint t2 = t0 * 0xf4243u + t1 * 0x42c1d81u - 0x7ffffffbu;
    uint t3 = air_quad_shuffle_xor(t2, 1u);
    uint t4 = t3;
    uint t5 = air_quad_shuffle_down(t2, 1u);
    uint t6 = t5;
    uint t7 = air_quad_broadcast(t2, 2u);
    uint t8 = t7;
    uint t9 = air_quad_prefix_inclusive_sum_uint(t2);
    fs_color0 = uvec4(t4, t6, t8, t9);
}
