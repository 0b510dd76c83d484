#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint cs_b0_ld_u16(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 2u) * 8, 16); }
float air_bf(float x) { uint b = floatBitsToUint(x); return uintBitsToFloat(mix((b + 0x7fffu + ((b >> 16) & 1u)) & 0xffff0000u, b, isnan(x))); }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    float t0 = uintBitsToFloat(cs_b0_ld_u16(0u) << 16u);
    float t1 = air_bf(uintBitsToFloat(cs_b0_ld(1u)));
    cs_b1_st_u16(0u, floatBitsToUint(air_bf(t0)) >> 16u);
    cs_b1_st_u16(2u, floatBitsToUint(air_bf(t1)) >> 16u);
    cs_b1_st(1u, floatBitsToUint(t0));
}
