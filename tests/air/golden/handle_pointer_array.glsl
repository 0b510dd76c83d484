#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf_a0_o24 { uint data[]; } cs_b_a0_o24;
uniform uvec2 cs_info[35];
layout(std430) readonly buffer cs_buf_a0_o16 { uint data[]; } cs_b_a0_o16;
layout(std430) readonly buffer cs_buf_a0_o8 { uint data[]; } cs_b_a0_o8;
layout(std430) readonly buffer cs_buf_a0_o0 { uint data[]; } cs_b_a0_o0;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b_a0_o24_ld(uint i) { return i < (cs_info[34].y + 3u >> 2u) ? uint(cs_b_a0_o24.data[(i) + (cs_info[34].x >> 2u)]) : uint(0); }
uint cs_b_a0_o16_ld(uint i) { return i < (cs_info[33].y + 3u >> 2u) ? uint(cs_b_a0_o16.data[(i) + (cs_info[33].x >> 2u)]) : uint(0); }
uint cs_b_a0_o8_ld(uint i) { return i < (cs_info[32].y + 3u >> 2u) ? uint(cs_b_a0_o8.data[(i) + (cs_info[32].x >> 2u)]) : uint(0); }
uint cs_b_a0_o0_ld(uint i) { return i < (cs_info[31].y + 3u >> 2u) ? uint(cs_b_a0_o0.data[(i) + (cs_info[31].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void cs_b_a0_o24_st(uint i, uint v) { if (i < (cs_info[34].y + 3u >> 2u)) { cs_b_a0_o24.data[(i) + (cs_info[34].x >> 2u)] = v; } }
void main() {
    bool t0 = gl_LocalInvocationIndex == 3u;
    uint memory5_1 = t0 ? 0u : gl_LocalInvocationIndex == 2u ? 1u : gl_LocalInvocationIndex == 1u ? 2u : gl_LocalInvocationIndex == 0u ? 3u : 0xffffffffu;
    uint idx_2 = gl_LocalInvocationIndex * 4u;
    uint t3 = memory5_1 == 3u ? cs_b_a0_o0_ld(idx_2 >> 2u) : memory5_1 == 2u ? cs_b_a0_o8_ld(idx_2 >> 2u) : memory5_1 == 1u ? cs_b_a0_o16_ld(idx_2 >> 2u) : t0 ? cs_b_a0_o24_ld(idx_2 >> 2u) : 0u;
    cs_b1_st(gl_LocalInvocationIndex, t3);
    cs_b_a0_o24_st(gl_LocalInvocationIndex, gl_LocalInvocationIndex + 40u);
}
