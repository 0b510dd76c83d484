#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
int air_to_int(float x) { return mix(mix(int(clamp(x, -2147483648.0, 2147483520.0)), int(2147483647), bool(step(2147483648.0, x))), int(0), isnan(x)); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint air_to_uint(float x) { return mix(mix(uint(clamp(x, 0.0, 4294967040.0)), uint(0xffffffffu), bool(step(4294967296.0, x))), uint(0u), isnan(x)); }
float air_number(float x) { return mix(x, float(0.0), isnan(x)); }
void cs_b1_st_u8(uint o, uint v) { uint n = (o & 3u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffu) << n); } }
void main() {
    uint t0 = uint(air_to_int(uintBitsToFloat(cs_b0_ld(0u))));
    cs_b1_st(0u, t0);
    uint t1 = air_to_uint(uintBitsToFloat(cs_b0_ld(4u)));
    cs_b1_st(4u, t1);
    uint t2 = uint(int(clamp(air_number(uintBitsToFloat(cs_b0_ld(8u))), -128.0, 127.0))) & 255u;
    cs_b1_st_u8(32u, t2);
}
