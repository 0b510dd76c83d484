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
uint64_t air_smin64(uint64_t a, uint64_t b) { return int64_t(b) < int64_t(a) ? b : a; }
uint64_t air_smax64(uint64_t a, uint64_t b) { return int64_t(a) < int64_t(b) ? b : a; }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
uint64_t air_umin64(uint64_t a, uint64_t b) { return b < a ? b : a; }
uint64_t air_umax64(uint64_t a, uint64_t b) { return a < b ? b : a; }
void main() {
    uint t0 = cs_b0_ld_u8(0u) & 255u;
    uint t1 = cs_b0_ld_u8(16u) & 255u;
    uint t2 = (uint(max(bitfieldExtract(int(t0), 0, 8), bitfieldExtract(int(t1), 0, 8))) & 255u) - (uint(min(bitfieldExtract(int(t0), 0, 8), bitfieldExtract(int(t1), 0, 8))) & 255u) & 255u;
    cs_b1_st_u8(0u, t2);
    uint t3 = cs_b0_ld_u8(32u) & 255u;
    uint t4 = cs_b0_ld_u8(48u) & 255u;
    uint t5 = (uint(max(bitfieldExtract(int(t3), 0, 8), bitfieldExtract(int(t4), 0, 8))) & 255u) - (uint(min(bitfieldExtract(int(t3), 0, 8), bitfieldExtract(int(t4), 0, 8))) & 255u) & 255u;
    cs_b1_st_u8(16u, t5);
    uint t6 = cs_b0_ld_u16(64u) & 65535u;
    uint t7 = cs_b0_ld_u16(80u) & 65535u;
    uint t8 = (uint(max(bitfieldExtract(int(t6), 0, 16), bitfieldExtract(int(t7), 0, 16))) & 65535u) - (uint(min(bitfieldExtract(int(t6), 0, 16), bitfieldExtract(int(t7), 0, 16))) & 65535u) & 65535u;
    cs_b1_st_u16(32u, t8);
    uint t9 = cs_b0_ld_u16(96u) & 65535u;
    uint t10 = cs_b0_ld_u16(112u) & 65535u;
    uint t11 = (uint(max(bitfieldExtract(int(t9), 0, 16), bitfieldExtract(int(t10), 0, 16))) & 65535u) - (uint(min(bitfieldExtract(int(t9), 0, 16), bitfieldExtract(int(t10), 0, 16))) & 65535u) & 65535u;
    cs_b1_st_u16(48u, t11);
    uint t12 = cs_b0_ld(32u);
    uint t13 = cs_b0_ld(36u);
    cs_b1_st(16u, uint(max(int(t12), int(t13))) - uint(min(int(t12), int(t13))));
    uint t14 = cs_b0_ld(40u);
    uint t15 = cs_b0_ld(44u);
    cs_b1_st(20u, uint(max(int(t14), int(t15))) - uint(min(int(t14), int(t15))));
    uint64_t t16 = packUint2x32(cs_b0_ld2(48u));
    uint64_t t17 = packUint2x32(cs_b0_ld2(52u));
    uint64_t t18 = air_smax64(t16, t17) - air_smin64(t16, t17);
    uvec2 t19 = unpackUint2x32(t18);
    cs_b1_st2(24u, uvec2(t19.x, t19.y));
    uint64_t t20 = packUint2x32(cs_b0_ld2(56u));
    uint64_t t21 = packUint2x32(cs_b0_ld2(60u));
    uint64_t t22 = air_smax64(t20, t21) - air_smin64(t20, t21);
    uvec2 t23 = unpackUint2x32(t22);
    cs_b1_st2(28u, uvec2(t23.x, t23.y));
    uvec3 t24 = cs_b0_ld3(64u);
    uvec3 t25 = cs_b0_ld3(68u);
    cs_b1_st3(32u, uvec3(max(ivec3(t24), ivec3(t25))) - uvec3(min(ivec3(t24), ivec3(t25))));
    uvec2 t26 = cs_b0_ld2(72u);
    uvec4 t27 = uvec4(t26.x & 65535u, t26.x >> 16u, t26.y & 65535u, t26.y >> 16u);
    uvec2 t28 = cs_b0_ld2(76u);
    uvec4 t29 = uvec4(t28.x & 65535u, t28.x >> 16u, t28.y & 65535u, t28.y >> 16u);
    uvec4 t30 = (uvec4(max(bitfieldExtract(ivec4(t27), 0, 16), bitfieldExtract(ivec4(t29), 0, 16))) & 65535u) - (uvec4(min(bitfieldExtract(ivec4(t27), 0, 16), bitfieldExtract(ivec4(t29), 0, 16))) & 65535u) & 65535u;
    cs_b1_st2(36u, uvec2(t30.x | t30.y << 16u, t30.z | t30.w << 16u));
    uint t31 = cs_b0_ld(80u);
    uvec2 t32 = uvec2(t31 & 255u, t31 >> 8u & 255u);
    uint t33 = cs_b0_ld(84u);
    uvec2 t34 = uvec2(t33 & 255u, t33 >> 8u & 255u);
    uvec2 t35 = (uvec2(max(bitfieldExtract(ivec2(t32), 0, 8), bitfieldExtract(ivec2(t34), 0, 8))) & 255u) - (uvec2(min(bitfieldExtract(ivec2(t32), 0, 8), bitfieldExtract(ivec2(t34), 0, 8))) & 255u) & 255u;
    cs_b1_st_u16(160u, t35.x | t35.y << 8u);
    uint t36 = cs_b0_ld_u8(352u) & 255u;
    uint t37 = cs_b0_ld_u8(368u) & 255u;
    uint t38 = (max(t36, t37) & 255u) - (min(t36, t37) & 255u) & 255u;
    cs_b1_st_u8(176u, t38);
    uint t39 = cs_b0_ld_u8(384u) & 255u;
    uint t40 = cs_b0_ld_u8(400u) & 255u;
    uint t41 = (max(t39, t40) & 255u) - (min(t39, t40) & 255u) & 255u;
    cs_b1_st_u8(192u, t41);
    uint t42 = cs_b0_ld_u16(416u) & 65535u;
    uint t43 = cs_b0_ld_u16(432u) & 65535u;
    uint t44 = (max(t42, t43) & 65535u) - (min(t42, t43) & 65535u) & 65535u;
    cs_b1_st_u16(208u, t44);
    uint t45 = cs_b0_ld_u16(448u) & 65535u;
    uint t46 = cs_b0_ld_u16(464u) & 65535u;
    uint t47 = (max(t45, t46) & 65535u) - (min(t45, t46) & 65535u) & 65535u;
    cs_b1_st_u16(224u, t47);
    uint t48 = cs_b0_ld(120u);
    uint t49 = cs_b0_ld(124u);
    cs_b1_st(60u, max(t48, t49) - min(t48, t49));
    uint t50 = cs_b0_ld(128u);
    uint t51 = cs_b0_ld(132u);
    cs_b1_st(64u, max(t50, t51) - min(t50, t51));
    uint64_t t52 = packUint2x32(cs_b0_ld2(136u));
    uint64_t t53 = packUint2x32(cs_b0_ld2(140u));
    uint64_t t54 = air_umax64(t52, t53) - air_umin64(t52, t53);
    uvec2 t55 = unpackUint2x32(t54);
    cs_b1_st2(68u, uvec2(t55.x, t55.y));
    uint64_t t56 = packUint2x32(cs_b0_ld2(144u));
    uint64_t t57 = packUint2x32(cs_b0_ld2(148u));
    uint64_t t58 = air_umax64(t56, t57) - air_umin64(t56, t57);
    uvec2 t59 = unpackUint2x32(t58);
    cs_b1_st2(72u, uvec2(t59.x, t59.y));
    uvec3 t60 = cs_b0_ld3(152u);
    uvec3 t61 = cs_b0_ld3(156u);
    cs_b1_st3(76u, max(t60, t61) - min(t60, t61));
    uvec2 t62 = cs_b0_ld2(160u);
    uvec4 t63 = uvec4(t62.x & 65535u, t62.x >> 16u, t62.y & 65535u, t62.y >> 16u);
    uvec2 t64 = cs_b0_ld2(164u);
    uvec4 t65 = uvec4(t64.x & 65535u, t64.x >> 16u, t64.y & 65535u, t64.y >> 16u);
    uvec4 t66 = (max(t63, t65) & 65535u) - (min(t63, t65) & 65535u) & 65535u;
    cs_b1_st2(80u, uvec2(t66.x | t66.y << 16u, t66.z | t66.w << 16u));
    uint t67 = cs_b0_ld(168u);
    uvec2 t68 = uvec2(t67 & 255u, t67 >> 8u & 255u);
    uint t69 = cs_b0_ld(172u);
    uvec2 t70 = uvec2(t69 & 255u, t69 >> 8u & 255u);
    uvec2 t71 = (max(t68, t70) & 255u) - (min(t68, t70) & 255u) & 255u;
    cs_b1_st_u16(336u, t71.x | t71.y << 8u);
}
