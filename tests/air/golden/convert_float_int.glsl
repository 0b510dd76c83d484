#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
float air_number(float x) { return mix(x, float(0.0), isnan(x)); }
void cs_b1_st_u8(uint o, uint v) { uint n = (o & 3u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffu) << n); } }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
int air_to_int(float x) { return mix(mix(int(clamp(x, -2147483648.0, 2147483520.0)), int(2147483647), bool(step(2147483648.0, x))), int(0), isnan(x)); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uint air_to_uint(float x) { return mix(mix(uint(clamp(x, 0.0, 4294967040.0)), uint(0xffffffffu), bool(step(4294967296.0, x))), uint(0u), isnan(x)); }
void main() {
    uint t0 = uint(int(clamp(air_number(uintBitsToFloat(cs_b0_ld(0u))), -128.0, 127.0))) & 255u;
    cs_b1_st_u8(0u, t0);
    uint t1 = uint(int(clamp(air_number(uintBitsToFloat(cs_b0_ld(4u))), -128.0, 127.0))) & 255u;
    cs_b1_st_u8(16u, t1);
    uint t2 = uint(int(clamp(air_number(uintBitsToFloat(cs_b0_ld(8u))), -128.0, 127.0))) & 255u;
    cs_b1_st_u8(32u, t2);
    uint t3 = uint(int(clamp(air_number(uintBitsToFloat(cs_b0_ld(12u))), -128.0, 127.0))) & 255u;
    cs_b1_st_u8(48u, t3);
    uint t4 = uint(int(clamp(air_number(uintBitsToFloat(cs_b0_ld(16u))), -32768.0, 32767.0))) & 65535u;
    cs_b1_st_u16(64u, t4);
    uint t5 = uint(int(clamp(air_number(uintBitsToFloat(cs_b0_ld(20u))), -32768.0, 32767.0))) & 65535u;
    cs_b1_st_u16(80u, t5);
    uint t6 = uint(int(clamp(air_number(uintBitsToFloat(cs_b0_ld(24u))), -32768.0, 32767.0))) & 65535u;
    cs_b1_st_u16(96u, t6);
    uint t7 = uint(int(clamp(air_number(uintBitsToFloat(cs_b0_ld(28u))), -32768.0, 32767.0))) & 65535u;
    cs_b1_st_u16(112u, t7);
    uint t8 = uint(air_to_int(uintBitsToFloat(cs_b0_ld(32u))));
    cs_b1_st(32u, t8);
    uint t9 = uint(air_to_int(uintBitsToFloat(cs_b0_ld(36u))));
    cs_b1_st(36u, t9);
    uint t10 = uint(air_to_int(uintBitsToFloat(cs_b0_ld(40u))));
    cs_b1_st(40u, t10);
    uint64_t t11 = uint64_t(int64_t(clamp(air_number(uintBitsToFloat(cs_b0_ld(44u))), -9223372036854775808.0, 9223371487098961920.0)));
    uvec2 t12 = unpackUint2x32(t11);
    cs_b1_st2(44u, uvec2(t12.x, t12.y));
    uint64_t t13 = uint64_t(int64_t(clamp(air_number(uintBitsToFloat(cs_b0_ld(48u))), -9223372036854775808.0, 9223371487098961920.0)));
    uvec2 t14 = unpackUint2x32(t13);
    cs_b1_st2(48u, uvec2(t14.x, t14.y));
    uint64_t t15 = uint64_t(int64_t(clamp(air_number(uintBitsToFloat(cs_b0_ld(52u))), -9223372036854775808.0, 9223371487098961920.0)));
    uvec2 t16 = unpackUint2x32(t15);
    cs_b1_st2(52u, uvec2(t16.x, t16.y));
    uint t17 = uint(clamp(air_number(uintBitsToFloat(cs_b0_ld(56u))), 0.0, 255.0));
    cs_b1_st_u8(224u, t17);
    uint t18 = uint(clamp(air_number(uintBitsToFloat(cs_b0_ld(60u))), 0.0, 255.0));
    cs_b1_st_u8(240u, t18);
    uint t19 = uint(clamp(air_number(uintBitsToFloat(cs_b0_ld(64u))), 0.0, 255.0));
    cs_b1_st_u8(256u, t19);
    uint t20 = uint(clamp(air_number(uintBitsToFloat(cs_b0_ld(68u))), 0.0, 255.0));
    cs_b1_st_u8(272u, t20);
    uint t21 = uint(clamp(air_number(uintBitsToFloat(cs_b0_ld(72u))), 0.0, 65535.0));
    cs_b1_st_u16(288u, t21);
    uint t22 = uint(clamp(air_number(uintBitsToFloat(cs_b0_ld(76u))), 0.0, 65535.0));
    cs_b1_st_u16(304u, t22);
    uint t23 = uint(clamp(air_number(uintBitsToFloat(cs_b0_ld(80u))), 0.0, 65535.0));
    cs_b1_st_u16(320u, t23);
    uint t24 = uint(clamp(air_number(uintBitsToFloat(cs_b0_ld(84u))), 0.0, 65535.0));
    cs_b1_st_u16(336u, t24);
    uint t25 = air_to_uint(uintBitsToFloat(cs_b0_ld(88u)));
    cs_b1_st(88u, t25);
    uint t26 = air_to_uint(uintBitsToFloat(cs_b0_ld(92u)));
    cs_b1_st(92u, t26);
    uint t27 = air_to_uint(uintBitsToFloat(cs_b0_ld(96u)));
    cs_b1_st(96u, t27);
    uint64_t t28 = uint64_t(clamp(air_number(uintBitsToFloat(cs_b0_ld(100u))), 0.0, 18446742974197923840.0));
    uvec2 t29 = unpackUint2x32(t28);
    cs_b1_st2(100u, uvec2(t29.x, t29.y));
    uint64_t t30 = uint64_t(clamp(air_number(uintBitsToFloat(cs_b0_ld(104u))), 0.0, 18446742974197923840.0));
    uvec2 t31 = unpackUint2x32(t30);
    cs_b1_st2(104u, uvec2(t31.x, t31.y));
    uint64_t t32 = uint64_t(clamp(air_number(uintBitsToFloat(cs_b0_ld(108u))), 0.0, 18446742974197923840.0));
    uvec2 t33 = unpackUint2x32(t32);
    cs_b1_st2(108u, uvec2(t33.x, t33.y));
}
