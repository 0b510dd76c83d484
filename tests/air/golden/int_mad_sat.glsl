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
uint64_t air_sext(int x) { return packUint2x32(uvec2(x, x >> 31)); }
uint64_t air_smin64(uint64_t a, uint64_t b) { return int64_t(b) < int64_t(a) ? b : a; }
uint64_t air_smax64(uint64_t a, uint64_t b) { return int64_t(a) < int64_t(b) ? b : a; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
u64vec3 air_sext(ivec3 x) { return u64vec3(air_sext(x.x), air_sext(x.y), air_sext(x.z)); }
u64vec3 air_smin64(u64vec3 a, u64vec3 b) { return u64vec3(air_smin64(a.x, b.x), air_smin64(a.y, b.y), air_smin64(a.z, b.z)); }
u64vec3 air_smax64(u64vec3 a, u64vec3 b) { return u64vec3(air_smax64(a.x, b.x), air_smax64(a.y, b.y), air_smax64(a.z, b.z)); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uint64_t air_umin64(uint64_t a, uint64_t b) { return b < a ? b : a; }
u64vec3 air_umin64(u64vec3 a, u64vec3 b) { return u64vec3(air_umin64(a.x, b.x), air_umin64(a.y, b.y), air_umin64(a.z, b.z)); }
void main() {
    uint t0 = ((uint(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8)) & 65535u) * (uint(bitfieldExtract(int(cs_b0_ld_u8(16u) & 255u), 0, 8)) & 65535u) & 65535u) + (uint(bitfieldExtract(int(cs_b0_ld_u8(32u) & 255u), 0, 8)) & 65535u) & 65535u;
    uint t1 = uint(max(bitfieldExtract(int(uint(min(bitfieldExtract(int(t0), 0, 16), 127)) & 65535u), 0, 16), -128)) & 65535u & 255u;
    cs_b1_st_u8(0u, t1);
    uint t2 = ((uint(bitfieldExtract(int(cs_b0_ld_u8(48u) & 255u), 0, 8)) & 65535u) * (uint(bitfieldExtract(int(cs_b0_ld_u8(64u) & 255u), 0, 8)) & 65535u) & 65535u) + (uint(bitfieldExtract(int(cs_b0_ld_u8(80u) & 255u), 0, 8)) & 65535u) & 65535u;
    uint t3 = uint(max(bitfieldExtract(int(uint(min(bitfieldExtract(int(t2), 0, 16), 127)) & 65535u), 0, 16), -128)) & 65535u & 255u;
    cs_b1_st_u8(16u, t3);
    uint t4 = uint(bitfieldExtract(int(cs_b0_ld_u16(96u) & 65535u), 0, 16)) * uint(bitfieldExtract(int(cs_b0_ld_u16(112u) & 65535u), 0, 16)) + uint(bitfieldExtract(int(cs_b0_ld_u16(128u) & 65535u), 0, 16));
    uint t5 = uint(max(int(uint(min(int(t4), 32767))), -32768)) & 65535u;
    cs_b1_st_u16(32u, t5);
    uint t6 = uint(bitfieldExtract(int(cs_b0_ld_u16(144u) & 65535u), 0, 16)) * uint(bitfieldExtract(int(cs_b0_ld_u16(160u) & 65535u), 0, 16)) + uint(bitfieldExtract(int(cs_b0_ld_u16(176u) & 65535u), 0, 16));
    uint t7 = uint(max(int(uint(min(int(t6), 32767))), -32768)) & 65535u;
    cs_b1_st_u16(48u, t7);
    cs_b1_st(16u, uint(air_smax64(air_smin64(air_sext(int(cs_b0_ld(48u))) * air_sext(int(cs_b0_ld(52u))) + air_sext(int(cs_b0_ld(56u))), 0x7ffffffful), 0xffffffff80000000ul)));
    cs_b1_st(20u, uint(air_smax64(air_smin64(air_sext(int(cs_b0_ld(60u))) * air_sext(int(cs_b0_ld(64u))) + air_sext(int(cs_b0_ld(68u))), 0x7ffffffful), 0xffffffff80000000ul)));
    u64vec3 t8 = air_smax64(air_smin64(air_sext(ivec3(cs_b0_ld3(72u))) * air_sext(ivec3(cs_b0_ld3(76u))) + air_sext(ivec3(cs_b0_ld3(80u))), u64vec3(0x7ffffffful)), u64vec3(0xffffffff80000000ul));
    cs_b1_st3(24u, uvec3(t8));
    uvec2 t9 = cs_b0_ld2(84u);
    uvec2 t10 = cs_b0_ld2(88u);
    uvec2 t11 = cs_b0_ld2(92u);
    uvec4 t12 = uvec4(bitfieldExtract(ivec4(uvec4(t9.x & 65535u, t9.x >> 16u, t9.y & 65535u, t9.y >> 16u)), 0, 16)) * uvec4(bitfieldExtract(ivec4(uvec4(t10.x & 65535u, t10.x >> 16u, t10.y & 65535u, t10.y >> 16u)), 0, 16));
    uvec4 t13 = uvec4(max(ivec4(uvec4(min(ivec4(t12 + uvec4(bitfieldExtract(ivec4(uvec4(t11.x & 65535u, t11.x >> 16u, t11.y & 65535u, t11.y >> 16u)), 0, 16))), ivec4(uvec4(32767u))))), ivec4(uvec4(0xffff8000u))));
    uvec4 t14 = t13 & 65535u;
    cs_b1_st2(28u, uvec2(t14.x | t14.y << 16u, t14.z | t14.w << 16u));
    uint t15 = min(((cs_b0_ld_u8(384u) & 255u) * (cs_b0_ld_u8(400u) & 255u) & 65535u) + (cs_b0_ld_u8(416u) & 255u) & 65535u, 255u) & 65535u & 255u;
    cs_b1_st_u8(128u, t15);
    uint t16 = min(((cs_b0_ld_u8(432u) & 255u) * (cs_b0_ld_u8(448u) & 255u) & 65535u) + (cs_b0_ld_u8(464u) & 255u) & 65535u, 255u) & 65535u & 255u;
    cs_b1_st_u8(144u, t16);
    uint t17 = min((cs_b0_ld_u16(480u) & 65535u) * (cs_b0_ld_u16(496u) & 65535u) + (cs_b0_ld_u16(512u) & 65535u), 65535u) & 65535u;
    cs_b1_st_u16(160u, t17);
    uint t18 = min((cs_b0_ld_u16(528u) & 65535u) * (cs_b0_ld_u16(544u) & 65535u) + (cs_b0_ld_u16(560u) & 65535u), 65535u) & 65535u;
    cs_b1_st_u16(176u, t18);
    cs_b1_st(48u, uint(air_umin64(uint64_t(cs_b0_ld(144u)) * uint64_t(cs_b0_ld(148u)) + uint64_t(cs_b0_ld(152u)), 0xfffffffful)));
    cs_b1_st(52u, uint(air_umin64(uint64_t(cs_b0_ld(156u)) * uint64_t(cs_b0_ld(160u)) + uint64_t(cs_b0_ld(164u)), 0xfffffffful)));
    cs_b1_st3(56u, uvec3(air_umin64(u64vec3(cs_b0_ld3(168u)) * u64vec3(cs_b0_ld3(172u)) + u64vec3(cs_b0_ld3(176u)), u64vec3(0xfffffffful))));
    uvec2 t19 = cs_b0_ld2(180u);
    uvec2 t20 = cs_b0_ld2(184u);
    uvec2 t21 = cs_b0_ld2(188u);
    uvec4 t22 = uvec4(t19.x & 65535u, t19.x >> 16u, t19.y & 65535u, t19.y >> 16u) * uvec4(t20.x & 65535u, t20.x >> 16u, t20.y & 65535u, t20.y >> 16u) + uvec4(t21.x & 65535u, t21.x >> 16u, t21.y & 65535u, t21.y >> 16u);
    uvec4 t23 = min(t22, uvec4(65535u)) & 65535u;
    cs_b1_st2(60u, uvec2(t23.x | t23.y << 16u, t23.z | t23.w << 16u));
}
