#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
vec4 air_h(vec4 x) { return vec4(unpackHalf2x16(packHalf2x16(x.xy)), unpackHalf2x16(packHalf2x16(x.zw))); }
void main() {
    float t0 = uintBitsToFloat(cs_b0_ld(0u));
    float t1 = uintBitsToFloat(cs_b0_ld(4u));
    float t2 = sqrt(t0 * t0 + t1 * t1);
    cs_b1_st(0u, floatBitsToUint(t2));
    vec2 t3 = uintBitsToFloat(cs_b0_ld2(8u));
    vec2 t4 = uintBitsToFloat(cs_b0_ld2(12u));
    vec2 t5 = sqrt(t3 * t3 + t4 * t4);
    cs_b1_st2(4u, floatBitsToUint(t5));
    vec3 t6 = uintBitsToFloat(cs_b0_ld3(16u));
    vec3 t7 = uintBitsToFloat(cs_b0_ld3(20u));
    vec3 t8 = sqrt(t6 * t6 + t7 * t7);
    cs_b1_st3(8u, floatBitsToUint(t8));
    uvec2 t9 = cs_b0_ld2(24u);
    uvec2 t10 = cs_b0_ld2(28u);
    vec4 t11 = vec4(unpackHalf2x16(t9.x), unpackHalf2x16(t9.y));
    vec4 t12 = vec4(unpackHalf2x16(t10.x), unpackHalf2x16(t10.y));
    vec4 t13 = air_h(sqrt(t11 * t11 + t12 * t12));
    cs_b1_st2(12u, uvec2(packHalf2x16(vec2(t13.x, t13.y)), packHalf2x16(vec2(t13.z, t13.w))));
}
