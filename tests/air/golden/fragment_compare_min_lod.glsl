#version 450 core
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
uniform sampler2D fs_t0_s0;
uniform sampler2DShadow fs_t0_s0_shadow;
void main() {
    float t0 = textureLod(fs_t0_s0_shadow, vec3(v_uv.xy, 0.1875), max(textureQueryLod(fs_t0_s0, v_uv.xy).y, 1.0));
    fs_color0 = vec4(t0, 0.0, 0.0, 1.0);
}
