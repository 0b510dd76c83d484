#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[33];
uniform usampler2D cs_t_a0_o0;
uniform usampler2D cs_t_a0_o8;
uvec4 cs_t_a0_o0_fetch(ivec2 p, int l) { return uint(l) < uint(textureQueryLevels(cs_t_a0_o0)) && all(lessThan(uvec2(p), uvec2(textureSize(cs_t_a0_o0, l)))) ? texelFetch(cs_t_a0_o0, p, l) : uvec4(0); }
uvec4 cs_t_a0_o8_fetch(ivec2 p, int l) { return uint(l) < uint(textureQueryLevels(cs_t_a0_o8)) && all(lessThan(uvec2(p), uvec2(textureSize(cs_t_a0_o8, l)))) ? texelFetch(cs_t_a0_o8, p, l) : uvec4(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uvec4 t0 = cs_t_a0_o0_fetch(ivec2(uvec2(2u, 1u)), 0);
    uvec4 t1 = cs_t_a0_o8_fetch(ivec2(uvec2(2u, 1u)), 0);
    cs_b1_st(gl_LocalInvocationIndex, (gl_LocalInvocationIndex == 1u ? t1 : t0).x);
}
