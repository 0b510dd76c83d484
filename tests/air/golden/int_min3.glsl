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
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
uint64_t air_umin64(uint64_t a, uint64_t b) { return b < a ? b : a; }
void main() {
    uint t0 = uint(min(bitfieldExtract(int(uint(min(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(16u) & 255u), 0, 8))) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(32u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = uint(min(bitfieldExtract(int(uint(min(bitfieldExtract(int(cs_b0_ld_u8(48u) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(64u) & 255u), 0, 8))) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(80u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(16u, t1);
    uint t2 = uint(min(bitfieldExtract(int(uint(min(bitfieldExtract(int(cs_b0_ld_u16(96u) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(112u) & 65535u), 0, 16))) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(128u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(32u, t2);
    uint t3 = uint(min(bitfieldExtract(int(uint(min(bitfieldExtract(int(cs_b0_ld_u16(144u) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(160u) & 65535u), 0, 16))) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(176u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(48u, t3);
    cs_b1_st(16u, uint(min(int(uint(min(int(cs_b0_ld(48u)), int(cs_b0_ld(52u))))), int(cs_b0_ld(56u)))));
    cs_b1_st(20u, uint(min(int(uint(min(int(cs_b0_ld(60u)), int(cs_b0_ld(64u))))), int(cs_b0_ld(68u)))));
    uint64_t t4 = air_smin64(air_smin64(packUint2x32(cs_b0_ld2(72u)), packUint2x32(cs_b0_ld2(76u))), packUint2x32(cs_b0_ld2(80u)));
    uvec2 t5 = unpackUint2x32(t4);
    cs_b1_st2(24u, uvec2(t5.x, t5.y));
    uint64_t t6 = air_smin64(air_smin64(packUint2x32(cs_b0_ld2(84u)), packUint2x32(cs_b0_ld2(88u))), packUint2x32(cs_b0_ld2(92u)));
    uvec2 t7 = unpackUint2x32(t6);
    cs_b1_st2(28u, uvec2(t7.x, t7.y));
    cs_b1_st3(32u, uvec3(min(ivec3(uvec3(min(ivec3(cs_b0_ld3(96u)), ivec3(cs_b0_ld3(100u))))), ivec3(cs_b0_ld3(104u)))));
    uvec2 t8 = cs_b0_ld2(108u);
    uvec2 t9 = cs_b0_ld2(112u);
    uvec2 t10 = cs_b0_ld2(116u);
    uvec4 t11 = uvec4(min(bitfieldExtract(ivec4(uvec4(t8.x & 65535u, t8.x >> 16u, t8.y & 65535u, t8.y >> 16u)), 0, 16), bitfieldExtract(ivec4(uvec4(t9.x & 65535u, t9.x >> 16u, t9.y & 65535u, t9.y >> 16u)), 0, 16))) & 65535u;
    uvec4 t12 = uvec4(min(bitfieldExtract(ivec4(t11), 0, 16), bitfieldExtract(ivec4(uvec4(t10.x & 65535u, t10.x >> 16u, t10.y & 65535u, t10.y >> 16u)), 0, 16))) & 65535u;
    cs_b1_st2(36u, uvec2(t12.x | t12.y << 16u, t12.z | t12.w << 16u));
    uint t13 = cs_b0_ld(120u);
    uint t14 = cs_b0_ld(124u);
    uint t15 = cs_b0_ld(128u);
    uvec2 t16 = uvec2(min(bitfieldExtract(ivec2(uvec2(min(bitfieldExtract(ivec2(uvec2(t13 & 255u, t13 >> 8u & 255u)), 0, 8), bitfieldExtract(ivec2(uvec2(t14 & 255u, t14 >> 8u & 255u)), 0, 8))) & 255u), 0, 8), bitfieldExtract(ivec2(uvec2(t15 & 255u, t15 >> 8u & 255u)), 0, 8))) & 255u;
    cs_b1_st_u16(160u, t16.x | t16.y << 8u);
    uint t17 = min(min(cs_b0_ld_u8(528u) & 255u, cs_b0_ld_u8(544u) & 255u) & 255u, cs_b0_ld_u8(560u) & 255u) & 255u;
    cs_b1_st_u8(176u, t17);
    uint t18 = min(min(cs_b0_ld_u8(576u) & 255u, cs_b0_ld_u8(592u) & 255u) & 255u, cs_b0_ld_u8(608u) & 255u) & 255u;
    cs_b1_st_u8(192u, t18);
    uint t19 = min(min(cs_b0_ld_u16(624u) & 65535u, cs_b0_ld_u16(640u) & 65535u) & 65535u, cs_b0_ld_u16(656u) & 65535u) & 65535u;
    cs_b1_st_u16(208u, t19);
    uint t20 = min(min(cs_b0_ld_u16(672u) & 65535u, cs_b0_ld_u16(688u) & 65535u) & 65535u, cs_b0_ld_u16(704u) & 65535u) & 65535u;
    cs_b1_st_u16(224u, t20);
    cs_b1_st(60u, min(min(cs_b0_ld(180u), cs_b0_ld(184u)), cs_b0_ld(188u)));
    cs_b1_st(64u, min(min(cs_b0_ld(192u), cs_b0_ld(196u)), cs_b0_ld(200u)));
    uint64_t t21 = air_umin64(air_umin64(packUint2x32(cs_b0_ld2(204u)), packUint2x32(cs_b0_ld2(208u))), packUint2x32(cs_b0_ld2(212u)));
    uvec2 t22 = unpackUint2x32(t21);
    cs_b1_st2(68u, uvec2(t22.x, t22.y));
    uint64_t t23 = air_umin64(air_umin64(packUint2x32(cs_b0_ld2(216u)), packUint2x32(cs_b0_ld2(220u))), packUint2x32(cs_b0_ld2(224u)));
    uvec2 t24 = unpackUint2x32(t23);
    cs_b1_st2(72u, uvec2(t24.x, t24.y));
    cs_b1_st3(76u, min(min(cs_b0_ld3(228u), cs_b0_ld3(232u)), cs_b0_ld3(236u)));
    uvec2 t25 = cs_b0_ld2(240u);
    uvec2 t26 = cs_b0_ld2(244u);
    uvec2 t27 = cs_b0_ld2(248u);
    uvec4 t28 = min(min(uvec4(t25.x & 65535u, t25.x >> 16u, t25.y & 65535u, t25.y >> 16u), uvec4(t26.x & 65535u, t26.x >> 16u, t26.y & 65535u, t26.y >> 16u)) & 65535u, uvec4(t27.x & 65535u, t27.x >> 16u, t27.y & 65535u, t27.y >> 16u)) & 65535u;
    cs_b1_st2(80u, uvec2(t28.x | t28.y << 16u, t28.z | t28.w << 16u));
    uint t29 = cs_b0_ld(252u);
    uint t30 = cs_b0_ld(256u);
    uint t31 = cs_b0_ld(260u);
    uvec2 t32 = min(min(uvec2(t29 & 255u, t29 >> 8u & 255u), uvec2(t30 & 255u, t30 >> 8u & 255u)) & 255u, uvec2(t31 & 255u, t31 >> 8u & 255u)) & 255u;
    cs_b1_st_u16(336u, t32.x | t32.y << 8u);
}
