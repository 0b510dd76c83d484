#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
#ifndef AIR_LOAD_cs_i1_l1
#define AIR_LOAD_cs_i1_l1(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l1
#define AIR_STORE_cs_i1_l1(texel) (texel)
#endif
writeonly uniform image2D cs_i1_l1;
#ifndef AIR_LOAD_cs_i1
#define AIR_LOAD_cs_i1(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1
#define AIR_STORE_cs_i1(texel) (texel)
#endif
writeonly uniform image2D cs_i1;
void main() {
    imageStore(cs_i1_l1, ivec2(uvec2(1u, 0u)), AIR_STORE_cs_i1_l1(vec4(5.0, 6.0, 7.0, 8.0)));
    imageStore(cs_i1, ivec2(uvec2(2u, 1u)), AIR_STORE_cs_i1(vec4(1.0, 2.0, 3.0, 4.0)));
}
