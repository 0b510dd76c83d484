#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
uint64_t air_smax64(uint64_t a, uint64_t b) { return int64_t(a) < int64_t(b) ? b : a; }
uint64_t air_smin64(uint64_t a, uint64_t b) { return int64_t(b) < int64_t(a) ? b : a; }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
uint64_t air_umin64(uint64_t a, uint64_t b) { return b < a ? b : a; }
void cs_b1_st_u8(uint o, uint v) { uint n = (o & 3u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffu) << n); } }
uint cs_b0_ld_u16(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 2u) * 8, 16); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void main() {
    cs_b1_st(0u, uint(max(int(cs_b0_ld(0u)), 0)));
    cs_b1_st(4u, min(cs_b0_ld(4u), 0x7fffffffu));
    uint t0 = uint(air_smin64(air_smax64(packUint2x32(cs_b0_ld2(8u)), 0xffffffffffff8000ul), 0x7ffful)) & 65535u;
    cs_b1_st_u16(32u, t0);
    uint t1 = uint(air_umin64(packUint2x32(cs_b0_ld2(12u)), 0xfful)) & 255u;
    cs_b1_st_u8(48u, t1);
    uint t2 = min(cs_b0_ld_u16(64u) & 65535u, 127u) & 65535u & 255u;
    cs_b1_st_u8(64u, t2);
    cs_b1_st(20u, uint(bitfieldExtract(int(uint(max(bitfieldExtract(int(cs_b0_ld_u16(80u) & 65535u), 0, 16), 0)) & 65535u), 0, 16)));
    uint64_t t3 = air_umin64(packUint2x32(cs_b0_ld2(24u)), 0x7ffffffffffffffful);
    uvec2 t4 = unpackUint2x32(t3);
    cs_b1_st2(24u, uvec2(t4.x, t4.y));
    cs_b1_st(28u, uint(air_smin64(air_smax64(packUint2x32(cs_b0_ld2(28u)), 0x0ul), 0xfffffffful)));
    cs_b1_st(32u, uint(bitfieldExtract(int(cs_b0_ld_u16(128u) & 65535u), 0, 16)));
    cs_b1_st(36u, cs_b0_ld_u16(144u) & 65535u);
}
