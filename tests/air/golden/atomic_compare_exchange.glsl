#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uint local0[1];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
uint cs_b1_atomicCompSwap(uint i, uint a, uint b) { return i < (cs_info[1].y + 3u >> 2u) ? atomicCompSwap(cs_b1.data[(i) + (cs_info[1].x >> 2u)], a, b) : 0u; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    local0[0u] = 5u;
    uint t0 = cs_b1_atomicCompSwap(0u, local0[0u], 8u);
    local0[0u] = t0;
    uint t1 = t0;
    uint t2 = local0[0u];
    local0[0u] = 4u;
    uint t3 = cs_b1_atomicCompSwap(0u, local0[0u], 9u);
    local0[0u] = t3;
    uint t4 = t3;
    uint t5 = local0[0u];
    cs_b1_st(1u, t1);
    cs_b1_st(2u, t2);
    cs_b1_st(3u, t4);
    cs_b1_st(4u, t5);
}
