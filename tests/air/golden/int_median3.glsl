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
uint64_t air_smax64(uint64_t a, uint64_t b) { return int64_t(a) < int64_t(b) ? b : a; }
uint64_t air_smin64(uint64_t a, uint64_t b) { return int64_t(b) < int64_t(a) ? b : a; }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
uint64_t air_umax64(uint64_t a, uint64_t b) { return a < b ? b : a; }
uint64_t air_umin64(uint64_t a, uint64_t b) { return b < a ? b : a; }
void main() {
    uint t0 = cs_b0_ld_u8(0u) & 255u;
    uint t1 = cs_b0_ld_u8(16u) & 255u;
    uint t2 = uint(min(bitfieldExtract(int(uint(max(bitfieldExtract(int(t0), 0, 8), bitfieldExtract(int(t1), 0, 8))) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(32u) & 255u), 0, 8))) & 255u;
    uint t3 = uint(max(bitfieldExtract(int(uint(min(bitfieldExtract(int(t0), 0, 8), bitfieldExtract(int(t1), 0, 8))) & 255u), 0, 8), bitfieldExtract(int(t2), 0, 8))) & 255u;
    cs_b1_st_u8(0u, t3);
    uint t4 = cs_b0_ld_u8(48u) & 255u;
    uint t5 = cs_b0_ld_u8(64u) & 255u;
    uint t6 = uint(min(bitfieldExtract(int(uint(max(bitfieldExtract(int(t4), 0, 8), bitfieldExtract(int(t5), 0, 8))) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(80u) & 255u), 0, 8))) & 255u;
    uint t7 = uint(max(bitfieldExtract(int(uint(min(bitfieldExtract(int(t4), 0, 8), bitfieldExtract(int(t5), 0, 8))) & 255u), 0, 8), bitfieldExtract(int(t6), 0, 8))) & 255u;
    cs_b1_st_u8(16u, t7);
    uint t8 = cs_b0_ld_u16(96u) & 65535u;
    uint t9 = cs_b0_ld_u16(112u) & 65535u;
    uint t10 = uint(min(bitfieldExtract(int(uint(max(bitfieldExtract(int(t8), 0, 16), bitfieldExtract(int(t9), 0, 16))) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(128u) & 65535u), 0, 16))) & 65535u;
    uint t11 = uint(max(bitfieldExtract(int(uint(min(bitfieldExtract(int(t8), 0, 16), bitfieldExtract(int(t9), 0, 16))) & 65535u), 0, 16), bitfieldExtract(int(t10), 0, 16))) & 65535u;
    cs_b1_st_u16(32u, t11);
    uint t12 = cs_b0_ld_u16(144u) & 65535u;
    uint t13 = cs_b0_ld_u16(160u) & 65535u;
    uint t14 = uint(min(bitfieldExtract(int(uint(max(bitfieldExtract(int(t12), 0, 16), bitfieldExtract(int(t13), 0, 16))) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(176u) & 65535u), 0, 16))) & 65535u;
    uint t15 = uint(max(bitfieldExtract(int(uint(min(bitfieldExtract(int(t12), 0, 16), bitfieldExtract(int(t13), 0, 16))) & 65535u), 0, 16), bitfieldExtract(int(t14), 0, 16))) & 65535u;
    cs_b1_st_u16(48u, t15);
    uint t16 = cs_b0_ld(48u);
    uint t17 = cs_b0_ld(52u);
    cs_b1_st(16u, uint(max(int(uint(min(int(t16), int(t17)))), int(uint(min(int(uint(max(int(t16), int(t17)))), int(cs_b0_ld(56u))))))));
    uint t18 = cs_b0_ld(60u);
    uint t19 = cs_b0_ld(64u);
    cs_b1_st(20u, uint(max(int(uint(min(int(t18), int(t19)))), int(uint(min(int(uint(max(int(t18), int(t19)))), int(cs_b0_ld(68u))))))));
    uint64_t t20 = packUint2x32(cs_b0_ld2(72u));
    uint64_t t21 = packUint2x32(cs_b0_ld2(76u));
    uint64_t t22 = air_smax64(air_smin64(t20, t21), air_smin64(air_smax64(t20, t21), packUint2x32(cs_b0_ld2(80u))));
    uvec2 t23 = unpackUint2x32(t22);
    cs_b1_st2(24u, uvec2(t23.x, t23.y));
    uint64_t t24 = packUint2x32(cs_b0_ld2(84u));
    uint64_t t25 = packUint2x32(cs_b0_ld2(88u));
    uint64_t t26 = air_smax64(air_smin64(t24, t25), air_smin64(air_smax64(t24, t25), packUint2x32(cs_b0_ld2(92u))));
    uvec2 t27 = unpackUint2x32(t26);
    cs_b1_st2(28u, uvec2(t27.x, t27.y));
    uvec3 t28 = cs_b0_ld3(96u);
    uvec3 t29 = cs_b0_ld3(100u);
    cs_b1_st3(32u, uvec3(max(ivec3(uvec3(min(ivec3(t28), ivec3(t29)))), ivec3(uvec3(min(ivec3(uvec3(max(ivec3(t28), ivec3(t29)))), ivec3(cs_b0_ld3(104u))))))));
    uvec2 t30 = cs_b0_ld2(108u);
    uvec4 t31 = uvec4(t30.x & 65535u, t30.x >> 16u, t30.y & 65535u, t30.y >> 16u);
    uvec2 t32 = cs_b0_ld2(112u);
    uvec4 t33 = uvec4(t32.x & 65535u, t32.x >> 16u, t32.y & 65535u, t32.y >> 16u);
    uvec2 t34 = cs_b0_ld2(116u);
    uvec4 t35 = uvec4(min(bitfieldExtract(ivec4(uvec4(max(bitfieldExtract(ivec4(t31), 0, 16), bitfieldExtract(ivec4(t33), 0, 16))) & 65535u), 0, 16), bitfieldExtract(ivec4(uvec4(t34.x & 65535u, t34.x >> 16u, t34.y & 65535u, t34.y >> 16u)), 0, 16))) & 65535u;
    uvec4 t36 = uvec4(max(bitfieldExtract(ivec4(uvec4(min(bitfieldExtract(ivec4(t31), 0, 16), bitfieldExtract(ivec4(t33), 0, 16))) & 65535u), 0, 16), bitfieldExtract(ivec4(t35), 0, 16))) & 65535u;
    cs_b1_st2(36u, uvec2(t36.x | t36.y << 16u, t36.z | t36.w << 16u));
    uint t37 = cs_b0_ld(120u);
    uvec2 t38 = uvec2(t37 & 255u, t37 >> 8u & 255u);
    uint t39 = cs_b0_ld(124u);
    uvec2 t40 = uvec2(t39 & 255u, t39 >> 8u & 255u);
    uint t41 = cs_b0_ld(128u);
    uvec2 t42 = uvec2(min(bitfieldExtract(ivec2(uvec2(max(bitfieldExtract(ivec2(t38), 0, 8), bitfieldExtract(ivec2(t40), 0, 8))) & 255u), 0, 8), bitfieldExtract(ivec2(uvec2(t41 & 255u, t41 >> 8u & 255u)), 0, 8))) & 255u;
    uvec2 t43 = uvec2(max(bitfieldExtract(ivec2(uvec2(min(bitfieldExtract(ivec2(t38), 0, 8), bitfieldExtract(ivec2(t40), 0, 8))) & 255u), 0, 8), bitfieldExtract(ivec2(t42), 0, 8))) & 255u;
    cs_b1_st_u16(160u, t43.x | t43.y << 8u);
    uint t44 = cs_b0_ld_u8(528u) & 255u;
    uint t45 = cs_b0_ld_u8(544u) & 255u;
    uint t46 = max(min(t44, t45) & 255u, min(max(t44, t45) & 255u, cs_b0_ld_u8(560u) & 255u) & 255u) & 255u;
    cs_b1_st_u8(176u, t46);
    uint t47 = cs_b0_ld_u8(576u) & 255u;
    uint t48 = cs_b0_ld_u8(592u) & 255u;
    uint t49 = max(min(t47, t48) & 255u, min(max(t47, t48) & 255u, cs_b0_ld_u8(608u) & 255u) & 255u) & 255u;
    cs_b1_st_u8(192u, t49);
    uint t50 = cs_b0_ld_u16(624u) & 65535u;
    uint t51 = cs_b0_ld_u16(640u) & 65535u;
    uint t52 = max(min(t50, t51) & 65535u, min(max(t50, t51) & 65535u, cs_b0_ld_u16(656u) & 65535u) & 65535u) & 65535u;
    cs_b1_st_u16(208u, t52);
    uint t53 = cs_b0_ld_u16(672u) & 65535u;
    uint t54 = cs_b0_ld_u16(688u) & 65535u;
    uint t55 = max(min(t53, t54) & 65535u, min(max(t53, t54) & 65535u, cs_b0_ld_u16(704u) & 65535u) & 65535u) & 65535u;
    cs_b1_st_u16(224u, t55);
    uint t56 = cs_b0_ld(180u);
    uint t57 = cs_b0_ld(184u);
    cs_b1_st(60u, max(min(t56, t57), min(max(t56, t57), cs_b0_ld(188u))));
    uint t58 = cs_b0_ld(192u);
    uint t59 = cs_b0_ld(196u);
    cs_b1_st(64u, max(min(t58, t59), min(max(t58, t59), cs_b0_ld(200u))));
    uint64_t t60 = packUint2x32(cs_b0_ld2(204u));
    uint64_t t61 = packUint2x32(cs_b0_ld2(208u));
    uint64_t t62 = air_umax64(air_umin64(t60, t61), air_umin64(air_umax64(t60, t61), packUint2x32(cs_b0_ld2(212u))));
    uvec2 t63 = unpackUint2x32(t62);
    cs_b1_st2(68u, uvec2(t63.x, t63.y));
    uint64_t t64 = packUint2x32(cs_b0_ld2(216u));
    uint64_t t65 = packUint2x32(cs_b0_ld2(220u));
    uint64_t t66 = air_umax64(air_umin64(t64, t65), air_umin64(air_umax64(t64, t65), packUint2x32(cs_b0_ld2(224u))));
    uvec2 t67 = unpackUint2x32(t66);
    cs_b1_st2(72u, uvec2(t67.x, t67.y));
    uvec3 t68 = cs_b0_ld3(228u);
    uvec3 t69 = cs_b0_ld3(232u);
    cs_b1_st3(76u, max(min(t68, t69), min(max(t68, t69), cs_b0_ld3(236u))));
    uvec2 t70 = cs_b0_ld2(240u);
    uvec4 t71 = uvec4(t70.x & 65535u, t70.x >> 16u, t70.y & 65535u, t70.y >> 16u);
    uvec2 t72 = cs_b0_ld2(244u);
    uvec4 t73 = uvec4(t72.x & 65535u, t72.x >> 16u, t72.y & 65535u, t72.y >> 16u);
    uvec2 t74 = cs_b0_ld2(248u);
    uvec4 t75 = max(min(t71, t73) & 65535u, min(max(t71, t73) & 65535u, uvec4(t74.x & 65535u, t74.x >> 16u, t74.y & 65535u, t74.y >> 16u)) & 65535u) & 65535u;
    cs_b1_st2(80u, uvec2(t75.x | t75.y << 16u, t75.z | t75.w << 16u));
    uint t76 = cs_b0_ld(252u);
    uvec2 t77 = uvec2(t76 & 255u, t76 >> 8u & 255u);
    uint t78 = cs_b0_ld(256u);
    uvec2 t79 = uvec2(t78 & 255u, t78 >> 8u & 255u);
    uint t80 = cs_b0_ld(260u);
    uvec2 t81 = max(min(t77, t79) & 255u, min(max(t77, t79) & 255u, uvec2(t80 & 255u, t80 >> 8u & 255u)) & 255u) & 255u;
    cs_b1_st_u16(336u, t81.x | t81.y << 8u);
}
