#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uint i19_0 = cs_b0_ld(1u) + 10u;
    uint i210_1 = cs_b0_ld(2u) + 10u;
    uint i311_2 = cs_b0_ld(3u) + 10u;
    uint i412_3 = cs_b0_ld(4u) + 10u;
    uint i513_4 = cs_b0_ld(5u) + 10u;
    uint i614_5 = cs_b0_ld(6u) + 10u;
    uint i715_6 = cs_b0_ld(7u) + 10u;
    cs_b1_st(0u, cs_b0_ld(0u) + 10u);
    cs_b1_st(1u, i19_0);
    cs_b1_st(2u, i210_1);
    cs_b1_st(3u, i311_2);
    cs_b1_st(4u, i412_3);
    cs_b1_st(5u, i513_4);
    cs_b1_st(6u, i614_5);
    cs_b1_st(7u, i715_6);
}
