#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
float air_fmax(float a, float b) { return mix(mix(max(a, b), a, isnan(b)), b, isnan(a)); }
void main() {
    uvec4 t0 = cs_b0_ld4(0u);
    cs_b1_st(0u, t0.x + t0.y + t0.z + t0.w);
    uvec3 t1 = cs_b0_ld3(4u);
    cs_b1_st(4u, max(max(t1.x, t1.y), t1.z));
    uvec2 t2 = cs_b0_ld2(8u);
    cs_b1_st(8u, uint(min(int(t2.x), int(t2.y))));
    uvec4 t3 = cs_b0_ld4(12u);
    cs_b1_st(12u, t3.x ^ t3.y ^ t3.z ^ t3.w);
    uvec4 t4 = cs_b0_ld4(16u);
    cs_b1_st(16u, t4.x | t4.y | t4.z | t4.w);
    uvec2 t5 = cs_b0_ld2(20u);
    cs_b1_st(20u, t5.x & t5.y);
    uvec4 t6 = cs_b0_ld4(24u);
    cs_b1_st(24u, t6.x * t6.y * t6.z * t6.w);
    vec4 t7 = uintBitsToFloat(cs_b0_ld4(32u));
    precise float t8 = uintBitsToFloat(cs_b0_ld(28u)) + t7.x + t7.y + t7.z + t7.w;
    cs_b1_st(28u, floatBitsToUint(t8));
    vec4 t9 = uintBitsToFloat(cs_b0_ld4(36u));
    cs_b1_st(32u, floatBitsToUint(air_fmax(air_fmax(air_fmax(t9.x, t9.y), t9.z), t9.w)));
}
