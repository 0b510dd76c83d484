#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint cs_b0_ld_u16(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 2u) * 8, 16); }
float air_h(float x) { return unpackHalf2x16(packHalf2x16(vec2(x, 0.0))).x; }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
void main() {
    float t0 = unpackHalf2x16(cs_b0_ld_u16(0u)).x;
    precise float t1 = air_h(t0 + t0);
    precise float t2 = air_h(unpackHalf2x16(cs_b0_ld_u16(2u)).x + unpackHalf2x16(cs_b0_ld_u16(4u)).x);
    cs_b1_st_u16(0u, packHalf2x16(vec2(t1, 0.0)));
    cs_b1_st_u16(2u, packHalf2x16(vec2(t2, 0.0)));
}
