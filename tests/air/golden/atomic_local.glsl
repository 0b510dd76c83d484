#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
shared uint cs_shared0[1];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
uint cs_shared0_atomicExchange(uint i, uint a) { return i < 1u ? atomicExchange(cs_shared0[i], a) : 0u; }
uint cs_shared0_atomicAdd(uint i, uint a) { return i < 1u ? atomicAdd(cs_shared0[i], a) : 0u; }
uint cs_shared0_atomicOr(uint i, uint a) { return i < 1u ? atomicOr(cs_shared0[i], a) : 0u; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    bool t0 = gl_LocalInvocationIndex == 0u;
    if (t0) {
        cs_shared0_atomicExchange(0u, 0u);
    }
    memoryBarrierShared();
    barrier();
    cs_shared0_atomicAdd(0u, 1u);
    memoryBarrierShared();
    barrier();
    if (t0) {
        uint t1 = cs_shared0_atomicOr(0u, 0u);
        cs_b1_st(0u, t1);
    }
}
