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
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
uint64_t air_umax64(uint64_t a, uint64_t b) { return a < b ? b : a; }
void main() {
    uint t0 = uint(max(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(16u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = uint(max(bitfieldExtract(int(cs_b0_ld_u8(32u) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(48u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(16u, t1);
    uint t2 = uint(max(bitfieldExtract(int(cs_b0_ld_u16(64u) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(80u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(32u, t2);
    uint t3 = uint(max(bitfieldExtract(int(cs_b0_ld_u16(96u) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(112u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(48u, t3);
    uint t4 = uint(max(int(cs_b0_ld(32u)), int(cs_b0_ld(36u))));
    cs_b1_st(16u, t4);
    uint t5 = uint(max(int(cs_b0_ld(40u)), int(cs_b0_ld(44u))));
    cs_b1_st(20u, t5);
    uint64_t t6 = air_smax64(packUint2x32(cs_b0_ld2(48u)), packUint2x32(cs_b0_ld2(52u)));
    uvec2 t7 = unpackUint2x32(t6);
    cs_b1_st2(24u, uvec2(t7.x, t7.y));
    uint64_t t8 = air_smax64(packUint2x32(cs_b0_ld2(56u)), packUint2x32(cs_b0_ld2(60u)));
    uvec2 t9 = unpackUint2x32(t8);
    cs_b1_st2(28u, uvec2(t9.x, t9.y));
    uvec3 t10 = uvec3(max(ivec3(cs_b0_ld3(64u)), ivec3(cs_b0_ld3(68u))));
    cs_b1_st3(32u, t10);
    uvec2 t11 = cs_b0_ld2(72u);
    uvec2 t12 = cs_b0_ld2(76u);
    uvec4 t13 = uvec4(max(bitfieldExtract(ivec4(uvec4(t11.x & 65535u, t11.x >> 16u, t11.y & 65535u, t11.y >> 16u)), 0, 16), bitfieldExtract(ivec4(uvec4(t12.x & 65535u, t12.x >> 16u, t12.y & 65535u, t12.y >> 16u)), 0, 16))) & 65535u;
    cs_b1_st2(36u, uvec2(t13.x | t13.y << 16u, t13.z | t13.w << 16u));
    uint t14 = cs_b0_ld(80u);
    uint t15 = cs_b0_ld(84u);
    uvec2 t16 = uvec2(max(bitfieldExtract(ivec2(uvec2(t14 & 255u, t14 >> 8u & 255u)), 0, 8), bitfieldExtract(ivec2(uvec2(t15 & 255u, t15 >> 8u & 255u)), 0, 8))) & 255u;
    cs_b1_st_u16(160u, t16.x | t16.y << 8u);
    uint t17 = max(cs_b0_ld_u8(352u) & 255u, cs_b0_ld_u8(368u) & 255u) & 255u;
    cs_b1_st_u8(176u, t17);
    uint t18 = max(cs_b0_ld_u8(384u) & 255u, cs_b0_ld_u8(400u) & 255u) & 255u;
    cs_b1_st_u8(192u, t18);
    uint t19 = max(cs_b0_ld_u16(416u) & 65535u, cs_b0_ld_u16(432u) & 65535u) & 65535u;
    cs_b1_st_u16(208u, t19);
    uint t20 = max(cs_b0_ld_u16(448u) & 65535u, cs_b0_ld_u16(464u) & 65535u) & 65535u;
    cs_b1_st_u16(224u, t20);
    uint t21 = max(cs_b0_ld(120u), cs_b0_ld(124u));
    cs_b1_st(60u, t21);
    uint t22 = max(cs_b0_ld(128u), cs_b0_ld(132u));
    cs_b1_st(64u, t22);
    uint64_t t23 = air_umax64(packUint2x32(cs_b0_ld2(136u)), packUint2x32(cs_b0_ld2(140u)));
    uvec2 t24 = unpackUint2x32(t23);
    cs_b1_st2(68u, uvec2(t24.x, t24.y));
    uint64_t t25 = air_umax64(packUint2x32(cs_b0_ld2(144u)), packUint2x32(cs_b0_ld2(148u)));
    uvec2 t26 = unpackUint2x32(t25);
    cs_b1_st2(72u, uvec2(t26.x, t26.y));
    uvec3 t27 = max(cs_b0_ld3(152u), cs_b0_ld3(156u));
    cs_b1_st3(76u, t27);
    uvec2 t28 = cs_b0_ld2(160u);
    uvec2 t29 = cs_b0_ld2(164u);
    uvec4 t30 = max(uvec4(t28.x & 65535u, t28.x >> 16u, t28.y & 65535u, t28.y >> 16u), uvec4(t29.x & 65535u, t29.x >> 16u, t29.y & 65535u, t29.y >> 16u)) & 65535u;
    cs_b1_st2(80u, uvec2(t30.x | t30.y << 16u, t30.z | t30.w << 16u));
    uint t31 = cs_b0_ld(168u);
    uint t32 = cs_b0_ld(172u);
    uvec2 t33 = max(uvec2(t31 & 255u, t31 >> 8u & 255u), uvec2(t32 & 255u, t32 >> 8u & 255u)) & 255u;
    cs_b1_st_u16(336u, t33.x | t33.y << 8u);
}
