#version 450 core
#extension GL_EXT_texture_shadow_lod : require
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
uniform sampler2DArrayShadow fs_t0_s0_shadow;
void main() {
    float t0 = texture(fs_t0_s0_shadow, vec4(v_uv.xy, float(1u), 0.1875), 1.0);
    fs_color0 = vec4(t0, 0.0, 0.0, 1.0);
}
