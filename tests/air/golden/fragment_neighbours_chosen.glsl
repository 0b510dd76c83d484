#version 450 core
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
uniform sampler2D fs_t0_s0;
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
void main() {
    bool t0 = v_uv.x < 0.5;
    vec4 t1 = texture(fs_t0_s0, v_uv.xy);
    float t2 = dFdx(v_uv.x);
    bool t3 = any(notEqual(air_quad(uint(v_uv.y > 0.5)), uvec4(0u)));
    fs_color0 = vec4(t0 ? t1.x : 3.0, t0 ? t2 : 2.0, 1.0, v_uv.x > 0.125 && t3 ? 1.0 : 0.0);
}
