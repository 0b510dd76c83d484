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
uint air_quad_sum_uint_of(uint v, bool isActive) { uvec4 q = air_quad(uint(isActive ? v : 0u)); uint r = 0u; for (uint i = 0u; i < 4u; ++i) { uint x = uint(q[i]); r = r + x; } return r; }
void main() {
    bool active0, active1;
    uvec4 common_ret_op_0;
    uint t1 = air_to_uint(gl_FragCoord.x);
    uint t2 = air_to_uint(gl_FragCoord.y);
    uint t3 = (t1 & 1u | (t2 & 1u) << 1u) + 1u;
    active0 = false;
    active1 = false;
    active0 = t1 <= t2;
    active1 = !active0;
    uint t4 = air_quad_sum_uint_of(t3, active0);
    if (active0) {
        common_ret_op_0 = uvec4(t4);
    }
    if (active1) {
        common_ret_op_0 = uvec4(99u, 2u, 3u, 4u);
    }
    fs_color0 = common_ret_op_0;
}
