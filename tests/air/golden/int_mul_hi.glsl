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
    uint t0 = uint(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8)) * uint(bitfieldExtract(int(cs_b0_ld_u8(16u) & 255u), 0, 8)) >> 8u & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = uint(bitfieldExtract(int(cs_b0_ld_u8(32u) & 255u), 0, 8)) * uint(bitfieldExtract(int(cs_b0_ld_u8(48u) & 255u), 0, 8)) >> 8u & 255u;
    cs_b1_st_u8(16u, t1);
    uint t2 = uint(bitfieldExtract(int(cs_b0_ld_u16(64u) & 65535u), 0, 16)) * uint(bitfieldExtract(int(cs_b0_ld_u16(80u) & 65535u), 0, 16)) >> 16u & 65535u;
    cs_b1_st_u16(32u, t2);
    uint t3 = uint(bitfieldExtract(int(cs_b0_ld_u16(96u) & 65535u), 0, 16)) * uint(bitfieldExtract(int(cs_b0_ld_u16(112u) & 65535u), 0, 16)) >> 16u & 65535u;
    cs_b1_st_u16(48u, t3);
    uint t4 = air_smulhi(cs_b0_ld(32u), cs_b0_ld(36u));
    cs_b1_st(16u, t4);
    uint t5 = air_smulhi(cs_b0_ld(40u), cs_b0_ld(44u));
    cs_b1_st(20u, t5);
    uint64_t t6 = packUint2x32(cs_b0_ld2(48u));
    uint64_t t7 = packUint2x32(cs_b0_ld2(52u));
    uint64_t t8 = t6 & 0xfffffffful;
    uint64_t t9 = t6 >> 32u;
    uint64_t t10 = t7 & 0xfffffffful;
    uint64_t t11 = t7 >> 32u;
    uint64_t t12 = t9 * t10 + (t8 * t10 >> 32u);
    uint64_t t13 = t9 * t11 + (t12 >> 32u) + (t8 * t11 + (t12 & 0xfffffffful) >> 32u) - (int64_t(t6) < int64_t(0x0ul) ? t7 : 0x0ul) - (int64_t(t7) < int64_t(0x0ul) ? t6 : 0x0ul);
    uvec2 t14 = unpackUint2x32(t13);
    cs_b1_st2(24u, uvec2(t14.x, t14.y));
    uint64_t t15 = packUint2x32(cs_b0_ld2(56u));
    uint64_t t16 = packUint2x32(cs_b0_ld2(60u));
    uint64_t t17 = t15 & 0xfffffffful;
    uint64_t t18 = t15 >> 32u;
    uint64_t t19 = t16 & 0xfffffffful;
    uint64_t t20 = t16 >> 32u;
    uint64_t t21 = t18 * t19 + (t17 * t19 >> 32u);
    uint64_t t22 = t18 * t20 + (t21 >> 32u) + (t17 * t20 + (t21 & 0xfffffffful) >> 32u) - (int64_t(t15) < int64_t(0x0ul) ? t16 : 0x0ul) - (int64_t(t16) < int64_t(0x0ul) ? t15 : 0x0ul);
    uvec2 t23 = unpackUint2x32(t22);
    cs_b1_st2(28u, uvec2(t23.x, t23.y));
    uvec3 t24 = air_smulhi(cs_b0_ld3(64u), cs_b0_ld3(68u));
    cs_b1_st3(32u, t24);
    uvec2 t25 = cs_b0_ld2(72u);
    uvec2 t26 = cs_b0_ld2(76u);
    uvec4 t27 = uvec4(bitfieldExtract(ivec4(uvec4(t25.x & 65535u, t25.x >> 16u, t25.y & 65535u, t25.y >> 16u)), 0, 16)) * uvec4(bitfieldExtract(ivec4(uvec4(t26.x & 65535u, t26.x >> 16u, t26.y & 65535u, t26.y >> 16u)), 0, 16));
    uvec4 t28 = t27 >> uvec4(16u) & 65535u;
    cs_b1_st2(36u, uvec2(t28.x | t28.y << 16u, t28.z | t28.w << 16u));
    uint t29 = cs_b0_ld(80u);
    uint t30 = cs_b0_ld(84u);
    uvec2 t31 = uvec2(bitfieldExtract(ivec2(uvec2(t29 & 255u, t29 >> 8u & 255u)), 0, 8)) * uvec2(bitfieldExtract(ivec2(uvec2(t30 & 255u, t30 >> 8u & 255u)), 0, 8)) >> uvec2(8u) & 255u;
    cs_b1_st_u16(160u, t31.x | t31.y << 8u);
    uint t32 = (cs_b0_ld_u8(352u) & 255u) * (cs_b0_ld_u8(368u) & 255u) >> 8u & 255u;
    cs_b1_st_u8(176u, t32);
    uint t33 = (cs_b0_ld_u8(384u) & 255u) * (cs_b0_ld_u8(400u) & 255u) >> 8u & 255u;
    cs_b1_st_u8(192u, t33);
    uint t34 = (cs_b0_ld_u16(416u) & 65535u) * (cs_b0_ld_u16(432u) & 65535u) >> 16u & 65535u;
    cs_b1_st_u16(208u, t34);
    uint t35 = (cs_b0_ld_u16(448u) & 65535u) * (cs_b0_ld_u16(464u) & 65535u) >> 16u & 65535u;
    cs_b1_st_u16(224u, t35);
    uint t36 = air_umulhi(cs_b0_ld(120u), cs_b0_ld(124u));
    cs_b1_st(60u, t36);
    uint t37 = air_umulhi(cs_b0_ld(128u), cs_b0_ld(132u));
    cs_b1_st(64u, t37);
    uint64_t t38 = packUint2x32(cs_b0_ld2(136u));
    uint64_t t39 = packUint2x32(cs_b0_ld2(140u));
    uint64_t t40 = t38 & 0xfffffffful;
    uint64_t t41 = t38 >> 32u;
    uint64_t t42 = t39 & 0xfffffffful;
    uint64_t t43 = t39 >> 32u;
    uint64_t t44 = t41 * t42 + (t40 * t42 >> 32u);
    uint64_t t45 = t41 * t43 + (t44 >> 32u) + (t40 * t43 + (t44 & 0xfffffffful) >> 32u);
    uvec2 t46 = unpackUint2x32(t45);
    cs_b1_st2(68u, uvec2(t46.x, t46.y));
    uint64_t t47 = packUint2x32(cs_b0_ld2(144u));
    uint64_t t48 = packUint2x32(cs_b0_ld2(148u));
    uint64_t t49 = t47 & 0xfffffffful;
    uint64_t t50 = t47 >> 32u;
    uint64_t t51 = t48 & 0xfffffffful;
    uint64_t t52 = t48 >> 32u;
    uint64_t t53 = t50 * t51 + (t49 * t51 >> 32u);
    uint64_t t54 = t50 * t52 + (t53 >> 32u) + (t49 * t52 + (t53 & 0xfffffffful) >> 32u);
    uvec2 t55 = unpackUint2x32(t54);
    cs_b1_st2(72u, uvec2(t55.x, t55.y));
    uvec3 t56 = air_umulhi(cs_b0_ld3(152u), cs_b0_ld3(156u));
    cs_b1_st3(76u, t56);
    uvec2 t57 = cs_b0_ld2(160u);
    uvec2 t58 = cs_b0_ld2(164u);
    uvec4 t59 = uvec4(t57.x & 65535u, t57.x >> 16u, t57.y & 65535u, t57.y >> 16u) * uvec4(t58.x & 65535u, t58.x >> 16u, t58.y & 65535u, t58.y >> 16u) >> uvec4(16u) & 65535u;
    cs_b1_st2(80u, uvec2(t59.x | t59.y << 16u, t59.z | t59.w << 16u));
    uint t60 = cs_b0_ld(168u);
    uint t61 = cs_b0_ld(172u);
    uvec2 t62 = uvec2(t60 & 255u, t60 >> 8u & 255u) * uvec2(t61 & 255u, t61 >> 8u & 255u) >> uvec2(8u) & 255u;
    cs_b1_st_u16(336u, t62.x | t62.y << 8u);
}
