#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
int air_to_int(float x) { return mix(mix(int(clamp(x, -2147483648.0, 2147483520.0)), int(2147483647), bool(step(2147483648.0, x))), int(0), isnan(x)); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint air_to_uint(float x) { return mix(mix(uint(clamp(x, 0.0, 4294967040.0)), uint(0xffffffffu), bool(step(4294967296.0, x))), uint(0u), isnan(x)); }
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
ivec4 air_to_int(vec4 x) { return mix(mix(ivec4(clamp(x, -2147483648.0, 2147483520.0)), ivec4(2147483647), bvec4(step(2147483648.0, x))), ivec4(0), isnan(x)); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
uvec4 air_to_uint(vec4 x) { return mix(mix(uvec4(clamp(x, 0.0, 4294967040.0)), uvec4(0xffffffffu), bvec4(step(4294967296.0, x))), uvec4(0u), isnan(x)); }
float air_number(float x) { return mix(x, float(0.0), isnan(x)); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void main() {
    uint t0 = uint(air_to_int(uintBitsToFloat(cs_b0_ld(0u))));
    cs_b1_st(0u, t0);
    uint t1 = uint(air_to_int(uintBitsToFloat(cs_b0_ld(1u))));
    cs_b1_st(1u, t1);
    uint t2 = uint(air_to_int(uintBitsToFloat(cs_b0_ld(2u))));
    cs_b1_st(2u, t2);
    uint t3 = uint(air_to_int(uintBitsToFloat(cs_b0_ld(3u))));
    cs_b1_st(3u, t3);
    uint t4 = air_to_uint(uintBitsToFloat(cs_b0_ld(4u)));
    cs_b1_st(4u, t4);
    uint t5 = air_to_uint(uintBitsToFloat(cs_b0_ld(5u)));
    cs_b1_st(5u, t5);
    uint t6 = air_to_uint(uintBitsToFloat(cs_b0_ld(6u)));
    cs_b1_st(6u, t6);
    uint t7 = air_to_uint(uintBitsToFloat(cs_b0_ld(7u)));
    cs_b1_st(7u, t7);
    uvec4 t8 = uvec4(air_to_int(uintBitsToFloat(cs_b0_ld4(0u))));
    cs_b1_st4(8u, t8);
    uvec4 t9 = air_to_uint(uintBitsToFloat(cs_b0_ld4(4u)));
    cs_b1_st4(12u, t9);
    uint64_t t10 = uint64_t(int64_t(clamp(air_number(uintBitsToFloat(cs_b0_ld(8u))), -9223372036854775808.0, 9223371487098961920.0)));
    uvec2 t11 = unpackUint2x32(t10);
    cs_b1_st2(16u, uvec2(t11.x, t11.y));
}
