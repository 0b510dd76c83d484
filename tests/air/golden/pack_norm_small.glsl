#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
uint cs_b0_ld_u16(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 2u) * 8, 16); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void cs_b1_st_u8(uint o, uint v) { uint n = (o & 3u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffu) << n); } }
uint cs_b0_ld_u8(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 3u) * 8, 8); }
float air_h(float x) { return unpackHalf2x16(packHalf2x16(vec2(x, 0.0))).x; }
vec2 air_h(vec2 x) { return unpackHalf2x16(packHalf2x16(x)); }
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
void main() {
    uint t0 = uint(roundEven(clamp(uintBitsToFloat(cs_b0_ld(0u)), 0.0, 1.0) * 65535.0));
    uint t1 = t0 & 65535u;
    cs_b1_st_u16(0u, t1);
    uint t2 = cs_b0_ld_u16(16u) & 65535u;
    float t3 = float(bitfieldExtract(t2, 0, 16)) / 65535.0;
    cs_b1_st(4u, floatBitsToUint(t3));
    uint t4 = uint(int(roundEven(clamp(uintBitsToFloat(cs_b0_ld(8u)), -1.0, 1.0) * 32767.0)));
    uint t5 = t4 & 65535u;
    cs_b1_st_u16(32u, t5);
    uint t6 = cs_b0_ld_u16(48u) & 65535u;
    float t7 = max(float(bitfieldExtract(int(t6), 0, 16)) / 32767.0, -1.0);
    cs_b1_st(12u, floatBitsToUint(t7));
    uint t8 = uint(roundEven(clamp(unpackHalf2x16(cs_b0_ld_u16(64u)).x, 0.0, 1.0) * 255.0));
    uint t9 = t8 & 255u;
    cs_b1_st_u8(64u, t9);
    uint t10 = cs_b0_ld_u8(80u) & 255u;
    float t11 = air_h(float(bitfieldExtract(t10, 0, 8)) / 255.0);
    cs_b1_st_u16(80u, packHalf2x16(vec2(t11, 0.0)));
    uint t12 = uint(int(roundEven(clamp(unpackHalf2x16(cs_b0_ld_u16(96u)).x, -1.0, 1.0) * 127.0)));
    uint t13 = t12 & 255u;
    cs_b1_st_u8(96u, t13);
    uint t14 = cs_b0_ld_u8(112u) & 255u;
    float t15 = air_h(max(float(bitfieldExtract(int(t14), 0, 8)) / 127.0, -1.0));
    cs_b1_st_u16(112u, packHalf2x16(vec2(t15, 0.0)));
    uint t16 = cs_b0_ld(32u);
    uvec2 t17 = uvec2(roundEven(clamp(unpackHalf2x16(t16), 0.0, 1.0) * vec2(255.0, 255.0)));
    uint t18 = t17.x & 255u | (t17.y & 255u) << 8u;
    cs_b1_st_u16(128u, t18);
    uint t19 = cs_b0_ld_u16(144u) & 65535u;
    vec2 t20 = air_h(max(vec2(bitfieldExtract(int(t19), 0, 8), bitfieldExtract(int(t19), 8, 8)) / vec2(127.0, 127.0), -1.0));
    cs_b1_st(36u, packHalf2x16(vec2(t20.x, t20.y)));
    uvec4 t21 = uvec4(roundEven(clamp(uintBitsToFloat(cs_b0_ld4(40u)), 0.0, 1.0) * vec4(65535.0, 65535.0, 65535.0, 65535.0)));
    uint64_t t22 = packUint2x32(uvec2(t21.x & 65535u | (t21.y & 65535u) << 16u, t21.z & 65535u | (t21.w & 65535u) << 16u));
    uvec2 t23 = unpackUint2x32(t22);
    cs_b1_st2(40u, uvec2(t23.x, t23.y));
    uvec2 t24 = unpackUint2x32(packUint2x32(cs_b0_ld2(44u)));
    vec4 t25 = max(vec4(bitfieldExtract(int(t24.x), 0, 16), bitfieldExtract(int(t24.x), 16, 16), bitfieldExtract(int(t24.y), 0, 16), bitfieldExtract(int(t24.y), 16, 16)) / vec4(32767.0, 32767.0, 32767.0, 32767.0), -1.0);
    cs_b1_st4(44u, floatBitsToUint(t25));
    uint t26 = cs_b0_ld(48u);
    vec4 t27 = max(vec4(bitfieldExtract(int(t26), 0, 10), bitfieldExtract(int(t26), 10, 10), bitfieldExtract(int(t26), 20, 10), bitfieldExtract(int(t26), 30, 2)) / vec4(511.0, 511.0, 511.0, 1.0), -1.0);
    cs_b1_st4(48u, floatBitsToUint(t27));
}
