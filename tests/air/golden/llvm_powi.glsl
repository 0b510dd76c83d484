#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
float air_pow(float x, float y) { float r = pow(abs(x), y); return y == 0.0 ? 1.0 : x >= 0.0 || fract(y) == 0.0 ? (x < 0.0 && fract(abs(y) * 0.5) == 0.5 ? -r : r) : uintBitsToFloat(0x7fc00000u); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    cs_b1_st(0u, floatBitsToUint(air_pow(uintBitsToFloat(cs_b0_ld(0u)), float(int(cs_b0_ld(4u))))));
    cs_b1_st(4u, floatBitsToUint(air_pow(uintBitsToFloat(cs_b0_ld(8u)), float(int(cs_b0_ld(12u))))));
}
