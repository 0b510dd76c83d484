#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
shared uint air_exchange[AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z];
void air_publish(uint v) { barrier(); air_exchange[gl_LocalInvocationIndex] = v; memoryBarrierShared(); barrier(); }
int air_simd_product_int(int v, bool isActive) { int r = 1; air_publish(isActive ? uint(v) : uint(1)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < min((gl_LocalInvocationIndex & ~31u) + 32u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z)); ++i) { int x = int(air_exchange[i]); r = r * x; } return r; }
int air_simd_min_int(int v, bool isActive) { int r = 0x7fffffff; air_publish(isActive ? uint(v) : uint(0x7fffffff)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < min((gl_LocalInvocationIndex & ~31u) + 32u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z)); ++i) { int x = int(air_exchange[i]); r = min(r, x); } return r; }
uint air_simd_max_uint(uint v, bool isActive) { uint r = 0u; air_publish(isActive ? uint(v) : uint(0u)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < min((gl_LocalInvocationIndex & ~31u) + 32u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z)); ++i) { uint x = uint(air_exchange[i]); r = max(r, x); } return r; }
uint air_simd_and_uint(uint v, bool isActive) { uint r = 0xffffffffu; air_publish(isActive ? uint(v) : uint(0xffffffffu)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < min((gl_LocalInvocationIndex & ~31u) + 32u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z)); ++i) { uint x = uint(air_exchange[i]); r = r & x; } return r; }
uint air_simd_or_uint(uint v, bool isActive) { uint r = 0u; air_publish(isActive ? uint(v) : uint(0u)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < min((gl_LocalInvocationIndex & ~31u) + 32u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z)); ++i) { uint x = uint(air_exchange[i]); r = r | x; } return r; }
uint air_simd_xor_uint(uint v, bool isActive) { uint r = 0u; air_publish(isActive ? uint(v) : uint(0u)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < min((gl_LocalInvocationIndex & ~31u) + 32u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z)); ++i) { uint x = uint(air_exchange[i]); r = r ^ x; } return r; }
int air_simd_prefix_inclusive_sum_int(int v, bool isActive) { int r = 0; air_publish(isActive ? uint(v) : uint(0)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < gl_LocalInvocationIndex + 1u; ++i) { int x = int(air_exchange[i]); r = r + x; } return r; }
int air_simd_prefix_inclusive_product_int(int v, bool isActive) { int r = 1; air_publish(isActive ? uint(v) : uint(1)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < gl_LocalInvocationIndex + 1u; ++i) { int x = int(air_exchange[i]); r = r * x; } return r; }
int air_simd_prefix_exclusive_product_int(int v, bool isActive) { int r = 1; air_publish(isActive ? uint(v) : uint(1)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < gl_LocalInvocationIndex; ++i) { int x = int(air_exchange[i]); r = r * x; } return r; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    bool active0, active1;
    uint t0, t1, t2, t3, t4, t5, t6, t7, t8;
    uint t9 = (gl_LocalInvocationIndex * 7u + 3u) % 11u - 5u;
    active0 = false;
    active1 = false;
    active0 = (gl_LocalInvocationIndex & 1u) == 0u;
    active1 = !active0;
    uint t10 = uint(air_simd_product_int(int(t9), active0));
    uint t11 = uint(air_simd_min_int(int(t9), active0));
    uint t12 = air_simd_max_uint(t9, active0);
    uint t13 = air_simd_and_uint(t9, active0);
    uint t14 = air_simd_or_uint(t9, active0);
    uint t15 = air_simd_xor_uint(t9, active0);
    uint t16 = uint(air_simd_prefix_inclusive_sum_int(int(t9), active0));
    uint t17 = uint(air_simd_prefix_inclusive_product_int(int(t9), active0));
    uint t18 = uint(air_simd_prefix_exclusive_product_int(int(t9), active0));
    if (active0) {
        t0 = t10;
        t1 = t11;
        t2 = t12;
        t3 = t13;
        t4 = t14;
        t5 = t15;
        t6 = t16;
        t7 = t17;
        t8 = t18;
    }
    if (active1) {
        t0 = 0u;
        t1 = 0u;
        t2 = 0u;
        t3 = 0u;
        t4 = 0u;
        t5 = 0u;
        t6 = 0u;
        t7 = 0u;
        t8 = 0u;
    }
    cs_b1_st(gl_LocalInvocationIndex * 9u, t0);
    cs_b1_st(gl_LocalInvocationIndex * 9u + 1u, t1);
    cs_b1_st(gl_LocalInvocationIndex * 9u + 2u, t2);
    cs_b1_st(gl_LocalInvocationIndex * 9u + 3u, t3);
    cs_b1_st(gl_LocalInvocationIndex * 9u + 4u, t4);
    cs_b1_st(gl_LocalInvocationIndex * 9u + 5u, t5);
    cs_b1_st(gl_LocalInvocationIndex * 9u + 6u, t6);
    cs_b1_st(gl_LocalInvocationIndex * 9u + 7u, t7);
    cs_b1_st(gl_LocalInvocationIndex * 9u + 8u, t8);
}
