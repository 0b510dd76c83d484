#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
vec4 air_h(vec4 x) { return vec4(unpackHalf2x16(packHalf2x16(x.xy)), unpackHalf2x16(packHalf2x16(x.zw))); }
vec2 air_h(vec2 x) { return unpackHalf2x16(packHalf2x16(x)); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    vec4 t0 = unpackUnorm4x8(cs_b0_ld(0u));
    cs_b1_st4(0u, floatBitsToUint(t0));
    vec2 t1 = unpackUnorm2x16(cs_b0_ld(4u));
    cs_b1_st2(4u, floatBitsToUint(t1));
    vec4 t2 = air_h(unpackUnorm4x8(cs_b0_ld(8u)));
    cs_b1_st2(8u, uvec2(packHalf2x16(vec2(t2.x, t2.y)), packHalf2x16(vec2(t2.z, t2.w))));
    vec2 t3 = air_h(unpackUnorm2x16(cs_b0_ld(12u)));
    cs_b1_st(12u, packHalf2x16(vec2(t3.x, t3.y)));
    vec4 t4 = unpackSnorm4x8(cs_b0_ld(16u));
    cs_b1_st4(16u, floatBitsToUint(t4));
    vec2 t5 = unpackSnorm2x16(cs_b0_ld(20u));
    cs_b1_st2(20u, floatBitsToUint(t5));
    vec4 t6 = air_h(unpackSnorm4x8(cs_b0_ld(24u)));
    cs_b1_st2(24u, uvec2(packHalf2x16(vec2(t6.x, t6.y)), packHalf2x16(vec2(t6.z, t6.w))));
    vec2 t7 = air_h(unpackSnorm2x16(cs_b0_ld(28u)));
    cs_b1_st(28u, packHalf2x16(vec2(t7.x, t7.y)));
}
