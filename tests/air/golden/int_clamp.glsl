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
    uint t0 = uint(clamp(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(16u) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(32u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = uint(clamp(bitfieldExtract(int(cs_b0_ld_u8(48u) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(64u) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(80u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(16u, t1);
    uint t2 = uint(clamp(bitfieldExtract(int(cs_b0_ld_u16(96u) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(112u) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(128u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(32u, t2);
    uint t3 = uint(clamp(bitfieldExtract(int(cs_b0_ld_u16(144u) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(160u) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(176u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(48u, t3);
    uint t4 = uint(clamp(int(cs_b0_ld(48u)), int(cs_b0_ld(52u)), int(cs_b0_ld(56u))));
    cs_b1_st(16u, t4);
    uint t5 = uint(clamp(int(cs_b0_ld(60u)), int(cs_b0_ld(64u)), int(cs_b0_ld(68u))));
    cs_b1_st(20u, t5);
    uint64_t t6 = air_smin64(air_smax64(packUint2x32(cs_b0_ld2(72u)), packUint2x32(cs_b0_ld2(76u))), packUint2x32(cs_b0_ld2(80u)));
    uvec2 t7 = unpackUint2x32(t6);
    cs_b1_st2(24u, uvec2(t7.x, t7.y));
    uint64_t t8 = air_smin64(air_smax64(packUint2x32(cs_b0_ld2(84u)), packUint2x32(cs_b0_ld2(88u))), packUint2x32(cs_b0_ld2(92u)));
    uvec2 t9 = unpackUint2x32(t8);
    cs_b1_st2(28u, uvec2(t9.x, t9.y));
    uvec3 t10 = uvec3(clamp(ivec3(cs_b0_ld3(96u)), ivec3(cs_b0_ld3(100u)), ivec3(cs_b0_ld3(104u))));
    cs_b1_st3(32u, t10);
    uvec2 t11 = cs_b0_ld2(108u);
    uvec2 t12 = cs_b0_ld2(112u);
    uvec2 t13 = cs_b0_ld2(116u);
    uvec4 t14 = uvec4(clamp(bitfieldExtract(ivec4(uvec4(t11.x & 65535u, t11.x >> 16u, t11.y & 65535u, t11.y >> 16u)), 0, 16), bitfieldExtract(ivec4(uvec4(t12.x & 65535u, t12.x >> 16u, t12.y & 65535u, t12.y >> 16u)), 0, 16), bitfieldExtract(ivec4(uvec4(t13.x & 65535u, t13.x >> 16u, t13.y & 65535u, t13.y >> 16u)), 0, 16))) & 65535u;
    cs_b1_st2(36u, uvec2(t14.x | t14.y << 16u, t14.z | t14.w << 16u));
    uint t15 = cs_b0_ld(120u);
    uint t16 = cs_b0_ld(124u);
    uint t17 = cs_b0_ld(128u);
    uvec2 t18 = uvec2(clamp(bitfieldExtract(ivec2(uvec2(t15 & 255u, t15 >> 8u & 255u)), 0, 8), bitfieldExtract(ivec2(uvec2(t16 & 255u, t16 >> 8u & 255u)), 0, 8), bitfieldExtract(ivec2(uvec2(t17 & 255u, t17 >> 8u & 255u)), 0, 8))) & 255u;
    cs_b1_st_u16(160u, t18.x | t18.y << 8u);
    uint t19 = clamp(cs_b0_ld_u8(528u) & 255u, cs_b0_ld_u8(544u) & 255u, cs_b0_ld_u8(560u) & 255u) & 255u;
    cs_b1_st_u8(176u, t19);
    uint t20 = clamp(cs_b0_ld_u8(576u) & 255u, cs_b0_ld_u8(592u) & 255u, cs_b0_ld_u8(608u) & 255u) & 255u;
    cs_b1_st_u8(192u, t20);
    uint t21 = clamp(cs_b0_ld_u16(624u) & 65535u, cs_b0_ld_u16(640u) & 65535u, cs_b0_ld_u16(656u) & 65535u) & 65535u;
    cs_b1_st_u16(208u, t21);
    uint t22 = clamp(cs_b0_ld_u16(672u) & 65535u, cs_b0_ld_u16(688u) & 65535u, cs_b0_ld_u16(704u) & 65535u) & 65535u;
    cs_b1_st_u16(224u, t22);
    uint t23 = clamp(cs_b0_ld(180u), cs_b0_ld(184u), cs_b0_ld(188u));
    cs_b1_st(60u, t23);
    uint t24 = clamp(cs_b0_ld(192u), cs_b0_ld(196u), cs_b0_ld(200u));
    cs_b1_st(64u, t24);
    uint64_t t25 = air_umin64(air_umax64(packUint2x32(cs_b0_ld2(204u)), packUint2x32(cs_b0_ld2(208u))), packUint2x32(cs_b0_ld2(212u)));
    uvec2 t26 = unpackUint2x32(t25);
    cs_b1_st2(68u, uvec2(t26.x, t26.y));
    uint64_t t27 = air_umin64(air_umax64(packUint2x32(cs_b0_ld2(216u)), packUint2x32(cs_b0_ld2(220u))), packUint2x32(cs_b0_ld2(224u)));
    uvec2 t28 = unpackUint2x32(t27);
    cs_b1_st2(72u, uvec2(t28.x, t28.y));
    uvec3 t29 = clamp(cs_b0_ld3(228u), cs_b0_ld3(232u), cs_b0_ld3(236u));
    cs_b1_st3(76u, t29);
    uvec2 t30 = cs_b0_ld2(240u);
    uvec2 t31 = cs_b0_ld2(244u);
    uvec2 t32 = cs_b0_ld2(248u);
    uvec4 t33 = clamp(uvec4(t30.x & 65535u, t30.x >> 16u, t30.y & 65535u, t30.y >> 16u), uvec4(t31.x & 65535u, t31.x >> 16u, t31.y & 65535u, t31.y >> 16u), uvec4(t32.x & 65535u, t32.x >> 16u, t32.y & 65535u, t32.y >> 16u)) & 65535u;
    cs_b1_st2(80u, uvec2(t33.x | t33.y << 16u, t33.z | t33.w << 16u));
    uint t34 = cs_b0_ld(252u);
    uint t35 = cs_b0_ld(256u);
    uint t36 = cs_b0_ld(260u);
    uvec2 t37 = clamp(uvec2(t34 & 255u, t34 >> 8u & 255u), uvec2(t35 & 255u, t35 >> 8u & 255u), uvec2(t36 & 255u, t36 >> 8u & 255u)) & 255u;
    cs_b1_st_u16(336u, t37.x | t37.y << 8u);
}
