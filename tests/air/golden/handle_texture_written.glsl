#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
#ifndef AIR_LOAD_cs_i_a0_o8
#define AIR_LOAD_cs_i_a0_o8(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i_a0_o8
#define AIR_STORE_cs_i_a0_o8(texel) (texel)
#endif
writeonly uniform image2D cs_i_a0_o8;
void main() {
    imageStore(cs_i_a0_o8, ivec2(uvec2(1u, 2u)), AIR_STORE_cs_i_a0_o8(vec4(5.0, 6.0, 7.0, 8.0)));
}
