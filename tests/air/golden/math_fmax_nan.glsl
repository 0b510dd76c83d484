#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
vec4 air_fmax(vec4 a, vec4 b) { return mix(mix(max(a, b), a, isnan(b)), b, isnan(a)); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
vec4 air_fmin(vec4 a, vec4 b) { return mix(mix(min(a, b), a, isnan(b)), b, isnan(a)); }
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
float air_fmax(float a, float b) { return mix(mix(max(a, b), a, isnan(b)), b, isnan(a)); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
float air_fmin(float a, float b) { return mix(mix(min(a, b), a, isnan(b)), b, isnan(a)); }
void main() {
    vec4 t0 = air_fmax(uintBitsToFloat(cs_b0_ld4(0u)), uintBitsToFloat(cs_b0_ld4(4u)));
    cs_b1_st4(0u, floatBitsToUint(t0));
    vec4 t1 = air_fmin(uintBitsToFloat(cs_b0_ld4(8u)), uintBitsToFloat(cs_b0_ld4(12u)));
    cs_b1_st4(4u, floatBitsToUint(t1));
    cs_b1_st(8u, floatBitsToUint(air_fmax(uintBitsToFloat(cs_b0_ld(16u)), uintBitsToFloat(cs_b0_ld(20u)))));
    cs_b1_st(12u, floatBitsToUint(air_fmin(uintBitsToFloat(cs_b0_ld(24u)), uintBitsToFloat(cs_b0_ld(28u)))));
}
