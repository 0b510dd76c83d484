#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
float cs_b1_atomicAdd_f(uint i, float a) { if (!(i < (cs_info[1].y + 3u >> 2u))) return 0.0; uint old = cs_b1.data[(i) + (cs_info[1].x >> 2u)]; for (uint seen = ~old; old != seen;) { seen = old; old = atomicCompSwap(cs_b1.data[(i) + (cs_info[1].x >> 2u)], seen, floatBitsToUint(uintBitsToFloat(seen) + a)); } return uintBitsToFloat(old); }
void main() {
    float t0 = cs_b1_atomicAdd_f(0u, 0.5);
}
