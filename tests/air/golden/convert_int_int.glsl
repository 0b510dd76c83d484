#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint cs_b0_ld_u8(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 3u) * 8, 8); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void cs_b1_st_u8(uint o, uint v) { uint n = (o & 3u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffu) << n); } }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void main() {
    uint t0 = uint(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8));
    cs_b1_st(0u, t0);
    uint t1 = cs_b0_ld_u8(16u) & 255u;
    cs_b1_st(4u, t1);
    uint t2 = cs_b0_ld(8u) & 255u;
    cs_b1_st_u8(32u, t2);
    uint64_t t3 = uint64_t(int64_t(int(cs_b0_ld(12u))));
    uvec2 t4 = unpackUint2x32(t3);
    cs_b1_st2(12u, uvec2(t4.x, t4.y));
    uint t5 = cs_b0_ld(16u);
    uvec2 t6 = uvec2(t5 & 65535u, t5 >> 16u);
    cs_b1_st2(16u, t6);
}
