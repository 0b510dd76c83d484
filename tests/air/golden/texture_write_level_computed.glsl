#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
uniform sampler2D cs_t1_size;
#ifndef AIR_LOAD_cs_i1
#define AIR_LOAD_cs_i1(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1
#define AIR_STORE_cs_i1(texel) (texel)
#endif
writeonly uniform image2D cs_i1;
#ifndef AIR_LOAD_cs_i1_l1
#define AIR_LOAD_cs_i1_l1(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l1
#define AIR_STORE_cs_i1_l1(texel) (texel)
#endif
writeonly uniform image2D cs_i1_l1;
#ifndef AIR_LOAD_cs_i1_l2
#define AIR_LOAD_cs_i1_l2(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l2
#define AIR_STORE_cs_i1_l2(texel) (texel)
#endif
writeonly uniform image2D cs_i1_l2;
#ifndef AIR_LOAD_cs_i1_l3
#define AIR_LOAD_cs_i1_l3(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l3
#define AIR_STORE_cs_i1_l3(texel) (texel)
#endif
writeonly uniform image2D cs_i1_l3;
#ifndef AIR_LOAD_cs_i1_l4
#define AIR_LOAD_cs_i1_l4(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l4
#define AIR_STORE_cs_i1_l4(texel) (texel)
#endif
writeonly uniform image2D cs_i1_l4;
#ifndef AIR_LOAD_cs_i1_l5
#define AIR_LOAD_cs_i1_l5(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l5
#define AIR_STORE_cs_i1_l5(texel) (texel)
#endif
writeonly uniform image2D cs_i1_l5;
#ifndef AIR_LOAD_cs_i1_l6
#define AIR_LOAD_cs_i1_l6(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l6
#define AIR_STORE_cs_i1_l6(texel) (texel)
#endif
writeonly uniform image2D cs_i1_l6;
#ifndef AIR_LOAD_cs_i1_l7
#define AIR_LOAD_cs_i1_l7(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l7
#define AIR_STORE_cs_i1_l7(texel) (texel)
#endif
writeonly uniform image2D cs_i1_l7;
void cs_i1_store(int l, ivec2 p, vec4 v) {
    switch (l) {
    case 0: imageStore(cs_i1, p, AIR_STORE_cs_i1(v)); break;
    case 1: imageStore(cs_i1_l1, p, AIR_STORE_cs_i1_l1(v)); break;
    case 2: imageStore(cs_i1_l2, p, AIR_STORE_cs_i1_l2(v)); break;
    case 3: imageStore(cs_i1_l3, p, AIR_STORE_cs_i1_l3(v)); break;
    case 4: imageStore(cs_i1_l4, p, AIR_STORE_cs_i1_l4(v)); break;
    case 5: imageStore(cs_i1_l5, p, AIR_STORE_cs_i1_l5(v)); break;
    case 6: imageStore(cs_i1_l6, p, AIR_STORE_cs_i1_l6(v)); break;
    case 7: imageStore(cs_i1_l7, p, AIR_STORE_cs_i1_l7(v)); break;
    }
}
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    uint t0 = cs_b0_ld(0u);
    uint t1 = uint(textureSize(cs_t1_size, int(t0)).x);
    float t2 = float(t1);
    cs_i1_store(int(t0), ivec2(uvec2(1u)), vec4(t2, 6.0, 7.0, 8.0));
    cs_b0_st(0u, t1);
}
