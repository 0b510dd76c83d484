#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf_a0_o0 { uint data[]; } cs_b_a0_o0;
uniform uvec2 cs_info[33];
layout(std430) buffer cs_buf_a0_o8 { uint data[]; } cs_b_a0_o8;
void cs_b_a0_o0_st(uint i, uint v) { if (i < (cs_info[31].y + 3u >> 2u)) { cs_b_a0_o0.data[(i) + (cs_info[31].x >> 2u)] = v; } }
uint cs_b_a0_o8_atomicAdd(uint i, uint a) { return i < (cs_info[32].y + 3u >> 2u) ? atomicAdd(cs_b_a0_o8.data[(i) + (cs_info[32].x >> 2u)], a) : 0u; }
void main() {
    cs_b_a0_o0_st(gl_LocalInvocationIndex, gl_LocalInvocationIndex * 10u);
    cs_b_a0_o8_atomicAdd(0u, 1u);
}
