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
    uint t1 = cs_b0_ld_u8(16u) & 255u & 7u;
    uint t2 = t1 == 0u ? t0 : t0 << t1 & 255u | t0 >> (-t1 & 255u & 7u);
    cs_b1_st_u8(0u, t2);
    uint t3 = cs_b0_ld_u8(32u) & 255u;
    uint t4 = cs_b0_ld_u8(48u) & 255u & 7u;
    uint t5 = t4 == 0u ? t3 : t3 << t4 & 255u | t3 >> (-t4 & 255u & 7u);
    cs_b1_st_u8(16u, t5);
    uint t6 = cs_b0_ld_u8(64u) & 255u;
    uint t7 = cs_b0_ld_u8(80u) & 255u & 7u;
    uint t8 = t7 == 0u ? t6 : t6 << t7 & 255u | t6 >> (-t7 & 255u & 7u);
    cs_b1_st_u8(32u, t8);
    uint t9 = cs_b0_ld_u16(96u) & 65535u;
    uint t10 = cs_b0_ld_u16(112u) & 65535u & 15u;
    uint t11 = t10 == 0u ? t9 : t9 << t10 & 65535u | t9 >> (-t10 & 65535u & 15u);
    cs_b1_st_u16(48u, t11);
    uint t12 = cs_b0_ld_u16(128u) & 65535u;
    uint t13 = cs_b0_ld_u16(144u) & 65535u & 15u;
    uint t14 = t13 == 0u ? t12 : t12 << t13 & 65535u | t12 >> (-t13 & 65535u & 15u);
    cs_b1_st_u16(64u, t14);
    uint t15 = cs_b0_ld_u16(160u) & 65535u;
    uint t16 = cs_b0_ld_u16(176u) & 65535u & 15u;
    uint t17 = t16 == 0u ? t15 : t15 << t16 & 65535u | t15 >> (-t16 & 65535u & 15u);
    cs_b1_st_u16(80u, t17);
    uint t18 = cs_b0_ld(48u);
    uint t19 = cs_b0_ld(52u) & 31u;
    cs_b1_st(24u, t19 == 0u ? t18 : t18 << t19 | t18 >> (-t19 & 31u));
    uint t20 = cs_b0_ld(56u);
    uint t21 = cs_b0_ld(60u) & 31u;
    cs_b1_st(28u, t21 == 0u ? t20 : t20 << t21 | t20 >> (-t21 & 31u));
    uint t22 = cs_b0_ld(64u);
    uint t23 = cs_b0_ld(68u) & 31u;
    cs_b1_st(32u, t23 == 0u ? t22 : t22 << t23 | t22 >> (-t23 & 31u));
    uint64_t t24 = packUint2x32(cs_b0_ld2(72u));
    uint64_t t25 = packUint2x32(cs_b0_ld2(76u)) & 0x3ful;
    uint64_t t26 = uint(t25) == 0u ? t24 : t24 << uint(t25) | t24 >> uint(0x0ul - t25 & 0x3ful);
    uvec2 t27 = unpackUint2x32(t26);
    cs_b1_st2(36u, uvec2(t27.x, t27.y));
    uint64_t t28 = packUint2x32(cs_b0_ld2(80u));
    uint64_t t29 = packUint2x32(cs_b0_ld2(84u)) & 0x3ful;
    uint64_t t30 = uint(t29) == 0u ? t28 : t28 << uint(t29) | t28 >> uint(0x0ul - t29 & 0x3ful);
    uvec2 t31 = unpackUint2x32(t30);
    cs_b1_st2(40u, uvec2(t31.x, t31.y));
    uint64_t t32 = packUint2x32(cs_b0_ld2(88u));
    uint64_t t33 = packUint2x32(cs_b0_ld2(92u)) & 0x3ful;
    uint64_t t34 = uint(t33) == 0u ? t32 : t32 << uint(t33) | t32 >> uint(0x0ul - t33 & 0x3ful);
    uvec2 t35 = unpackUint2x32(t34);
    cs_b1_st2(44u, uvec2(t35.x, t35.y));
    uvec3 t36 = cs_b0_ld3(96u);
    uvec3 t37 = cs_b0_ld3(100u) & uvec3(31u);
    cs_b1_st3(48u, mix(t36 << t37 | t36 >> (-t37 & uvec3(31u)), t36, equal(t37, uvec3(0u))));
    uvec3 t38 = cs_b0_ld3(104u);
    uvec3 t39 = cs_b0_ld3(108u) & uvec3(31u);
    cs_b1_st3(52u, mix(t38 << t39 | t38 >> (-t39 & uvec3(31u)), t38, equal(t39, uvec3(0u))));
    uvec3 t40 = cs_b0_ld3(112u);
    uvec3 t41 = cs_b0_ld3(116u) & uvec3(31u);
    cs_b1_st3(56u, mix(t40 << t41 | t40 >> (-t41 & uvec3(31u)), t40, equal(t41, uvec3(0u))));
    uvec2 t42 = cs_b0_ld2(120u);
    uvec4 t43 = uvec4(t42.x & 65535u, t42.x >> 16u, t42.y & 65535u, t42.y >> 16u);
    uvec2 t44 = cs_b0_ld2(124u);
    uvec4 t45 = uvec4(t44.x & 65535u, t44.x >> 16u, t44.y & 65535u, t44.y >> 16u) & uvec4(15u);
    uvec4 t46 = mix(t43 << t45 & 65535u | t43 >> (-t45 & 65535u & uvec4(15u)), t43, equal(t45, uvec4(0u)));
    cs_b1_st2(60u, uvec2(t46.x | t46.y << 16u, t46.z | t46.w << 16u));
    uvec2 t47 = cs_b0_ld2(128u);
    uvec4 t48 = uvec4(t47.x & 65535u, t47.x >> 16u, t47.y & 65535u, t47.y >> 16u);
    uvec2 t49 = cs_b0_ld2(132u);
    uvec4 t50 = uvec4(t49.x & 65535u, t49.x >> 16u, t49.y & 65535u, t49.y >> 16u) & uvec4(15u);
    uvec4 t51 = mix(t48 << t50 & 65535u | t48 >> (-t50 & 65535u & uvec4(15u)), t48, equal(t50, uvec4(0u)));
    cs_b1_st2(64u, uvec2(t51.x | t51.y << 16u, t51.z | t51.w << 16u));
    uvec2 t52 = cs_b0_ld2(136u);
    uvec4 t53 = uvec4(t52.x & 65535u, t52.x >> 16u, t52.y & 65535u, t52.y >> 16u);
    uvec2 t54 = cs_b0_ld2(140u);
    uvec4 t55 = uvec4(t54.x & 65535u, t54.x >> 16u, t54.y & 65535u, t54.y >> 16u) & uvec4(15u);
    uvec4 t56 = mix(t53 << t55 & 65535u | t53 >> (-t55 & 65535u & uvec4(15u)), t53, equal(t55, uvec4(0u)));
    cs_b1_st2(68u, uvec2(t56.x | t56.y << 16u, t56.z | t56.w << 16u));
}
