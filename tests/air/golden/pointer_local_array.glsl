#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf3 { uint data[]; } cs_b3;
uniform uvec2 cs_info[31];
layout(std430) readonly buffer cs_buf2 { uint data[]; } cs_b2;
layout(std430) readonly buffer cs_buf1 { uint data[]; } cs_b1;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uint cs_b3_ld(uint i) { return i < (cs_info[3].y + 3u >> 2u) ? uint(cs_b3.data[(i) + (cs_info[3].x >> 2u)]) : uint(0); }
uint cs_b2_ld(uint i) { return i < (cs_info[2].y + 3u >> 2u) ? uint(cs_b2.data[(i) + (cs_info[2].x >> 2u)]) : uint(0); }
uint cs_b1_ld(uint i) { return i < (cs_info[1].y + 3u >> 2u) ? uint(cs_b1.data[(i) + (cs_info[1].x >> 2u)]) : uint(0); }
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    uint idx_0 = gl_LocalInvocationIndex * 8u;
    bool t1 = idx_0 == 16u;
    uint memory3_2 = t1 ? 0u : idx_0 == 8u ? 1u : idx_0 == 0u ? 2u : 0xffffffffu;
    uint idx5_3 = gl_LocalInvocationIndex * 4u;
    cs_b0_st(gl_LocalInvocationIndex, memory3_2 == 2u ? cs_b1_ld(idx5_3 >> 2u) : memory3_2 == 1u ? cs_b2_ld(idx5_3 >> 2u) : t1 ? cs_b3_ld(idx5_3 >> 2u) : 0u);
}
