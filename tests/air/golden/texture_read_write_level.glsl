#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
#ifndef AIR_LOAD_cs_i1_l1
#define AIR_LOAD_cs_i1_l1(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l1
#define AIR_STORE_cs_i1_l1(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1_l1
#define AIR_FORMAT_cs_i1_l1 r32i
#endif
layout(AIR_FORMAT_cs_i1_l1) uniform iimage2DArray cs_i1_l1;
#ifndef AIR_LOAD_cs_i1_l2
#define AIR_LOAD_cs_i1_l2(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l2
#define AIR_STORE_cs_i1_l2(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1_l2
#define AIR_FORMAT_cs_i1_l2 r32i
#endif
layout(AIR_FORMAT_cs_i1_l2) uniform iimage2DArray cs_i1_l2;
#ifndef AIR_LOAD_cs_i1_l15
#define AIR_LOAD_cs_i1_l15(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l15
#define AIR_STORE_cs_i1_l15(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1_l15
#define AIR_FORMAT_cs_i1_l15 r32i
#endif
layout(AIR_FORMAT_cs_i1_l15) uniform iimage2DArray cs_i1_l15;
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    uvec4 t0 = uvec4(AIR_LOAD_cs_i1_l1(imageLoad(cs_i1_l1, ivec3(ivec2(uvec2(1u)), int(1u)))));
    uvec4 t1 = uvec4(AIR_LOAD_cs_i1_l2(imageLoad(cs_i1_l2, ivec3(ivec2(uvec2(0u)), int(1u)))));
    uvec4 t2 = uvec4(t0.x + t1.x - 90u, 0u, 0u, 0u);
    imageStore(cs_i1_l2, ivec3(ivec2(uvec2(0u)), int(1u)), AIR_STORE_cs_i1_l2(ivec4(ivec4(t2))));
    imageStore(cs_i1_l15, ivec3(ivec2(uvec2(0u)), int(1u)), AIR_STORE_cs_i1_l15(ivec4(ivec4(t2))));
    uvec4 t3 = uvec4(AIR_LOAD_cs_i1_l15(imageLoad(cs_i1_l15, ivec3(ivec2(uvec2(0u)), int(1u)))));
    cs_b0_st(0u, t3.x);
}
