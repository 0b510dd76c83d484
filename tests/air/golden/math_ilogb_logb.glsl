#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
float air_logb(float x) { return float(int(floatBitsToUint(x) >> 23 & 0xffu) - 127); }
vec2 air_logb(vec2 x) { return vec2(ivec2(floatBitsToUint(x) >> 23 & 0xffu) - 127); }
void main() {
    uint t0 = (uint((floatBitsToUint(uintBitsToFloat(cs_b0_ld(0u))) >> 23 & 0xffu) - 127u));
    cs_b1_st(0u, t0);
    uint t1 = (uint((floatBitsToUint(uintBitsToFloat(cs_b0_ld(4u))) >> 23 & 0xffu) - 127u));
    cs_b1_st(4u, t1);
    uvec2 t2 = (uvec2((floatBitsToUint(uintBitsToFloat(cs_b0_ld2(8u))) >> 23 & 0xffu) - 127u));
    cs_b1_st2(8u, t2);
    float t3 = air_logb(uintBitsToFloat(cs_b0_ld(12u)));
    cs_b1_st(12u, floatBitsToUint(t3));
    vec2 t4 = air_logb(uintBitsToFloat(cs_b0_ld2(16u)));
    cs_b1_st2(16u, floatBitsToUint(t4));
}
