#version 450 core
layout(location = 0) out vec4 fs_color0;
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
float air_quad_sum_float(float v) { uvec4 q = air_quad(floatBitsToUint(v)); float r = 0.0; for (uint i = 0u; i < 4u; ++i) { float x = uintBitsToFloat(q[i]); r = r + x; } return r; }
float air_quad_max_float(float v) { uvec4 q = air_quad(floatBitsToUint(v)); float r = uintBitsToFloat(0xff800000u); for (uint i = 0u; i < 4u; ++i) { float x = uintBitsToFloat(q[i]); r = max(r, x); } return r; }
float air_quad_min_float(float v) { uvec4 q = air_quad(floatBitsToUint(v)); float r = uintBitsToFloat(0x7f800000u); for (uint i = 0u; i < 4u; ++i) { float x = uintBitsToFloat(q[i]); r = min(r, x); } return r; }
uint air_quad_shuffle_rotate_down(uint v, uint n) { uint l = air_quad_index(); return air_quad(v)[(l + n) & 3u]; }
void main() {
    precise float t0 = gl_FragCoord.x * 0.25 + gl_FragCoord.y;
    float t1 = air_quad_sum_float(t0);
    float t2 = air_quad_max_float(t0);
    float t3 = air_quad_min_float(t0);
    uint t4 = air_quad_shuffle_rotate_down(floatBitsToUint(t0), 1u);
    float t5 = uintBitsToFloat(t4);
    fs_color0 = vec4(t1, t2, t3, t5);
}
