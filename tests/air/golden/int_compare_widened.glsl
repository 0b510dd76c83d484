#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uint t0 = cs_b0_ld(0u);
    uint t1 = (int(t0) < 34 ? 1u : 0u) | (int(t0) >= -3 ? 2u : 0u) | (t0 < 34u ? 8u : 0u) | (int(t0) < 0 ? 16u : 0u) | (t0 == 0xfffffffdu ? 32u : 0u) | 64u | (t0 < 34u ? 128u : 0u);
    cs_b1_st(0u, t1 | (t0 < 34u ? 256u : 0u) | 512u | (int(t0) < 0 ? 1024u : 0u) | (t0 != 0x80000000u ? 2048u : 0u));
    uint t2 = cs_b0_ld(1u);
    uint t3 = (int(t2) < 34 ? 1u : 0u) | (int(t2) >= -3 ? 2u : 0u) | (t2 < 34u ? 8u : 0u) | (int(t2) < 0 ? 16u : 0u) | (t2 == 0xfffffffdu ? 32u : 0u) | 64u | (t2 < 34u ? 128u : 0u);
    cs_b1_st(1u, t3 | (t2 < 34u ? 256u : 0u) | 512u | (int(t2) < 0 ? 1024u : 0u) | (t2 != 0x80000000u ? 2048u : 0u));
    uint t4 = cs_b0_ld(2u);
    uint t5 = (int(t4) < 34 ? 1u : 0u) | (int(t4) >= -3 ? 2u : 0u) | (t4 < 34u ? 8u : 0u) | (int(t4) < 0 ? 16u : 0u) | (t4 == 0xfffffffdu ? 32u : 0u) | 64u | (t4 < 34u ? 128u : 0u);
    cs_b1_st(2u, t5 | (t4 < 34u ? 256u : 0u) | 512u | (int(t4) < 0 ? 1024u : 0u) | (t4 != 0x80000000u ? 2048u : 0u));
    uint t6 = cs_b0_ld(3u);
    uint t7 = (int(t6) < 34 ? 1u : 0u) | (int(t6) >= -3 ? 2u : 0u) | (t6 < 34u ? 8u : 0u) | (int(t6) < 0 ? 16u : 0u) | (t6 == 0xfffffffdu ? 32u : 0u) | 64u | (t6 < 34u ? 128u : 0u);
    cs_b1_st(3u, t7 | (t6 < 34u ? 256u : 0u) | 512u | (int(t6) < 0 ? 1024u : 0u) | (t6 != 0x80000000u ? 2048u : 0u));
    uint t8 = cs_b0_ld(4u);
    uint t9 = (int(t8) < 34 ? 1u : 0u) | (int(t8) >= -3 ? 2u : 0u) | (t8 < 34u ? 8u : 0u) | (int(t8) < 0 ? 16u : 0u) | (t8 == 0xfffffffdu ? 32u : 0u) | 64u | (t8 < 34u ? 128u : 0u);
    cs_b1_st(4u, t9 | (t8 < 34u ? 256u : 0u) | 512u | (int(t8) < 0 ? 1024u : 0u) | (t8 != 0x80000000u ? 2048u : 0u));
    uint t10 = cs_b0_ld(5u);
    uint t11 = (int(t10) < 34 ? 1u : 0u) | (int(t10) >= -3 ? 2u : 0u) | (t10 < 34u ? 8u : 0u) | (int(t10) < 0 ? 16u : 0u) | (t10 == 0xfffffffdu ? 32u : 0u) | 64u | (t10 < 34u ? 128u : 0u);
    cs_b1_st(5u, t11 | (t10 < 34u ? 256u : 0u) | 512u | (int(t10) < 0 ? 1024u : 0u) | (t10 != 0x80000000u ? 2048u : 0u));
}
