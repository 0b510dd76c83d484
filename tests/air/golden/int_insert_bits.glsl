#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint cs_b0_ld_u8(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 3u) * 8, 8); }
void cs_b1_st_u8(uint o, uint v) { uint n = (o & 3u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffu) << n); } }
uint cs_b0_ld_u16(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 2u) * 8, 16); }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void main() {
    uint t0 = bitfieldInsert(cs_b0_ld_u8(0u) & 255u, cs_b0_ld_u8(16u) & 255u, int(cs_b0_ld(8u)), int(cs_b0_ld(12u))) & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = bitfieldInsert(cs_b0_ld_u8(64u) & 255u, cs_b0_ld_u8(80u) & 255u, int(cs_b0_ld(24u)), int(cs_b0_ld(28u))) & 255u;
    cs_b1_st_u8(16u, t1);
    uint t2 = bitfieldInsert(cs_b0_ld_u8(128u) & 255u, cs_b0_ld_u8(144u) & 255u, int(cs_b0_ld(40u)), int(cs_b0_ld(44u))) & 255u;
    cs_b1_st_u8(32u, t2);
    uint t3 = bitfieldInsert(cs_b0_ld_u16(192u) & 65535u, cs_b0_ld_u16(208u) & 65535u, int(cs_b0_ld(56u)), int(cs_b0_ld(60u))) & 65535u;
    cs_b1_st_u16(48u, t3);
    uint t4 = bitfieldInsert(cs_b0_ld_u16(256u) & 65535u, cs_b0_ld_u16(272u) & 65535u, int(cs_b0_ld(72u)), int(cs_b0_ld(76u))) & 65535u;
    cs_b1_st_u16(64u, t4);
    uint t5 = bitfieldInsert(cs_b0_ld_u16(320u) & 65535u, cs_b0_ld_u16(336u) & 65535u, int(cs_b0_ld(88u)), int(cs_b0_ld(92u))) & 65535u;
    cs_b1_st_u16(80u, t5);
    uint t6 = bitfieldInsert(cs_b0_ld(96u), cs_b0_ld(100u), int(cs_b0_ld(104u)), int(cs_b0_ld(108u)));
    cs_b1_st(24u, t6);
    uint t7 = bitfieldInsert(cs_b0_ld(112u), cs_b0_ld(116u), int(cs_b0_ld(120u)), int(cs_b0_ld(124u)));
    cs_b1_st(28u, t7);
    uint t8 = bitfieldInsert(cs_b0_ld(128u), cs_b0_ld(132u), int(cs_b0_ld(136u)), int(cs_b0_ld(140u)));
    cs_b1_st(32u, t8);
    uvec2 t9 = bitfieldInsert(cs_b0_ld2(144u), cs_b0_ld2(148u), int(cs_b0_ld(152u)), int(cs_b0_ld(156u)));
    cs_b1_st2(36u, t9);
    uvec2 t10 = bitfieldInsert(cs_b0_ld2(160u), cs_b0_ld2(164u), int(cs_b0_ld(168u)), int(cs_b0_ld(172u)));
    cs_b1_st2(40u, t10);
    uvec2 t11 = bitfieldInsert(cs_b0_ld2(176u), cs_b0_ld2(180u), int(cs_b0_ld(184u)), int(cs_b0_ld(188u)));
    cs_b1_st2(44u, t11);
    uint t12 = cs_b0_ld(204u);
    uint64_t t13 = uint64_t(cs_b0_ld(200u));
    uint64_t t14 = (t12 < 64u ? (0x1ul << uint(uint64_t(t12))) - 0x1ul : 0xfffffffffffffffful) << uint(t13);
    uint64_t t15 = packUint2x32(cs_b0_ld2(192u)) & (t14 ^ 0xfffffffffffffffful) | packUint2x32(cs_b0_ld2(196u)) << uint(t13) & t14;
    uvec2 t16 = unpackUint2x32(t15);
    cs_b1_st2(48u, uvec2(t16.x, t16.y));
    uint t17 = cs_b0_ld(220u);
    uint64_t t18 = uint64_t(cs_b0_ld(216u));
    uint64_t t19 = (t17 < 64u ? (0x1ul << uint(uint64_t(t17))) - 0x1ul : 0xfffffffffffffffful) << uint(t18);
    uint64_t t20 = packUint2x32(cs_b0_ld2(208u)) & (t19 ^ 0xfffffffffffffffful) | packUint2x32(cs_b0_ld2(212u)) << uint(t18) & t19;
    uvec2 t21 = unpackUint2x32(t20);
    cs_b1_st2(52u, uvec2(t21.x, t21.y));
    uint t22 = cs_b0_ld(236u);
    uint64_t t23 = uint64_t(cs_b0_ld(232u));
    uint64_t t24 = (t22 < 64u ? (0x1ul << uint(uint64_t(t22))) - 0x1ul : 0xfffffffffffffffful) << uint(t23);
    uint64_t t25 = packUint2x32(cs_b0_ld2(224u)) & (t24 ^ 0xfffffffffffffffful) | packUint2x32(cs_b0_ld2(228u)) << uint(t23) & t24;
    uvec2 t26 = unpackUint2x32(t25);
    cs_b1_st2(56u, uvec2(t26.x, t26.y));
}
