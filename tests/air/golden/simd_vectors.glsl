#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
vec2 air_h(vec2 x) { return unpackHalf2x16(packHalf2x16(x)); }
shared uint air_exchange[AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z];
void air_publish(uint v) { barrier(); air_exchange[gl_LocalInvocationIndex] = v; memoryBarrierShared(); barrier(); }
float air_simd_sum_float(float v, bool isActive) { float r = 0.0; air_publish(isActive ? floatBitsToUint(v) : floatBitsToUint(0.0)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < min((gl_LocalInvocationIndex & ~31u) + 32u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z)); ++i) { float x = uintBitsToFloat(air_exchange[i]); r = r + x; } return r; }
uint air_simd_prefix_exclusive_sum_uint(uint v, bool isActive) { uint r = 0u; air_publish(isActive ? uint(v) : uint(0u)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < gl_LocalInvocationIndex; ++i) { uint x = uint(air_exchange[i]); r = r + x; } return r; }
int air_simd_max_int(int v, bool isActive) { int r = -2147483647 - 1; air_publish(isActive ? uint(v) : uint(-2147483647 - 1)); for (uint i = (gl_LocalInvocationIndex & ~31u); i < min((gl_LocalInvocationIndex & ~31u) + 32u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z)); ++i) { int x = int(air_exchange[i]); r = max(r, x); } return r; }
float air_simd_min_float(float v, bool isActive) { float r = uintBitsToFloat(0x7f800000u); air_publish(isActive ? floatBitsToUint(v) : floatBitsToUint(uintBitsToFloat(0x7f800000u))); for (uint i = (gl_LocalInvocationIndex & ~31u); i < min((gl_LocalInvocationIndex & ~31u) + 32u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z)); ++i) { float x = uintBitsToFloat(air_exchange[i]); r = min(r, x); } return r; }
float air_h(float x) { return unpackHalf2x16(packHalf2x16(vec2(x, 0.0))).x; }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uvec2 t0 = uvec2(gl_LocalInvocationIndex, 100u - gl_LocalInvocationIndex * 3u);
    vec2 t1 = vec2(t0);
    uvec2 t2 = -(t0 & 65535u) & 65535u;
    vec2 t3 = air_h(t1);
    float t4 = air_simd_sum_float(t1.x, true);
    float t5 = air_simd_sum_float(t1.y, true);
    vec2 t6 = vec2(t4, t5);
    uint t7 = air_simd_prefix_exclusive_sum_uint(t0.x, true);
    uint t8 = air_simd_prefix_exclusive_sum_uint(t0.y, true);
    uvec2 t9 = uvec2(t7, t8);
    ivec2 t10 = bitfieldExtract(ivec2(t2), 0, 16);
    uint t11 = uint(air_simd_max_int(t10.x, true)) & 65535u;
    uint t12 = uint(air_simd_max_int(t10.y, true)) & 65535u;
    uvec2 t13 = uvec2(t11, t12);
    float t14 = air_h(air_simd_min_float(t3.x, true));
    float t15 = air_h(air_simd_min_float(t3.y, true));
    vec2 t16 = vec2(t14, t15);
    cs_b1_st2(gl_LocalInvocationIndex * 8u, floatBitsToUint(t6));
    cs_b1_st2(gl_LocalInvocationIndex * 8u + 2u, t9);
    cs_b1_st(gl_LocalInvocationIndex * 8u + 4u, t13.x | t13.y << 16u);
    cs_b1_st(gl_LocalInvocationIndex * 8u + 5u, packHalf2x16(vec2(t16.x, t16.y)));
}
