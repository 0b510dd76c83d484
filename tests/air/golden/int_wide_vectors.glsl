#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
int64_t air_sdiv64(int64_t a, int64_t b) { return b == 0l ? 0l : b == -1l ? -a : a / b; }
int64_t air_srem64(int64_t a, int64_t b) { return b == 0l || b == -1l ? 0l : a - b * (a / b); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void main() {
    uvec4 t0 = cs_b0_ld4(0u);
    u64vec2 t1 = u64vec2(packUint2x32(t0.xy), packUint2x32(t0.zw));
    uvec4 t2 = cs_b0_ld4(4u);
    u64vec2 t3 = u64vec2(packUint2x32(t2.xy), packUint2x32(t2.zw));
    uvec4 t4 = cs_b0_ld4(8u);
    u64vec2 t5 = u64vec2(packUint2x32(t4.xy), packUint2x32(t4.zw));
    u64vec2 t6 = u64vec2(uint64_t(air_sdiv64(int64_t(t1.x), int64_t(t3.x))), uint64_t(air_sdiv64(int64_t(t1.y), int64_t(t3.y))));
    uvec2 t7 = unpackUint2x32(t6.x);
    uvec2 t8 = unpackUint2x32(t6.y);
    cs_b1_st4(0u, uvec4(t7.x, t7.y, t8.x, t8.y));
    u64vec2 t9 = u64vec2(uint64_t(air_srem64(int64_t(t1.x), int64_t(t5.x))), uint64_t(air_srem64(int64_t(t1.y), int64_t(t5.y))));
    uvec2 t10 = unpackUint2x32(t9.x);
    uvec2 t11 = unpackUint2x32(t9.y);
    cs_b1_st4(4u, uvec4(t10.x, t10.y, t11.x, t11.y));
    cs_b1_st2(8u, uvec2(t1));
    bool t12 = gl_LocalInvocationIndex == 0u;
    bool t13 = gl_LocalInvocationIndex != 0u;
    uint t14 = uint(t13);
    uint t15 = uint(t12);
    uint t16 = uint(-int(t13));
    uint t17 = uint(-int(t12));
    cs_b1_st4(10u, uvec4(uint(t15 > t14), uint(int(t17) > int(t16)), uint(int(t17) <= int(t16)), uint(t14 <= t15)));
}
