#version 450 core
#extension GL_EXT_demote_to_helper_invocation : enable
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
layout(std430) buffer fs_buf0 { uint data[]; } fs_b0;
uniform uvec2 fs_info[31];
#ifdef GL_EXT_demote_to_helper_invocation
#define AIR_DISCARD demote
#else
#define AIR_DISCARD discard
#endif
uint fs_b0_atomicAdd(uint i, uint a) { return i < (fs_info[0].y + 3u >> 2u) ? atomicAdd(fs_b0.data[(i) + (fs_info[0].x >> 2u)], a) : 0u; }
void main() {
    if (v_uv.x < 0.5) {
        AIR_DISCARD;
    }
    fs_b0_atomicAdd(0u, 1u);
    fs_color0 = vec4(1.0, 0.0, 0.0, 1.0);
}
