#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
float air_h(float x) { return unpackHalf2x16(packHalf2x16(vec2(x, 0.0))).x; }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
vec4 air_h(vec4 x) { return vec4(unpackHalf2x16(packHalf2x16(x.xy)), unpackHalf2x16(packHalf2x16(x.zw))); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uint cs_b0_ld_u16(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 2u) * 8, 16); }
float air_bf(float x) { uint b = floatBitsToUint(x); return uintBitsToFloat(mix((b + 0x7fffu + ((b >> 16) & 1u)) & 0xffff0000u, b, isnan(x))); }
void main() {
    float t0 = air_h(uintBitsToFloat(cs_b0_ld(0u)));
    cs_b1_st_u16(0u, packHalf2x16(vec2(t0, 0.0)));
    uvec2 t1 = cs_b0_ld2(4u);
    vec4 t2 = vec4(unpackHalf2x16(t1.x), unpackHalf2x16(t1.y));
    cs_b1_st4(4u, floatBitsToUint(t2));
    vec4 t3 = air_h(uintBitsToFloat(cs_b0_ld4(8u)));
    cs_b1_st2(8u, uvec2(packHalf2x16(vec2(t3.x, t3.y)), packHalf2x16(vec2(t3.z, t3.w))));
    float t4 = air_bf(unpackHalf2x16(cs_b0_ld_u16(48u)).x);
    cs_b1_st_u16(48u, floatBitsToUint(air_bf(t4)) >> 16u);
    float t5 = air_h(uintBitsToFloat(cs_b0_ld_u16(64u) << 16u));
    cs_b1_st_u16(64u, packHalf2x16(vec2(t5, 0.0)));
}
