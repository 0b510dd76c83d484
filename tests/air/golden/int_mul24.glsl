#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
void main() {
    uint t0 = (cs_b0_ld(0u) * cs_b0_ld(4u));
    cs_b1_st(0u, t0);
    uint t1 = (cs_b0_ld(8u) * cs_b0_ld(12u));
    cs_b1_st(4u, t1);
    uvec3 t2 = (cs_b0_ld3(16u) * cs_b0_ld3(20u));
    cs_b1_st3(8u, t2);
    uint t3 = (cs_b0_ld(24u) * cs_b0_ld(28u));
    cs_b1_st(12u, t3);
    uint t4 = (cs_b0_ld(32u) * cs_b0_ld(36u));
    cs_b1_st(16u, t4);
    uvec3 t5 = (cs_b0_ld3(40u) * cs_b0_ld3(44u));
    cs_b1_st3(20u, t5);
}
