#version 450 core
#extension GL_EXT_demote_to_helper_invocation : enable
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
#ifdef GL_EXT_demote_to_helper_invocation
#define AIR_DISCARD demote
#else
#define AIR_DISCARD discard
#endif
uniform sampler2D fs_t0_s0;
void main() {
    if (v_uv.x < 0.25) {
        AIR_DISCARD;
    }
    fs_color0 = vec4(texture(fs_t0_s0, v_uv.xy).xyz, dFdx(v_uv.x));
}
