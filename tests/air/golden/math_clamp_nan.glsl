#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
float air_clamp(float x, float lo, float hi) { return min(mix(max(x, lo), lo, isnan(x)), hi); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
float air_saturate(float x) { return mix(clamp(x, 0.0, 1.0), float(0.0), isnan(x)); }
float air_sign(float x) { return mix(sign(x), float(0.0), isnan(x)); }
void main() {
    float t0 = air_clamp(uintBitsToFloat(cs_b0_ld(0u)), uintBitsToFloat(cs_b0_ld(4u)), uintBitsToFloat(cs_b0_ld(8u)));
    cs_b1_st(0u, floatBitsToUint(t0));
    float t1 = air_saturate(uintBitsToFloat(cs_b0_ld(12u)));
    cs_b1_st(4u, floatBitsToUint(t1));
    float t2 = air_sign(uintBitsToFloat(cs_b0_ld(16u)));
    cs_b1_st(8u, floatBitsToUint(t2));
    float t3 = air_sign(uintBitsToFloat(cs_b0_ld(20u)));
    cs_b1_st(12u, floatBitsToUint(t3));
}
