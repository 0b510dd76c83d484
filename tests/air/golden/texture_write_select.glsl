#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
#ifndef AIR_LOAD_cs_i1
#define AIR_LOAD_cs_i1(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1
#define AIR_STORE_cs_i1(texel) (texel)
#endif
writeonly uniform image2D cs_i1;
#ifndef AIR_LOAD_cs_i2
#define AIR_LOAD_cs_i2(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i2
#define AIR_STORE_cs_i2(texel) (texel)
#endif
writeonly uniform image2D cs_i2;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void main() {
    uint t0 = cs_b0_ld(0u) == 1u ? 0u : 1u;
    if (t0 == 0u) {
        imageStore(cs_i1, ivec2(uvec2(2u, 1u)), AIR_STORE_cs_i1(vec4(5.0, 6.0, 7.0, 8.0)));
    }
    if (t0 == 1u) {
        imageStore(cs_i2, ivec2(uvec2(2u, 1u)), AIR_STORE_cs_i2(vec4(5.0, 6.0, 7.0, 8.0)));
    }
}
