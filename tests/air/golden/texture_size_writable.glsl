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
writeonly uniform image2D cs_i1;
uniform sampler2D cs_t1_size;
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    uint t0 = uint(imageSize(cs_i1).x);
    cs_b0_st(0u, t0);
    uint t1 = uint(textureQueryLevels(cs_t1_size));
    cs_b0_st(4u, t1);
}
