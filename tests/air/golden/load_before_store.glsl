#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
uint cs_b1_ld(uint i) { return i < (cs_info[1].y + 3u >> 2u) ? uint(cs_b1.data[(i) + (cs_info[1].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uint t0 = cs_b1_ld(0u) * 3u;
    cs_b1_st(0u, 50u);
    cs_b1_st(1u, t0 + 1u);
}
