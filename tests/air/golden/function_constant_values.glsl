#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void main() {
    cs_b1_st(0u, floatBitsToUint(10.0));
    cs_b1_st(1u, cs_b0_ld(0u) + 1u);
    cs_b1_st(2u, 1u);
    cs_b1_st(3u, 0u);
}
