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
uint air_smulhi(uint a, uint b) { int hi, lo; imulExtended(int(a), int(b), hi, lo); return uint(hi); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
uvec3 air_smulhi(uvec3 a, uvec3 b) { ivec3 hi, lo; imulExtended(ivec3(a), ivec3(b), hi, lo); return uvec3(hi); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
uint air_umulhi(uint a, uint b) { uint hi, lo; umulExtended(a, b, hi, lo); return hi; }
uvec3 air_umulhi(uvec3 a, uvec3 b) { uvec3 hi, lo; umulExtended(a, b, hi, lo); return hi; }
void main() {
    uint t0 = (uint(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8)) * uint(bitfieldExtract(int(cs_b0_ld_u8(16u) & 255u), 0, 8)) >> 8u & 255u) + (cs_b0_ld_u8(32u) & 255u) & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = (uint(bitfieldExtract(int(cs_b0_ld_u8(48u) & 255u), 0, 8)) * uint(bitfieldExtract(int(cs_b0_ld_u8(64u) & 255u), 0, 8)) >> 8u & 255u) + (cs_b0_ld_u8(80u) & 255u) & 255u;
    cs_b1_st_u8(16u, t1);
    uint t2 = (uint(bitfieldExtract(int(cs_b0_ld_u16(96u) & 65535u), 0, 16)) * uint(bitfieldExtract(int(cs_b0_ld_u16(112u) & 65535u), 0, 16)) >> 16u & 65535u) + (cs_b0_ld_u16(128u) & 65535u) & 65535u;
    cs_b1_st_u16(32u, t2);
    uint t3 = (uint(bitfieldExtract(int(cs_b0_ld_u16(144u) & 65535u), 0, 16)) * uint(bitfieldExtract(int(cs_b0_ld_u16(160u) & 65535u), 0, 16)) >> 16u & 65535u) + (cs_b0_ld_u16(176u) & 65535u) & 65535u;
    cs_b1_st_u16(48u, t3);
    uint t4 = (air_smulhi(cs_b0_ld(48u), cs_b0_ld(52u)) + cs_b0_ld(56u));
    cs_b1_st(16u, t4);
    uint t5 = (air_smulhi(cs_b0_ld(60u), cs_b0_ld(64u)) + cs_b0_ld(68u));
    cs_b1_st(20u, t5);
    uint64_t t6 = packUint2x32(cs_b0_ld2(72u));
    uint64_t t7 = packUint2x32(cs_b0_ld2(76u));
    uint64_t t8 = t6 & 0xfffffffful;
    uint64_t t9 = t6 >> 32u;
    uint64_t t10 = t7 & 0xfffffffful;
    uint64_t t11 = t7 >> 32u;
    uint64_t t12 = t9 * t10 + (t8 * t10 >> 32u);
    uint64_t t13 = t9 * t11 + (t12 >> 32u) + (t8 * t11 + (t12 & 0xfffffffful) >> 32u) - (int64_t(t6) < int64_t(0x0ul) ? t7 : 0x0ul) - (int64_t(t7) < int64_t(0x0ul) ? t6 : 0x0ul) + packUint2x32(cs_b0_ld2(80u));
    uvec2 t14 = unpackUint2x32(t13);
    cs_b1_st2(24u, uvec2(t14.x, t14.y));
    uint64_t t15 = packUint2x32(cs_b0_ld2(84u));
    uint64_t t16 = packUint2x32(cs_b0_ld2(88u));
    uint64_t t17 = t15 & 0xfffffffful;
    uint64_t t18 = t15 >> 32u;
    uint64_t t19 = t16 & 0xfffffffful;
    uint64_t t20 = t16 >> 32u;
    uint64_t t21 = t18 * t19 + (t17 * t19 >> 32u);
    uint64_t t22 = t18 * t20 + (t21 >> 32u) + (t17 * t20 + (t21 & 0xfffffffful) >> 32u) - (int64_t(t15) < int64_t(0x0ul) ? t16 : 0x0ul) - (int64_t(t16) < int64_t(0x0ul) ? t15 : 0x0ul);
    uint64_t t23 = t22 + packUint2x32(cs_b0_ld2(92u));
    uvec2 t24 = unpackUint2x32(t23);
    cs_b1_st2(28u, uvec2(t24.x, t24.y));
    uvec3 t25 = (air_smulhi(cs_b0_ld3(96u), cs_b0_ld3(100u)) + cs_b0_ld3(104u));
    cs_b1_st3(32u, t25);
    uvec2 t26 = cs_b0_ld2(108u);
    uvec2 t27 = cs_b0_ld2(112u);
    uvec2 t28 = cs_b0_ld2(116u);
    uvec4 t29 = uvec4(bitfieldExtract(ivec4(uvec4(t26.x & 65535u, t26.x >> 16u, t26.y & 65535u, t26.y >> 16u)), 0, 16)) * uvec4(bitfieldExtract(ivec4(uvec4(t27.x & 65535u, t27.x >> 16u, t27.y & 65535u, t27.y >> 16u)), 0, 16));
    uvec4 t30 = (t29 >> uvec4(16u) & 65535u) + uvec4(t28.x & 65535u, t28.x >> 16u, t28.y & 65535u, t28.y >> 16u) & 65535u;
    cs_b1_st2(36u, uvec2(t30.x | t30.y << 16u, t30.z | t30.w << 16u));
    uint t31 = cs_b0_ld(120u);
    uint t32 = cs_b0_ld(124u);
    uint t33 = cs_b0_ld(128u);
    uvec2 t34 = uvec2(bitfieldExtract(ivec2(uvec2(t31 & 255u, t31 >> 8u & 255u)), 0, 8)) * uvec2(bitfieldExtract(ivec2(uvec2(t32 & 255u, t32 >> 8u & 255u)), 0, 8)) >> uvec2(8u) & 255u;
    uvec2 t35 = t34 + uvec2(t33 & 255u, t33 >> 8u & 255u) & 255u;
    cs_b1_st_u16(160u, t35.x | t35.y << 8u);
    uint t36 = ((cs_b0_ld_u8(528u) & 255u) * (cs_b0_ld_u8(544u) & 255u) >> 8u & 255u) + (cs_b0_ld_u8(560u) & 255u) & 255u;
    cs_b1_st_u8(176u, t36);
    uint t37 = ((cs_b0_ld_u8(576u) & 255u) * (cs_b0_ld_u8(592u) & 255u) >> 8u & 255u) + (cs_b0_ld_u8(608u) & 255u) & 255u;
    cs_b1_st_u8(192u, t37);
    uint t38 = ((cs_b0_ld_u16(624u) & 65535u) * (cs_b0_ld_u16(640u) & 65535u) >> 16u & 65535u) + (cs_b0_ld_u16(656u) & 65535u) & 65535u;
    cs_b1_st_u16(208u, t38);
    uint t39 = ((cs_b0_ld_u16(672u) & 65535u) * (cs_b0_ld_u16(688u) & 65535u) >> 16u & 65535u) + (cs_b0_ld_u16(704u) & 65535u) & 65535u;
    cs_b1_st_u16(224u, t39);
    uint t40 = (air_umulhi(cs_b0_ld(180u), cs_b0_ld(184u)) + cs_b0_ld(188u));
    cs_b1_st(60u, t40);
    uint t41 = (air_umulhi(cs_b0_ld(192u), cs_b0_ld(196u)) + cs_b0_ld(200u));
    cs_b1_st(64u, t41);
    uint64_t t42 = packUint2x32(cs_b0_ld2(204u));
    uint64_t t43 = packUint2x32(cs_b0_ld2(208u));
    uint64_t t44 = t42 & 0xfffffffful;
    uint64_t t45 = t42 >> 32u;
    uint64_t t46 = t43 & 0xfffffffful;
    uint64_t t47 = t43 >> 32u;
    uint64_t t48 = t45 * t46 + (t44 * t46 >> 32u);
    uint64_t t49 = t45 * t47 + (t48 >> 32u) + (t44 * t47 + (t48 & 0xfffffffful) >> 32u) + packUint2x32(cs_b0_ld2(212u));
    uvec2 t50 = unpackUint2x32(t49);
    cs_b1_st2(68u, uvec2(t50.x, t50.y));
    uint64_t t51 = packUint2x32(cs_b0_ld2(216u));
    uint64_t t52 = packUint2x32(cs_b0_ld2(220u));
    uint64_t t53 = t51 & 0xfffffffful;
    uint64_t t54 = t51 >> 32u;
    uint64_t t55 = t52 & 0xfffffffful;
    uint64_t t56 = t52 >> 32u;
    uint64_t t57 = t54 * t55 + (t53 * t55 >> 32u);
    uint64_t t58 = t54 * t56 + (t57 >> 32u) + (t53 * t56 + (t57 & 0xfffffffful) >> 32u) + packUint2x32(cs_b0_ld2(224u));
    uvec2 t59 = unpackUint2x32(t58);
    cs_b1_st2(72u, uvec2(t59.x, t59.y));
    uvec3 t60 = (air_umulhi(cs_b0_ld3(228u), cs_b0_ld3(232u)) + cs_b0_ld3(236u));
    cs_b1_st3(76u, t60);
    uvec2 t61 = cs_b0_ld2(240u);
    uvec2 t62 = cs_b0_ld2(244u);
    uvec2 t63 = cs_b0_ld2(248u);
    uvec4 t64 = (uvec4(t61.x & 65535u, t61.x >> 16u, t61.y & 65535u, t61.y >> 16u) * uvec4(t62.x & 65535u, t62.x >> 16u, t62.y & 65535u, t62.y >> 16u) >> uvec4(16u) & 65535u) + uvec4(t63.x & 65535u, t63.x >> 16u, t63.y & 65535u, t63.y >> 16u) & 65535u;
    cs_b1_st2(80u, uvec2(t64.x | t64.y << 16u, t64.z | t64.w << 16u));
    uint t65 = cs_b0_ld(252u);
    uint t66 = cs_b0_ld(256u);
    uint t67 = cs_b0_ld(260u);
    uvec2 t68 = (uvec2(t65 & 255u, t65 >> 8u & 255u) * uvec2(t66 & 255u, t66 >> 8u & 255u) >> uvec2(8u) & 255u) + uvec2(t67 & 255u, t67 >> 8u & 255u) & 255u;
    cs_b1_st_u16(336u, t68.x | t68.y << 8u);
}
