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
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
void main() {
    uint t0 = cs_b0_ld_u8(0u) & 255u;
    uint t1 = cs_b0_ld_u8(32u) & 255u & 7u;
    uint t2 = t1 == 0u ? t0 : t0 << t1 & 255u | (cs_b0_ld_u8(16u) & 255u) >> (-t1 & 255u & 7u);
    cs_b1_st_u8(0u, t2);
    uint t3 = cs_b0_ld_u8(64u) & 255u;
    uint t4 = cs_b0_ld_u8(80u) & 255u & 7u;
    uint t5 = t4 == 0u ? t3 : (cs_b0_ld_u8(48u) & 255u) << (-t4 & 255u & 7u) & 255u | t3 >> t4;
    cs_b1_st_u8(16u, t5);
    uint t6 = cs_b0_ld_u8(96u) & 255u;
    uint t7 = cs_b0_ld_u8(128u) & 255u & 7u;
    uint t8 = t7 == 0u ? t6 : t6 << t7 & 255u | (cs_b0_ld_u8(112u) & 255u) >> (-t7 & 255u & 7u);
    cs_b1_st_u8(32u, t8);
    uint t9 = cs_b0_ld_u8(160u) & 255u;
    uint t10 = cs_b0_ld_u8(176u) & 255u & 7u;
    uint t11 = t10 == 0u ? t9 : (cs_b0_ld_u8(144u) & 255u) << (-t10 & 255u & 7u) & 255u | t9 >> t10;
    cs_b1_st_u8(48u, t11);
    uint t12 = cs_b0_ld_u8(192u) & 255u;
    uint t13 = cs_b0_ld_u8(224u) & 255u & 7u;
    uint t14 = t13 == 0u ? t12 : t12 << t13 & 255u | (cs_b0_ld_u8(208u) & 255u) >> (-t13 & 255u & 7u);
    cs_b1_st_u8(64u, t14);
    uint t15 = cs_b0_ld_u8(256u) & 255u;
    uint t16 = cs_b0_ld_u8(272u) & 255u & 7u;
    uint t17 = t16 == 0u ? t15 : (cs_b0_ld_u8(240u) & 255u) << (-t16 & 255u & 7u) & 255u | t15 >> t16;
    cs_b1_st_u8(80u, t17);
    uint t18 = cs_b0_ld_u16(288u) & 65535u;
    uint t19 = cs_b0_ld_u16(320u) & 65535u & 15u;
    uint t20 = t19 == 0u ? t18 : t18 << t19 & 65535u | (cs_b0_ld_u16(304u) & 65535u) >> (-t19 & 65535u & 15u);
    cs_b1_st_u16(96u, t20);
    uint t21 = cs_b0_ld_u16(352u) & 65535u;
    uint t22 = cs_b0_ld_u16(368u) & 65535u & 15u;
    uint t23 = t22 == 0u ? t21 : (cs_b0_ld_u16(336u) & 65535u) << (-t22 & 65535u & 15u) & 65535u | t21 >> t22;
    cs_b1_st_u16(112u, t23);
    uint t24 = cs_b0_ld_u16(384u) & 65535u;
    uint t25 = cs_b0_ld_u16(416u) & 65535u & 15u;
    uint t26 = t25 == 0u ? t24 : t24 << t25 & 65535u | (cs_b0_ld_u16(400u) & 65535u) >> (-t25 & 65535u & 15u);
    cs_b1_st_u16(128u, t26);
    uint t27 = cs_b0_ld_u16(448u) & 65535u;
    uint t28 = cs_b0_ld_u16(464u) & 65535u & 15u;
    uint t29 = t28 == 0u ? t27 : (cs_b0_ld_u16(432u) & 65535u) << (-t28 & 65535u & 15u) & 65535u | t27 >> t28;
    cs_b1_st_u16(144u, t29);
    uint t30 = cs_b0_ld_u16(480u) & 65535u;
    uint t31 = cs_b0_ld_u16(512u) & 65535u & 15u;
    uint t32 = t31 == 0u ? t30 : t30 << t31 & 65535u | (cs_b0_ld_u16(496u) & 65535u) >> (-t31 & 65535u & 15u);
    cs_b1_st_u16(160u, t32);
    uint t33 = cs_b0_ld_u16(544u) & 65535u;
    uint t34 = cs_b0_ld_u16(560u) & 65535u & 15u;
    uint t35 = t34 == 0u ? t33 : (cs_b0_ld_u16(528u) & 65535u) << (-t34 & 65535u & 15u) & 65535u | t33 >> t34;
    cs_b1_st_u16(176u, t35);
    uint t36 = cs_b0_ld(144u);
    uint t37 = cs_b0_ld(152u) & 31u;
    cs_b1_st(48u, t37 == 0u ? t36 : t36 << t37 | cs_b0_ld(148u) >> (-t37 & 31u));
    uint t38 = cs_b0_ld(160u);
    uint t39 = cs_b0_ld(164u) & 31u;
    cs_b1_st(52u, t39 == 0u ? t38 : cs_b0_ld(156u) << (-t39 & 31u) | t38 >> t39);
    uint t40 = cs_b0_ld(168u);
    uint t41 = cs_b0_ld(176u) & 31u;
    cs_b1_st(56u, t41 == 0u ? t40 : t40 << t41 | cs_b0_ld(172u) >> (-t41 & 31u));
    uint t42 = cs_b0_ld(184u);
    uint t43 = cs_b0_ld(188u) & 31u;
    cs_b1_st(60u, t43 == 0u ? t42 : cs_b0_ld(180u) << (-t43 & 31u) | t42 >> t43);
    uint t44 = cs_b0_ld(192u);
    uint t45 = cs_b0_ld(200u) & 31u;
    cs_b1_st(64u, t45 == 0u ? t44 : t44 << t45 | cs_b0_ld(196u) >> (-t45 & 31u));
    uint t46 = cs_b0_ld(208u);
    uint t47 = cs_b0_ld(212u) & 31u;
    cs_b1_st(68u, t47 == 0u ? t46 : cs_b0_ld(204u) << (-t47 & 31u) | t46 >> t47);
    uint64_t t48 = packUint2x32(cs_b0_ld2(216u));
    uint64_t t49 = packUint2x32(cs_b0_ld2(224u)) & 0x3ful;
    uint64_t t50 = uint(t49) == 0u ? t48 : t48 << uint(t49) | packUint2x32(cs_b0_ld2(220u)) >> uint(0x0ul - t49 & 0x3ful);
    uvec2 t51 = unpackUint2x32(t50);
    cs_b1_st2(72u, uvec2(t51.x, t51.y));
    uint64_t t52 = packUint2x32(cs_b0_ld2(232u));
    uint64_t t53 = packUint2x32(cs_b0_ld2(236u)) & 0x3ful;
    uint64_t t54 = uint(t53) == 0u ? t52 : packUint2x32(cs_b0_ld2(228u)) << uint(0x0ul - t53 & 0x3ful) | t52 >> uint(t53);
    uvec2 t55 = unpackUint2x32(t54);
    cs_b1_st2(76u, uvec2(t55.x, t55.y));
    uint64_t t56 = packUint2x32(cs_b0_ld2(240u));
    uint64_t t57 = packUint2x32(cs_b0_ld2(248u)) & 0x3ful;
    uint64_t t58 = uint(t57) == 0u ? t56 : t56 << uint(t57) | packUint2x32(cs_b0_ld2(244u)) >> uint(0x0ul - t57 & 0x3ful);
    uvec2 t59 = unpackUint2x32(t58);
    cs_b1_st2(80u, uvec2(t59.x, t59.y));
    uint64_t t60 = packUint2x32(cs_b0_ld2(256u));
    uint64_t t61 = packUint2x32(cs_b0_ld2(260u)) & 0x3ful;
    uint64_t t62 = uint(t61) == 0u ? t60 : packUint2x32(cs_b0_ld2(252u)) << uint(0x0ul - t61 & 0x3ful) | t60 >> uint(t61);
    uvec2 t63 = unpackUint2x32(t62);
    cs_b1_st2(84u, uvec2(t63.x, t63.y));
    uint64_t t64 = packUint2x32(cs_b0_ld2(264u));
    uint64_t t65 = packUint2x32(cs_b0_ld2(272u)) & 0x3ful;
    uint64_t t66 = uint(t65) == 0u ? t64 : t64 << uint(t65) | packUint2x32(cs_b0_ld2(268u)) >> uint(0x0ul - t65 & 0x3ful);
    uvec2 t67 = unpackUint2x32(t66);
    cs_b1_st2(88u, uvec2(t67.x, t67.y));
    uint64_t t68 = packUint2x32(cs_b0_ld2(280u));
    uint64_t t69 = packUint2x32(cs_b0_ld2(284u)) & 0x3ful;
    uint64_t t70 = uint(t69) == 0u ? t68 : packUint2x32(cs_b0_ld2(276u)) << uint(0x0ul - t69 & 0x3ful) | t68 >> uint(t69);
    uvec2 t71 = unpackUint2x32(t70);
    cs_b1_st2(92u, uvec2(t71.x, t71.y));
    uvec3 t72 = cs_b0_ld3(288u);
    uvec3 t73 = cs_b0_ld3(296u) & uvec3(31u);
    cs_b1_st3(96u, mix(t72 << t73 | cs_b0_ld3(292u) >> (-t73 & uvec3(31u)), t72, equal(t73, uvec3(0u))));
    uvec3 t74 = cs_b0_ld3(304u);
    uvec3 t75 = cs_b0_ld3(308u) & uvec3(31u);
    cs_b1_st3(100u, mix(cs_b0_ld3(300u) << (-t75 & uvec3(31u)) | t74 >> t75, t74, equal(t75, uvec3(0u))));
    uvec3 t76 = cs_b0_ld3(312u);
    uvec3 t77 = cs_b0_ld3(320u) & uvec3(31u);
    cs_b1_st3(104u, mix(t76 << t77 | cs_b0_ld3(316u) >> (-t77 & uvec3(31u)), t76, equal(t77, uvec3(0u))));
    uvec3 t78 = cs_b0_ld3(328u);
    uvec3 t79 = cs_b0_ld3(332u) & uvec3(31u);
    cs_b1_st3(108u, mix(cs_b0_ld3(324u) << (-t79 & uvec3(31u)) | t78 >> t79, t78, equal(t79, uvec3(0u))));
    uvec3 t80 = cs_b0_ld3(336u);
    uvec3 t81 = cs_b0_ld3(344u) & uvec3(31u);
    cs_b1_st3(112u, mix(t80 << t81 | cs_b0_ld3(340u) >> (-t81 & uvec3(31u)), t80, equal(t81, uvec3(0u))));
    uvec3 t82 = cs_b0_ld3(352u);
    uvec3 t83 = cs_b0_ld3(356u) & uvec3(31u);
    cs_b1_st3(116u, mix(cs_b0_ld3(348u) << (-t83 & uvec3(31u)) | t82 >> t83, t82, equal(t83, uvec3(0u))));
}
