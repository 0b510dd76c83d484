#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint cs_b0_ld_u16(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 2u) * 8, 16); }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void main() {
    uint t0 = cs_b0_ld_u16(0u) & 65535u;
    uint t1 = (t0 & 255u) << 8u & 65535u | t0 >> 8u;
    cs_b1_st_u16(0u, t1);
    uint t2 = cs_b0_ld(4u);
    cs_b1_st(4u, (t2 & 255u) << 24u | (t2 >> 8u & 255u) << 16u | (t2 >> 16u & 255u) << 8u | t2 >> 24u);
    uint64_t t3 = packUint2x32(cs_b0_ld2(8u));
    uint64_t t4 = (t3 & 0xfful) << 56u | (t3 >> 8u & 0xfful) << 48u | (t3 >> 16u & 0xfful) << 40u | (t3 >> 24u & 0xfful) << 32u | (t3 >> 32u & 0xfful) << 24u | (t3 >> 40u & 0xfful) << 16u;
    uint64_t t5 = t4 | (t3 >> 48u & 0xfful) << 8u | t3 >> 56u;
    uvec2 t6 = unpackUint2x32(t5);
    cs_b1_st2(8u, uvec2(t6.x, t6.y));
    uvec2 t7 = cs_b0_ld2(12u);
    cs_b1_st2(12u, (t7 & uvec2(255u)) << uvec2(24u) | (t7 >> uvec2(8u) & uvec2(255u)) << uvec2(16u) | (t7 >> uvec2(16u) & uvec2(255u)) << uvec2(8u) | t7 >> uvec2(24u));
    uvec2 t8 = cs_b0_ld2(16u);
    uvec4 t9 = uvec4(t8.x & 65535u, t8.x >> 16u, t8.y & 65535u, t8.y >> 16u);
    uvec4 t10 = (t9 & uvec4(255u)) << uvec4(8u) & 65535u | t9 >> uvec4(8u);
    cs_b1_st2(16u, uvec2(t10.x | t10.y << 16u, t10.z | t10.w << 16u));
}
