#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint64_t air_sext(int x) { return packUint2x32(uvec2(x, x >> 31)); }
void main() {
    uint t0 = cs_b0_ld(0u);
    uint t1 = cs_b0_ld(4u);
    uint t2 = t0 + t1;
    cs_b1_st(0u, t2);
    cs_b1_st(4u, uint(int((t0 ^ t2) & (t1 ^ t2)) < 0));
    uint t3 = cs_b0_ld(8u);
    uint t4 = cs_b0_ld(12u);
    uint t5 = t3 + t4;
    cs_b1_st(8u, t5);
    cs_b1_st(12u, uint(int((t3 ^ t5) & (t4 ^ t5)) < 0));
    uint t6 = cs_b0_ld(16u);
    uint t7 = t6 + cs_b0_ld(20u);
    cs_b1_st(16u, t7);
    cs_b1_st(20u, uint(t7 < t6));
    uint t8 = cs_b0_ld(24u);
    uint t9 = t8 + cs_b0_ld(28u);
    cs_b1_st(24u, t9);
    cs_b1_st(28u, uint(t9 < t8));
    uint t10 = cs_b0_ld(32u);
    uint t11 = cs_b0_ld(36u);
    uint t12 = t10 - t11;
    cs_b1_st(32u, t12);
    cs_b1_st(36u, uint(int((t10 ^ t11) & (t10 ^ t12)) < 0));
    uint t13 = cs_b0_ld(40u);
    uint t14 = cs_b0_ld(44u);
    uint t15 = t13 - t14;
    cs_b1_st(40u, t15);
    cs_b1_st(44u, uint(int((t13 ^ t14) & (t13 ^ t15)) < 0));
    uint t16 = cs_b0_ld(48u);
    uint t17 = cs_b0_ld(52u);
    cs_b1_st(48u, t16 - t17);
    cs_b1_st(52u, uint(t16 < t17));
    uint t18 = cs_b0_ld(56u);
    uint t19 = cs_b0_ld(60u);
    cs_b1_st(56u, t18 - t19);
    cs_b1_st(60u, uint(t18 < t19));
    uint64_t t20 = air_sext(int(cs_b0_ld(64u))) * air_sext(int(cs_b0_ld(68u)));
    uint t21 = uint(t20);
    cs_b1_st(64u, t21);
    cs_b1_st(68u, uint(air_sext(int(t21)) != t20));
    uint64_t t22 = air_sext(int(cs_b0_ld(72u))) * air_sext(int(cs_b0_ld(76u)));
    uint t23 = uint(t22);
    cs_b1_st(72u, t23);
    cs_b1_st(76u, uint(air_sext(int(t23)) != t22));
    uint64_t t24 = uint64_t(cs_b0_ld(80u)) * uint64_t(cs_b0_ld(84u));
    uint t25 = uint(t24);
    cs_b1_st(80u, t25);
    cs_b1_st(84u, uint(uint64_t(t25) != t24));
    uint64_t t26 = uint64_t(cs_b0_ld(88u)) * uint64_t(cs_b0_ld(92u));
    uint t27 = uint(t26);
    cs_b1_st(88u, t27);
    cs_b1_st(92u, uint(uint64_t(t27) != t26));
}
