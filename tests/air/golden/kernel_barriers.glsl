#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
shared uint cs_shared0[2];
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
void cs_shared0_st(uint i, uint v) { if (i < 2u) { cs_shared0[i] = v; } }
uint cs_shared0_ld(uint i) { return i < 2u ? uint(cs_shared0[i]) : uint(0); }
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    cs_shared0_st(gl_LocalInvocationIndex, gl_LocalInvocationIndex);
    barrier();
    memoryBarrierBuffer();
    memoryBarrierShared();
    memoryBarrierImage();
    barrier();
    memoryBarrierShared();
    barrier();
    cs_b0_st(gl_LocalInvocationIndex, cs_shared0_ld(gl_LocalInvocationIndex ^ 1u));
}
