#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
float air_round(float x) { float t = trunc(x); return t + sign(x) * step(0.5, abs(x - t)); }
float air_copysign(float a, float b) { return uintBitsToFloat(floatBitsToUint(a) & 0x7fffffffu | floatBitsToUint(b) & 0x80000000u); }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
void main() {
    cs_b1_st(0u, floatBitsToUint(abs(uintBitsToFloat(cs_b0_ld(0u)))));
    cs_b1_st2(4u, floatBitsToUint(floor(uintBitsToFloat(cs_b0_ld2(4u)))));
    cs_b1_st(8u, floatBitsToUint(ceil(uintBitsToFloat(cs_b0_ld(8u)))));
    cs_b1_st(12u, floatBitsToUint(trunc(uintBitsToFloat(cs_b0_ld(12u)))));
    cs_b1_st(16u, floatBitsToUint(roundEven(uintBitsToFloat(cs_b0_ld(16u)))));
    cs_b1_st(20u, floatBitsToUint(roundEven(uintBitsToFloat(cs_b0_ld(20u)))));
    cs_b1_st(24u, floatBitsToUint(air_round(uintBitsToFloat(cs_b0_ld(24u)))));
    cs_b1_st(28u, floatBitsToUint(sqrt(uintBitsToFloat(cs_b0_ld(28u)))));
    cs_b1_st(32u, floatBitsToUint(air_copysign(uintBitsToFloat(cs_b0_ld(32u)), uintBitsToFloat(cs_b0_ld(36u)))));
    cs_b1_st(36u, floatBitsToUint(fma(uintBitsToFloat(cs_b0_ld(40u)), uintBitsToFloat(cs_b0_ld(44u)), uintBitsToFloat(cs_b0_ld(48u)))));
    cs_b1_st3(40u, floatBitsToUint((uintBitsToFloat(cs_b0_ld3(52u)) * uintBitsToFloat(cs_b0_ld3(56u)) + uintBitsToFloat(cs_b0_ld3(60u)))));
}
