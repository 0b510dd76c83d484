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
    uint t0 = uint(abs(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = uint(abs(bitfieldExtract(int(cs_b0_ld_u8(16u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(16u, t1);
    uint t2 = uint(abs(bitfieldExtract(int(cs_b0_ld_u8(32u) & 255u), 0, 8))) & 255u;
    cs_b1_st_u8(32u, t2);
    uint t3 = uint(abs(bitfieldExtract(int(cs_b0_ld_u16(48u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(48u, t3);
    uint t4 = uint(abs(bitfieldExtract(int(cs_b0_ld_u16(64u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(64u, t4);
    uint t5 = uint(abs(bitfieldExtract(int(cs_b0_ld_u16(80u) & 65535u), 0, 16))) & 65535u;
    cs_b1_st_u16(80u, t5);
    cs_b1_st(24u, uint(abs(int(cs_b0_ld(24u)))));
    cs_b1_st(28u, uint(abs(int(cs_b0_ld(28u)))));
    cs_b1_st(32u, uint(abs(int(cs_b0_ld(32u)))));
    uint64_t t6 = packUint2x32(cs_b0_ld2(36u));
    uint64_t t7 = int64_t(t6) < int64_t(0x0ul) ? 0x0ul - t6 : t6;
    uvec2 t8 = unpackUint2x32(t7);
    cs_b1_st2(36u, uvec2(t8.x, t8.y));
    uint64_t t9 = packUint2x32(cs_b0_ld2(40u));
    uint64_t t10 = int64_t(t9) < int64_t(0x0ul) ? 0x0ul - t9 : t9;
    uvec2 t11 = unpackUint2x32(t10);
    cs_b1_st2(40u, uvec2(t11.x, t11.y));
    uint64_t t12 = packUint2x32(cs_b0_ld2(44u));
    uint64_t t13 = int64_t(t12) < int64_t(0x0ul) ? 0x0ul - t12 : t12;
    uvec2 t14 = unpackUint2x32(t13);
    cs_b1_st2(44u, uvec2(t14.x, t14.y));
    cs_b1_st3(48u, uvec3(abs(ivec3(cs_b0_ld3(48u)))));
    cs_b1_st3(52u, uvec3(abs(ivec3(cs_b0_ld3(52u)))));
    cs_b1_st3(56u, uvec3(abs(ivec3(cs_b0_ld3(56u)))));
}
