#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
shared float cs_shared0[64];
shared float cs_shared1[64];
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
void cs_shared0_st(uint i, float v) { if (i < 64u) { cs_shared0[i] = v; } }
float cs_shared0_ld(uint i) { return i < 64u ? float(cs_shared0[i]) : float(0); }
void cs_shared1_st(uint i, float v) { if (i < 64u) { cs_shared1[i] = v; } }
float cs_shared1_ld(uint i) { return i < 64u ? float(cs_shared1[i]) : float(0); }
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    uint lane_0 = (gl_LocalInvocationIndex & 31u);
    uint t1 = lane_0 >> 1u;
    uint row_2 = lane_0 >> 2u & 4u | t1 & 3u;
    uint column_3 = t1 & 4u | lane_0 << 1u & 2u;
    float t4 = float(gl_LocalInvocationIndex);
    cs_shared0_st(gl_LocalInvocationIndex, t4);
    precise float t5 = t4 + 32.0;
    cs_shared0_st(gl_LocalInvocationIndex + 32u, t5);
    memoryBarrierShared();
    barrier();
    uint t6 = row_2 * 8u;
    float t7 = cs_shared0_ld(t6 + column_3);
    uint t8 = column_3 | 1u;
    float t9 = cs_shared0_ld(t6 + t8);
    memoryBarrierShared();
    barrier();
    cs_shared1_st(column_3 * 8u + row_2, t7);
    cs_shared1_st(t8 * 8u + row_2, t9);
    memoryBarrierShared();
    barrier();
    cs_b0_st(gl_LocalInvocationIndex, floatBitsToUint(cs_shared1_ld(63u - gl_LocalInvocationIndex)));
}
