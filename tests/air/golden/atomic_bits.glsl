#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
uint cs_b1_atomicAnd(uint i, uint a) { return i < (cs_info[1].y + 3u >> 2u) ? atomicAnd(cs_b1.data[(i) + (cs_info[1].x >> 2u)], a) : 0u; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint cs_b1_atomicOr(uint i, uint a) { return i < (cs_info[1].y + 3u >> 2u) ? atomicOr(cs_b1.data[(i) + (cs_info[1].x >> 2u)], a) : 0u; }
uint cs_b1_atomicXor(uint i, uint a) { return i < (cs_info[1].y + 3u >> 2u) ? atomicXor(cs_b1.data[(i) + (cs_info[1].x >> 2u)], a) : 0u; }
void main() {
    uint t0 = cs_b1_atomicAnd(0u, 12u);
    cs_b1_st(1u, t0);
    uint t1 = cs_b1_atomicOr(0u, 3u);
    cs_b1_st(2u, t1);
    uint t2 = cs_b1_atomicXor(0u, 5u);
    cs_b1_st(3u, t2);
}
