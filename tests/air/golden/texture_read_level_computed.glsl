#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uniform usampler2D cs_t1_size;
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
#ifndef AIR_LOAD_cs_i1_l1
#define AIR_LOAD_cs_i1_l1(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l1
#define AIR_STORE_cs_i1_l1(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1_l1
#define AIR_FORMAT_cs_i1_l1 r32ui
#endif
layout(AIR_FORMAT_cs_i1_l1) uniform uimage2D cs_i1_l1;
#ifndef AIR_LOAD_cs_i1_l2
#define AIR_LOAD_cs_i1_l2(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l2
#define AIR_STORE_cs_i1_l2(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1_l2
#define AIR_FORMAT_cs_i1_l2 r32ui
#endif
layout(AIR_FORMAT_cs_i1_l2) uniform uimage2D cs_i1_l2;
#ifndef AIR_LOAD_cs_i1_l3
#define AIR_LOAD_cs_i1_l3(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l3
#define AIR_STORE_cs_i1_l3(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1_l3
#define AIR_FORMAT_cs_i1_l3 r32ui
#endif
layout(AIR_FORMAT_cs_i1_l3) uniform uimage2D cs_i1_l3;
#ifndef AIR_LOAD_cs_i1_l4
#define AIR_LOAD_cs_i1_l4(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l4
#define AIR_STORE_cs_i1_l4(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1_l4
#define AIR_FORMAT_cs_i1_l4 r32ui
#endif
layout(AIR_FORMAT_cs_i1_l4) uniform uimage2D cs_i1_l4;
#ifndef AIR_LOAD_cs_i1_l5
#define AIR_LOAD_cs_i1_l5(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l5
#define AIR_STORE_cs_i1_l5(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1_l5
#define AIR_FORMAT_cs_i1_l5 r32ui
#endif
layout(AIR_FORMAT_cs_i1_l5) uniform uimage2D cs_i1_l5;
#ifndef AIR_LOAD_cs_i1_l6
#define AIR_LOAD_cs_i1_l6(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l6
#define AIR_STORE_cs_i1_l6(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1_l6
#define AIR_FORMAT_cs_i1_l6 r32ui
#endif
layout(AIR_FORMAT_cs_i1_l6) uniform uimage2D cs_i1_l6;
#ifndef AIR_LOAD_cs_i1_l7
#define AIR_LOAD_cs_i1_l7(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1_l7
#define AIR_STORE_cs_i1_l7(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1_l7
#define AIR_FORMAT_cs_i1_l7 r32ui
#endif
layout(AIR_FORMAT_cs_i1_l7) uniform uimage2D cs_i1_l7;
uvec4 cs_i1_load(int l, ivec2 p) {
    switch (l) {
    case 0: return AIR_LOAD_cs_i1(imageLoad(cs_i1, p));
    case 1: return AIR_LOAD_cs_i1_l1(imageLoad(cs_i1_l1, p));
    case 2: return AIR_LOAD_cs_i1_l2(imageLoad(cs_i1_l2, p));
    case 3: return AIR_LOAD_cs_i1_l3(imageLoad(cs_i1_l3, p));
    case 4: return AIR_LOAD_cs_i1_l4(imageLoad(cs_i1_l4, p));
    case 5: return AIR_LOAD_cs_i1_l5(imageLoad(cs_i1_l5, p));
    case 6: return AIR_LOAD_cs_i1_l6(imageLoad(cs_i1_l6, p));
    case 7: return AIR_LOAD_cs_i1_l7(imageLoad(cs_i1_l7, p));
    }
    return uvec4(0);
}
void cs_i1_store(int l, ivec2 p, uvec4 v) {
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
void main() {
    uint t0;
    uvec2 t1;
    uint t2 = uint(textureQueryLevels(cs_t1_size));
    t0 = 1u;
    t1 = uvec2(1u);
    for (;;) {
        uvec4 t3 = cs_i1_load(int(t0 - 1u), ivec2(t1));
        cs_i1_store(int(t0), ivec2(uvec2(0u)), t3);
        memoryBarrierImage();
        uint t4 = t0 + 1u;
        if (!(t4 < t2)) {
            break;
        }
        t0 = t4;
        t1 = uvec2(0u);
    }
}
