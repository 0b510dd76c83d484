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
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
void main() {
    uint t0 = uint(bitCount(cs_b0_ld_u8(0u) & 255u)) & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = uint(bitCount(cs_b0_ld_u8(16u) & 255u)) & 255u;
    cs_b1_st_u8(16u, t1);
    uint t2 = uint(bitCount(cs_b0_ld_u16(32u) & 65535u)) & 65535u;
    cs_b1_st_u16(32u, t2);
    uint t3 = uint(bitCount(cs_b0_ld_u16(48u) & 65535u)) & 65535u;
    cs_b1_st_u16(48u, t3);
    cs_b1_st(16u, uint(bitCount(cs_b0_ld(16u))));
    cs_b1_st(20u, uint(bitCount(cs_b0_ld(20u))));
    uint64_t t4 = packUint2x32(cs_b0_ld2(24u));
    uint64_t t5 = uint64_t(uint(bitCount(uint(t4))) + uint(bitCount(uint(t4 >> 32u))));
    uvec2 t6 = unpackUint2x32(t5);
    cs_b1_st2(24u, uvec2(t6.x, t6.y));
    uint64_t t7 = packUint2x32(cs_b0_ld2(28u));
    uint64_t t8 = uint64_t(uint(bitCount(uint(t7))) + uint(bitCount(uint(t7 >> 32u))));
    uvec2 t9 = unpackUint2x32(t8);
    cs_b1_st2(28u, uvec2(t9.x, t9.y));
    cs_b1_st3(32u, uvec3(bitCount(cs_b0_ld3(32u))));
    uvec2 t10 = cs_b0_ld2(36u);
    uvec4 t11 = uvec4(bitCount(uvec4(t10.x & 65535u, t10.x >> 16u, t10.y & 65535u, t10.y >> 16u))) & 65535u;
    cs_b1_st2(36u, uvec2(t11.x | t11.y << 16u, t11.z | t11.w << 16u));
    uint t12 = cs_b0_ld(40u);
    uvec2 t13 = uvec2(bitCount(uvec2(t12 & 255u, t12 >> 8u & 255u))) & 255u;
    cs_b1_st_u16(160u, t13.x | t13.y << 8u);
    uvec4 t14 = cs_b0_ld4(44u);
    u64vec2 t15 = u64vec2(packUint2x32(t14.xy), packUint2x32(t14.zw));
    u64vec2 t16 = u64vec2(uvec2(bitCount(uvec2(t15))) + uvec2(bitCount(uvec2(t15 >> uvec2(32u)))));
    uvec2 t17 = unpackUint2x32(t16.x);
    uvec2 t18 = unpackUint2x32(t16.y);
    cs_b1_st4(44u, uvec4(t17.x, t17.y, t18.x, t18.y));
}
