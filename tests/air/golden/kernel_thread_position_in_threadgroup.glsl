#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    if (gl_LocalInvocationIndex == 11u) {
        cs_b0_st(0u, gl_LocalInvocationID.x);
        cs_b0_st(1u, gl_LocalInvocationID.y);
        cs_b0_st(2u, gl_LocalInvocationID.z);
    }
}
