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
uint air_quad_ballot(bool v) { uvec4 q = air_quad(uint(v)); return q.x | q.y << 1 | q.z << 2 | q.w << 3; }
uint air_quad_prefix_exclusive_sum_uint_of(uint v, bool isActive) { uvec4 q = air_quad(uint(isActive ? v : 0u)); uint r = 0u; for (uint i = 0u; i < air_quad_index(); ++i) { uint x = uint(q[i]); r = r + x; } return r; }
uint air_quad_shuffle(uint v, uint n) { uint l = air_quad_index(); return air_quad(v)[(n) & 3u]; }
void main() {
    bool t2, active0, active1, t9;
    uint t0, t1, t3, t4, t5;
    uint t6 = air_to_uint(gl_FragCoord.x);
    uint t7 = air_to_uint(gl_FragCoord.y);
    uint t8 = (t6 & 1u | (t7 & 1u) << 1u) + 1u;
    active0 = false;
    active1 = false;
    active0 = t6 <= t7;
    active1 = !active0;
    if (active0) {
        t9 = t8 != 2u;
    }
    bool t10 = all(notEqual(air_quad(uint(!active0 || t9)), uvec4(0u)));
    uint t11 = air_quad_sum_uint_of(t8, active0);
    uint t12 = air_quad_ballot(active0 && true);
    bool t13 = air_quad_index() == uint(findLSB(air_quad_ballot(active0)));
    uint t14 = air_quad_prefix_exclusive_sum_uint_of(t8, active0);
    uint t15 = uint(findLSB(air_quad_ballot(active0)));
    uint t16 = air_quad_shuffle(t8, t15);
    uint t17 = t16;
    if (active0) {
        t0 = t11;
        t1 = t12;
        t2 = t13;
        t3 = t14;
        t4 = t17;
        t5 = t10 ? 16u : 0u;
    }
    uint t18 = air_quad_sum_uint_of(t8, active1);
    uint t19 = air_quad_ballot(active1 && true);
    bool t20 = air_quad_index() == uint(findLSB(air_quad_ballot(active1)));
    uint t21 = air_quad_prefix_exclusive_sum_uint_of(t8, active1);
    uint t22 = uint(findLSB(air_quad_ballot(active1)));
    uint t23 = air_quad_shuffle(t8, t22);
    uint t24 = t23;
    if (active1) {
        t0 = t18;
        t1 = t19;
        t2 = t20;
        t3 = t21;
        t4 = t24;
        t5 = 0u;
    }
    fs_color0 = uvec4(t0, t1 | (t2 ? 32u : 0u) | t5, t3, t4);
}
