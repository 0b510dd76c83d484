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
    uint t0 = uint(bitfieldExtract(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8), int(cs_b0_ld(4u)), int(cs_b0_ld(8u)))) & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = uint(bitfieldExtract(bitfieldExtract(int(cs_b0_ld_u8(48u) & 255u), 0, 8), int(cs_b0_ld(16u)), int(cs_b0_ld(20u)))) & 255u;
    cs_b1_st_u8(16u, t1);
    uint t2 = uint(bitfieldExtract(bitfieldExtract(int(cs_b0_ld_u8(96u) & 255u), 0, 8), int(cs_b0_ld(28u)), int(cs_b0_ld(32u)))) & 255u;
    cs_b1_st_u8(32u, t2);
    uint t3 = uint(bitfieldExtract(bitfieldExtract(int(cs_b0_ld_u16(144u) & 65535u), 0, 16), int(cs_b0_ld(40u)), int(cs_b0_ld(44u)))) & 65535u;
    cs_b1_st_u16(48u, t3);
    uint t4 = uint(bitfieldExtract(bitfieldExtract(int(cs_b0_ld_u16(192u) & 65535u), 0, 16), int(cs_b0_ld(52u)), int(cs_b0_ld(56u)))) & 65535u;
    cs_b1_st_u16(64u, t4);
    uint t5 = uint(bitfieldExtract(bitfieldExtract(int(cs_b0_ld_u16(240u) & 65535u), 0, 16), int(cs_b0_ld(64u)), int(cs_b0_ld(68u)))) & 65535u;
    cs_b1_st_u16(80u, t5);
    uint t6 = uint(bitfieldExtract(int(cs_b0_ld(72u)), int(cs_b0_ld(76u)), int(cs_b0_ld(80u))));
    cs_b1_st(24u, t6);
    uint t7 = uint(bitfieldExtract(int(cs_b0_ld(84u)), int(cs_b0_ld(88u)), int(cs_b0_ld(92u))));
    cs_b1_st(28u, t7);
    uint t8 = uint(bitfieldExtract(int(cs_b0_ld(96u)), int(cs_b0_ld(100u)), int(cs_b0_ld(104u))));
    cs_b1_st(32u, t8);
    uvec2 t9 = uvec2(bitfieldExtract(ivec2(cs_b0_ld2(108u)), int(cs_b0_ld(112u)), int(cs_b0_ld(116u))));
    cs_b1_st2(36u, t9);
    uvec2 t10 = uvec2(bitfieldExtract(ivec2(cs_b0_ld2(120u)), int(cs_b0_ld(124u)), int(cs_b0_ld(128u))));
    cs_b1_st2(40u, t10);
    uvec2 t11 = uvec2(bitfieldExtract(ivec2(cs_b0_ld2(132u)), int(cs_b0_ld(136u)), int(cs_b0_ld(140u))));
    cs_b1_st2(44u, t11);
    uint t12 = cs_b0_ld(152u);
    uint64_t t13 = uint64_t(t12);
    uint64_t t14 = 0x40ul - t13 & 0x3ful;
    uint64_t t15 = uint64_t(int64_t((packUint2x32(cs_b0_ld2(144u)) >> uint(uint64_t(cs_b0_ld(148u))) & (t12 < 64u ? (0x1ul << uint(t13)) - 0x1ul : 0xfffffffffffffffful)) << uint(t14)) >> uint(t14));
    uint64_t t16 = t12 == 0u ? 0x0ul : t15;
    uvec2 t17 = unpackUint2x32(t16);
    cs_b1_st2(48u, uvec2(t17.x, t17.y));
    uint t18 = cs_b0_ld(164u);
    uint64_t t19 = uint64_t(t18);
    uint64_t t20 = 0x40ul - t19 & 0x3ful;
    uint64_t t21 = uint64_t(int64_t((packUint2x32(cs_b0_ld2(156u)) >> uint(uint64_t(cs_b0_ld(160u))) & (t18 < 64u ? (0x1ul << uint(t19)) - 0x1ul : 0xfffffffffffffffful)) << uint(t20)) >> uint(t20));
    uint64_t t22 = t18 == 0u ? 0x0ul : t21;
    uvec2 t23 = unpackUint2x32(t22);
    cs_b1_st2(52u, uvec2(t23.x, t23.y));
    uint t24 = cs_b0_ld(176u);
    uint64_t t25 = uint64_t(t24);
    uint64_t t26 = 0x40ul - t25 & 0x3ful;
    uint64_t t27 = uint64_t(int64_t((packUint2x32(cs_b0_ld2(168u)) >> uint(uint64_t(cs_b0_ld(172u))) & (t24 < 64u ? (0x1ul << uint(t25)) - 0x1ul : 0xfffffffffffffffful)) << uint(t26)) >> uint(t26));
    uint64_t t28 = t24 == 0u ? 0x0ul : t27;
    uvec2 t29 = unpackUint2x32(t28);
    cs_b1_st2(56u, uvec2(t29.x, t29.y));
    uint t30 = bitfieldExtract(cs_b0_ld_u8(720u) & 255u, int(cs_b0_ld(184u)), int(cs_b0_ld(188u))) & 255u;
    cs_b1_st_u8(240u, t30);
    uint t31 = bitfieldExtract(cs_b0_ld_u8(768u) & 255u, int(cs_b0_ld(196u)), int(cs_b0_ld(200u))) & 255u;
    cs_b1_st_u8(256u, t31);
    uint t32 = bitfieldExtract(cs_b0_ld_u8(816u) & 255u, int(cs_b0_ld(208u)), int(cs_b0_ld(212u))) & 255u;
    cs_b1_st_u8(272u, t32);
    uint t33 = bitfieldExtract(cs_b0_ld_u16(864u) & 65535u, int(cs_b0_ld(220u)), int(cs_b0_ld(224u))) & 65535u;
    cs_b1_st_u16(288u, t33);
    uint t34 = bitfieldExtract(cs_b0_ld_u16(912u) & 65535u, int(cs_b0_ld(232u)), int(cs_b0_ld(236u))) & 65535u;
    cs_b1_st_u16(304u, t34);
    uint t35 = bitfieldExtract(cs_b0_ld_u16(960u) & 65535u, int(cs_b0_ld(244u)), int(cs_b0_ld(248u))) & 65535u;
    cs_b1_st_u16(320u, t35);
    uint t36 = bitfieldExtract(cs_b0_ld(252u), int(cs_b0_ld(256u)), int(cs_b0_ld(260u)));
    cs_b1_st(84u, t36);
    uint t37 = bitfieldExtract(cs_b0_ld(264u), int(cs_b0_ld(268u)), int(cs_b0_ld(272u)));
    cs_b1_st(88u, t37);
    uint t38 = bitfieldExtract(cs_b0_ld(276u), int(cs_b0_ld(280u)), int(cs_b0_ld(284u)));
    cs_b1_st(92u, t38);
    uvec2 t39 = bitfieldExtract(cs_b0_ld2(288u), int(cs_b0_ld(292u)), int(cs_b0_ld(296u)));
    cs_b1_st2(96u, t39);
    uvec2 t40 = bitfieldExtract(cs_b0_ld2(300u), int(cs_b0_ld(304u)), int(cs_b0_ld(308u)));
    cs_b1_st2(100u, t40);
    uvec2 t41 = bitfieldExtract(cs_b0_ld2(312u), int(cs_b0_ld(316u)), int(cs_b0_ld(320u)));
    cs_b1_st2(104u, t41);
    uint t42 = cs_b0_ld(332u);
    uint64_t t43 = packUint2x32(cs_b0_ld2(324u)) >> uint(uint64_t(cs_b0_ld(328u))) & (t42 < 64u ? (0x1ul << uint(uint64_t(t42))) - 0x1ul : 0xfffffffffffffffful);
    uvec2 t44 = unpackUint2x32(t43);
    cs_b1_st2(108u, uvec2(t44.x, t44.y));
    uint t45 = cs_b0_ld(344u);
    uint64_t t46 = packUint2x32(cs_b0_ld2(336u)) >> uint(uint64_t(cs_b0_ld(340u))) & (t45 < 64u ? (0x1ul << uint(uint64_t(t45))) - 0x1ul : 0xfffffffffffffffful);
    uvec2 t47 = unpackUint2x32(t46);
    cs_b1_st2(112u, uvec2(t47.x, t47.y));
    uint t48 = cs_b0_ld(356u);
    uint64_t t49 = packUint2x32(cs_b0_ld2(348u)) >> uint(uint64_t(cs_b0_ld(352u))) & (t48 < 64u ? (0x1ul << uint(uint64_t(t48))) - 0x1ul : 0xfffffffffffffffful);
    uvec2 t50 = unpackUint2x32(t49);
    cs_b1_st2(116u, uvec2(t50.x, t50.y));
}
