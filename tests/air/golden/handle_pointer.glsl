#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std140) uniform cs_ubo0 { uvec4 data[1]; } cs_b0;
layout(std430) readonly buffer cs_buf_a0_o0 { uint data[]; } cs_b_a0_o0;
uniform uvec2 cs_info[32];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b_a0_o0_ld(uint i) { return i < (cs_info[31].y + 3u >> 2u) ? uint(cs_b_a0_o0.data[(i) + (cs_info[31].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    cs_b1_st(0u, cs_b_a0_o0_ld(cs_b0.data[0].z));
}
