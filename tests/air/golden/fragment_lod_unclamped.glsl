#version 450 core
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
uniform sampler2D fs_t0_s2;
void main() {
    precise vec2 t0 = v_uv.xy * vec2(2.0);
    float t1 = textureQueryLod(fs_t0_s2, t0).y;
    fs_color0 = vec4(t1, 0.0, 0.0, 1.0);
}
