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
uint64_t air_smax64(uint64_t a, uint64_t b) { return int64_t(a) < int64_t(b) ? b : a; }
uint64_t air_umin64(uint64_t a, uint64_t b) { return b < a ? b : a; }
uint64_t air_umax64(uint64_t a, uint64_t b) { return a < b ? b : a; }
void main() {
    uint t0 = uint(min(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(16u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = uint(min(bitfieldExtract(int(cs_b0_ld_u16(32u) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(48u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(16u, t1);
    cs_b1_st(8u, uint(min(int(cs_b0_ld(16u)), int(cs_b0_ld(20u)))));
    uint64_t t2 = air_smin64(packUint2x32(cs_b0_ld2(24u)), packUint2x32(cs_b0_ld2(28u)));
    uvec2 t3 = unpackUint2x32(t2);
    cs_b1_st2(12u, uvec2(t3.x, t3.y));
    cs_b1_st3(16u, uvec3(min(ivec3(cs_b0_ld3(32u)), ivec3(cs_b0_ld3(36u)))));
    uint t4 = cs_b0_ld(40u);
    uint t5 = cs_b0_ld(44u);
    uvec2 t6 = uvec2(min(bitfieldExtract(ivec2(uvec2(t4 & 65535u, t4 >> 16u)), 0, 16), bitfieldExtract(ivec2(uvec2(t5 & 65535u, t5 >> 16u)), 0, 16))) & 65535u;
    cs_b1_st(20u, t6.x | t6.y << 16u);
    uint t7 = uint(max(bitfieldExtract(int(cs_b0_ld_u8(192u) & 255u), 0, 8), bitfieldExtract(int(cs_b0_ld_u8(208u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(96u, t7);
    uint t8 = uint(max(bitfieldExtract(int(cs_b0_ld_u16(224u) & 65535u), 0, 16), bitfieldExtract(int(cs_b0_ld_u16(240u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(112u, t8);
    cs_b1_st(32u, uint(max(int(cs_b0_ld(64u)), int(cs_b0_ld(68u)))));
    uint64_t t9 = air_smax64(packUint2x32(cs_b0_ld2(72u)), packUint2x32(cs_b0_ld2(76u)));
    uvec2 t10 = unpackUint2x32(t9);
    cs_b1_st2(36u, uvec2(t10.x, t10.y));
    cs_b1_st3(40u, uvec3(max(ivec3(cs_b0_ld3(80u)), ivec3(cs_b0_ld3(84u)))));
    uint t11 = cs_b0_ld(88u);
    uint t12 = cs_b0_ld(92u);
    uvec2 t13 = uvec2(max(bitfieldExtract(ivec2(uvec2(t11 & 65535u, t11 >> 16u)), 0, 16), bitfieldExtract(ivec2(uvec2(t12 & 65535u, t12 >> 16u)), 0, 16))) & 65535u;
    cs_b1_st(44u, t13.x | t13.y << 16u);
    uint t14 = min(cs_b0_ld_u8(384u) & 255u, cs_b0_ld_u8(400u) & 255u) & 255u;
    cs_b1_st_u8(192u, t14);
    uint t15 = min(cs_b0_ld_u16(416u) & 65535u, cs_b0_ld_u16(432u) & 65535u) & 65535u;
    cs_b1_st_u16(208u, t15);
    cs_b1_st(56u, min(cs_b0_ld(112u), cs_b0_ld(116u)));
    uint64_t t16 = air_umin64(packUint2x32(cs_b0_ld2(120u)), packUint2x32(cs_b0_ld2(124u)));
    uvec2 t17 = unpackUint2x32(t16);
    cs_b1_st2(60u, uvec2(t17.x, t17.y));
    cs_b1_st3(64u, min(cs_b0_ld3(128u), cs_b0_ld3(132u)));
    uint t18 = cs_b0_ld(136u);
    uint t19 = cs_b0_ld(140u);
    uvec2 t20 = min(uvec2(t18 & 65535u, t18 >> 16u), uvec2(t19 & 65535u, t19 >> 16u)) & 65535u;
    cs_b1_st(68u, t20.x | t20.y << 16u);
    uint t21 = max(cs_b0_ld_u8(576u) & 255u, cs_b0_ld_u8(592u) & 255u) & 255u;
    cs_b1_st_u8(288u, t21);
    uint t22 = max(cs_b0_ld_u16(608u) & 65535u, cs_b0_ld_u16(624u) & 65535u) & 65535u;
    cs_b1_st_u16(304u, t22);
    cs_b1_st(80u, max(cs_b0_ld(160u), cs_b0_ld(164u)));
    uint64_t t23 = air_umax64(packUint2x32(cs_b0_ld2(168u)), packUint2x32(cs_b0_ld2(172u)));
    uvec2 t24 = unpackUint2x32(t23);
    cs_b1_st2(84u, uvec2(t24.x, t24.y));
    cs_b1_st3(88u, max(cs_b0_ld3(176u), cs_b0_ld3(180u)));
    uint t25 = cs_b0_ld(184u);
    uint t26 = cs_b0_ld(188u);
    uvec2 t27 = max(uvec2(t25 & 65535u, t25 >> 16u), uvec2(t26 & 65535u, t26 >> 16u)) & 65535u;
    cs_b1_st(92u, t27.x | t27.y << 16u);
}
