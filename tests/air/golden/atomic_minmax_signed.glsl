#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
uint cs_b1_atomicMin_s(uint i, uint a) { if (!(i < (cs_info[1].y + 3u >> 2u))) return 0u; uint old = cs_b1.data[(i) + (cs_info[1].x >> 2u)]; for (uint seen = ~old; old != seen;) { seen = old; old = atomicCompSwap(cs_b1.data[(i) + (cs_info[1].x >> 2u)], seen, uint(min(int(seen), int(a)))); } return old; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint cs_b1_atomicMax_s(uint i, uint a) { if (!(i < (cs_info[1].y + 3u >> 2u))) return 0u; uint old = cs_b1.data[(i) + (cs_info[1].x >> 2u)]; for (uint seen = ~old; old != seen;) { seen = old; old = atomicCompSwap(cs_b1.data[(i) + (cs_info[1].x >> 2u)], seen, uint(max(int(seen), int(a)))); } return old; }
void main() {
    uint t0 = cs_b1_atomicMin_s(0u, 0xffffffffu);
    cs_b1_st(1u, t0);
    uint t1 = cs_b1_atomicMax_s(0u, 3u);
    cs_b1_st(2u, t1);
}
