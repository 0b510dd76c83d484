#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
#ifndef AIR_LOAD_cs_i1
#define AIR_LOAD_cs_i1(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1
#define AIR_STORE_cs_i1(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1
#define AIR_FORMAT_cs_i1 r32ui
#endif
layout(AIR_FORMAT_cs_i1) uniform uimage2D cs_i1;
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    uint t0 = imageAtomicAdd(cs_i1, ivec2(uvec2(1u, 2u)), 5u);
    uvec4 t1 = uvec4(t0, 0u, 0u, 0u);
    uint t2 = imageAtomicExchange(cs_i1, ivec2(uvec2(1u, 2u)) + ivec2(uvec2(1u, 0xffffffffu)), 3u);
    uvec4 t3 = uvec4(t2, 0u, 0u, 0u);
    cs_b0_st(0u, t1.x);
    cs_b0_st(1u, t3.x);
}
