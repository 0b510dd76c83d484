#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf_a0_o0 { uint data[]; } cs_b_a0_o0;
uniform uvec2 cs_info[34];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_place[34];
uint cs_b_a0_o0_ld(uint i) { return i < (cs_info[31].y + 3u >> 2u) ? uint(cs_b_a0_o0.data[(i) + (cs_info[31].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    if (!(cs_place[31].x == 0u)) {
        cs_b1_st(0u, cs_b_a0_o0_ld(0u));
    }
    cs_b1_st(1u, uint(!(cs_place[32].x == 0u)));
    bool t0 = cs_place[33].x == 0u;
    cs_b1_st(2u, uint(!t0));
}
