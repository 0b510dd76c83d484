#version 450 core
layout(location = 0) out uvec4 fs_color0;
uint air_quad_index() { uvec2 p = uvec2(gl_FragCoord.xy) & 1u; return p.x | p.y << 1; }
uint air_to_uint(float x) { return mix(mix(uint(clamp(x, 0.0, 4294967040.0)), uint(0xffffffffu), bool(step(4294967296.0, x))), uint(0u), isnan(x)); }
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
uint air_quad_ballot(bool v) { uvec4 q = air_quad(uint(v)); return q.x | q.y << 1 | q.z << 2 | q.w << 3; }
void main() {
    uint thread_index_in_quadgroup_0 = air_quad_index();
    uint t1 = air_to_uint(gl_FragCoord.x);
    uint t2 = air_to_uint(gl_FragCoord.y);
    bool t3 = t1 + t2 >= 3u;
    uint t4 = air_quad_ballot(t3);
    bool t5 = any(notEqual(air_quad(uint(t3)), uvec4(0u)));
    bool t6 = all(notEqual(air_quad(uint(t3)), uvec4(0u)));
    bool t7 = gl_HelperInvocation;
    bool t8 = air_quad_index() == 0u;
    uint t9 = air_quad_ballot(true);
    fs_color0 = uvec4(t4, uint(t5) | uint(t6) << 1u, thread_index_in_quadgroup_0 + uint(t7), uint(t8) | t9 << 4u);
}
