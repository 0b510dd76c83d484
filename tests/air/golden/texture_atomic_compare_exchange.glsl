#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uint local0[4];
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
#ifndef AIR_LOAD_cs_i1
#define AIR_LOAD_cs_i1(texel) (texel)
#endif
#ifndef AIR_STORE_cs_i1
#define AIR_STORE_cs_i1(texel) (texel)
#endif
#ifndef AIR_FORMAT_cs_i1
#define AIR_FORMAT_cs_i1 r32i
#endif
layout(AIR_FORMAT_cs_i1) uniform iimage2DArray cs_i1;
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    uvec4 t0 = uvec4(12u, 0u, 0u, 0u);
    local0[0u] = t0.x;
    local0[1u] = t0.y;
    local0[2u] = t0.z;
    local0[3u] = t0.w;
    int t1 = int(local0[0u]);
    int t2 = imageAtomicCompSwap(cs_i1, ivec3(ivec2(uvec2(2u, 1u)), int(0u)), t1, int(0xfffffff7u));
    local0[0u] = uint(t2);
    bool t3 = t2 == t1;
    cs_b0_st(0u, uint(t3));
    cs_b0_st(1u, local0[0u]);
    uvec4 t4 = uvec4(7u, 0u, 0u, 0u);
    local0[0u] = t4.x;
    local0[1u] = t4.y;
    local0[2u] = t4.z;
    local0[3u] = t4.w;
    int t5 = int(local0[0u]);
    int t6 = imageAtomicCompSwap(cs_i1, ivec3(ivec2(uvec2(0u)), int(1u)), t5, int(8u));
    local0[0u] = uint(t6);
    bool t7 = t6 == t5;
    cs_b0_st(2u, uint(t7));
    cs_b0_st(3u, local0[0u]);
}
