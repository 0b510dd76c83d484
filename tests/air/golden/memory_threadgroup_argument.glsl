#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
shared uint cs_tg0[uint((AIR_TG_0 + 3) / 4)];
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
void cs_tg0_st(uint i, uint v) { if (i < uint((AIR_TG_0 + 3) / 4)) { cs_tg0[i] = v; } }
uint cs_tg0_ld(uint i) { return i < uint((AIR_TG_0 + 3) / 4) ? uint(cs_tg0[i]) : uint(0); }
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    cs_tg0_st(gl_LocalInvocationIndex, gl_LocalInvocationIndex);
    memoryBarrierShared();
    barrier();
    cs_b0_st(gl_LocalInvocationIndex, cs_tg0_ld(3u - gl_LocalInvocationIndex));
}
