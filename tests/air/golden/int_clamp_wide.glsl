#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
uint64_t air_umin64(uint64_t a, uint64_t b) { return b < a ? b : a; }
uint64_t air_umax64(uint64_t a, uint64_t b) { return a < b ? b : a; }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uint64_t air_smin64(uint64_t a, uint64_t b) { return int64_t(b) < int64_t(a) ? b : a; }
uint64_t air_smax64(uint64_t a, uint64_t b) { return int64_t(a) < int64_t(b) ? b : a; }
void main() {
    uint64_t t0 = packUint2x32(cs_b0_ld2(0u));
    uint64_t t1 = air_umin64(air_umax64(0x24ul, t0), 0x5ul);
    uvec2 t2 = unpackUint2x32(t1);
    cs_b1_st2(0u, uvec2(t2.x, t2.y));
    uint64_t t3 = air_smin64(air_smax64(t0, 0xfffffffffffffffeul), 0x1eul);
    uvec2 t4 = unpackUint2x32(t3);
    cs_b1_st2(2u, uvec2(t4.x, t4.y));
}
