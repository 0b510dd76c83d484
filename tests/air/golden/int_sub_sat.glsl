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
    uint t1 = cs_b0_ld_u8(16u) & 255u;
    uint t2 = t0 - t1 & 255u;
    uint t3 = bitfieldExtract(int((t0 ^ t1) & (t0 ^ t2)), 0, 8) < 0 ? uint(bitfieldExtract(int(t0), 0, 8) >> 7u) & 255u ^ 127u : t2;
    cs_b1_st_u8(0u, t3);
    uint t4 = cs_b0_ld_u8(32u) & 255u;
    uint t5 = cs_b0_ld_u8(48u) & 255u;
    uint t6 = t4 - t5 & 255u;
    uint t7 = bitfieldExtract(int((t4 ^ t5) & (t4 ^ t6)), 0, 8) < 0 ? uint(bitfieldExtract(int(t4), 0, 8) >> 7u) & 255u ^ 127u : t6;
    cs_b1_st_u8(16u, t7);
    uint t8 = cs_b0_ld_u16(64u) & 65535u;
    uint t9 = cs_b0_ld_u16(80u) & 65535u;
    uint t10 = t8 - t9 & 65535u;
    uint t11 = bitfieldExtract(int((t8 ^ t9) & (t8 ^ t10)), 0, 16) < 0 ? uint(bitfieldExtract(int(t8), 0, 16) >> 15u) & 65535u ^ 32767u : t10;
    cs_b1_st_u16(32u, t11);
    uint t12 = cs_b0_ld_u16(96u) & 65535u;
    uint t13 = cs_b0_ld_u16(112u) & 65535u;
    uint t14 = t12 - t13 & 65535u;
    uint t15 = bitfieldExtract(int((t12 ^ t13) & (t12 ^ t14)), 0, 16) < 0 ? uint(bitfieldExtract(int(t12), 0, 16) >> 15u) & 65535u ^ 32767u : t14;
    cs_b1_st_u16(48u, t15);
    uint t16 = cs_b0_ld(32u);
    uint t17 = cs_b0_ld(36u);
    uint t18 = t16 - t17;
    cs_b1_st(16u, int((t16 ^ t17) & (t16 ^ t18)) < 0 ? uint(int(t16) >> 31u) ^ 0x7fffffffu : t18);
    uint t19 = cs_b0_ld(40u);
    uint t20 = cs_b0_ld(44u);
    uint t21 = t19 - t20;
    cs_b1_st(20u, int((t19 ^ t20) & (t19 ^ t21)) < 0 ? uint(int(t19) >> 31u) ^ 0x7fffffffu : t21);
    uint64_t t22 = packUint2x32(cs_b0_ld2(48u));
    uint64_t t23 = packUint2x32(cs_b0_ld2(52u));
    uint64_t t24 = t22 - t23;
    uint64_t t25 = int64_t((t22 ^ t23) & (t22 ^ t24)) < int64_t(0x0ul) ? uint64_t(int64_t(t22) >> 63u) ^ 0x7ffffffffffffffful : t24;
    uvec2 t26 = unpackUint2x32(t25);
    cs_b1_st2(24u, uvec2(t26.x, t26.y));
    uint64_t t27 = packUint2x32(cs_b0_ld2(56u));
    uint64_t t28 = packUint2x32(cs_b0_ld2(60u));
    uint64_t t29 = t27 - t28;
    uint64_t t30 = int64_t((t27 ^ t28) & (t27 ^ t29)) < int64_t(0x0ul) ? uint64_t(int64_t(t27) >> 63u) ^ 0x7ffffffffffffffful : t29;
    uvec2 t31 = unpackUint2x32(t30);
    cs_b1_st2(28u, uvec2(t31.x, t31.y));
    uvec3 t32 = cs_b0_ld3(64u);
    uvec3 t33 = cs_b0_ld3(68u);
    uvec3 t34 = t32 - t33;
    cs_b1_st3(32u, mix(t34, uvec3(ivec3(t32) >> uvec3(31u)) ^ uvec3(0x7fffffffu), lessThan(ivec3((t32 ^ t33) & (t32 ^ t34)), ivec3(uvec3(0u)))));
    uvec2 t35 = cs_b0_ld2(72u);
    uvec4 t36 = uvec4(t35.x & 65535u, t35.x >> 16u, t35.y & 65535u, t35.y >> 16u);
    uvec2 t37 = cs_b0_ld2(76u);
    uvec4 t38 = uvec4(t37.x & 65535u, t37.x >> 16u, t37.y & 65535u, t37.y >> 16u);
    uvec4 t39 = t36 - t38 & 65535u;
    uvec4 t40 = mix(t39, uvec4(bitfieldExtract(ivec4(t36), 0, 16) >> uvec4(15u)) & 65535u ^ uvec4(32767u), lessThan(bitfieldExtract(ivec4((t36 ^ t38) & (t36 ^ t39)), 0, 16), bitfieldExtract(ivec4(uvec4(0u)), 0, 16)));
    cs_b1_st2(36u, uvec2(t40.x | t40.y << 16u, t40.z | t40.w << 16u));
    uint t41 = cs_b0_ld(80u);
    uvec2 t42 = uvec2(t41 & 255u, t41 >> 8u & 255u);
    uint t43 = cs_b0_ld(84u);
    uvec2 t44 = uvec2(t43 & 255u, t43 >> 8u & 255u);
    uvec2 t45 = t42 - t44 & 255u;
    uvec2 t46 = mix(t45, uvec2(bitfieldExtract(ivec2(t42), 0, 8) >> uvec2(7u)) & 255u ^ uvec2(127u), lessThan(bitfieldExtract(ivec2((t42 ^ t44) & (t42 ^ t45)), 0, 8), bitfieldExtract(ivec2(uvec2(0u)), 0, 8)));
    cs_b1_st_u16(160u, t46.x | t46.y << 8u);
    uint t47 = cs_b0_ld_u8(352u) & 255u;
    uint t48 = cs_b0_ld_u8(368u) & 255u;
    uint t49 = t47 < t48 ? 0u : t47 - t48 & 255u;
    cs_b1_st_u8(176u, t49);
    uint t50 = cs_b0_ld_u8(384u) & 255u;
    uint t51 = cs_b0_ld_u8(400u) & 255u;
    uint t52 = t50 < t51 ? 0u : t50 - t51 & 255u;
    cs_b1_st_u8(192u, t52);
    uint t53 = cs_b0_ld_u16(416u) & 65535u;
    uint t54 = cs_b0_ld_u16(432u) & 65535u;
    uint t55 = t53 < t54 ? 0u : t53 - t54 & 65535u;
    cs_b1_st_u16(208u, t55);
    uint t56 = cs_b0_ld_u16(448u) & 65535u;
    uint t57 = cs_b0_ld_u16(464u) & 65535u;
    uint t58 = t56 < t57 ? 0u : t56 - t57 & 65535u;
    cs_b1_st_u16(224u, t58);
    uint t59 = cs_b0_ld(120u);
    uint t60 = cs_b0_ld(124u);
    cs_b1_st(60u, t59 < t60 ? 0u : t59 - t60);
    uint t61 = cs_b0_ld(128u);
    uint t62 = cs_b0_ld(132u);
    cs_b1_st(64u, t61 < t62 ? 0u : t61 - t62);
    uint64_t t63 = packUint2x32(cs_b0_ld2(136u));
    uint64_t t64 = packUint2x32(cs_b0_ld2(140u));
    uint64_t t65 = t63 < t64 ? 0x0ul : t63 - t64;
    uvec2 t66 = unpackUint2x32(t65);
    cs_b1_st2(68u, uvec2(t66.x, t66.y));
    uint64_t t67 = packUint2x32(cs_b0_ld2(144u));
    uint64_t t68 = packUint2x32(cs_b0_ld2(148u));
    uint64_t t69 = t67 < t68 ? 0x0ul : t67 - t68;
    uvec2 t70 = unpackUint2x32(t69);
    cs_b1_st2(72u, uvec2(t70.x, t70.y));
    uvec3 t71 = cs_b0_ld3(152u);
    uvec3 t72 = cs_b0_ld3(156u);
    cs_b1_st3(76u, mix(t71 - t72, uvec3(0u), lessThan(t71, t72)));
    uvec2 t73 = cs_b0_ld2(160u);
    uvec4 t74 = uvec4(t73.x & 65535u, t73.x >> 16u, t73.y & 65535u, t73.y >> 16u);
    uvec2 t75 = cs_b0_ld2(164u);
    uvec4 t76 = uvec4(t75.x & 65535u, t75.x >> 16u, t75.y & 65535u, t75.y >> 16u);
    uvec4 t77 = mix(t74 - t76 & 65535u, uvec4(0u), lessThan(t74, t76));
    cs_b1_st2(80u, uvec2(t77.x | t77.y << 16u, t77.z | t77.w << 16u));
    uint t78 = cs_b0_ld(168u);
    uvec2 t79 = uvec2(t78 & 255u, t78 >> 8u & 255u);
    uint t80 = cs_b0_ld(172u);
    uvec2 t81 = uvec2(t80 & 255u, t80 >> 8u & 255u);
    uvec2 t82 = mix(t79 - t81 & 255u, uvec2(0u), lessThan(t79, t81));
    cs_b1_st_u16(336u, t82.x | t82.y << 8u);
}
