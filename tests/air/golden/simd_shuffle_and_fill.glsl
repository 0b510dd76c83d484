#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
shared uint air_exchange[AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z];
void air_publish(uint v) { barrier(); air_exchange[gl_LocalInvocationIndex] = v; memoryBarrierShared(); barrier(); }
uint air_simd_shuffle(uint v, uint n) { air_publish(v); uint l = gl_LocalInvocationIndex & 31u, s = (gl_LocalInvocationIndex & ~31u) + ((n) & 31u); return s < uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }
vec2 air_h(vec2 x) { return unpackHalf2x16(packHalf2x16(x)); }
uint air_quad_shuffle(uint v, uint n) { air_publish(v); uint l = gl_LocalInvocationIndex & 3u, s = (gl_LocalInvocationIndex & ~3u) + ((n) & 3u); return s < uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uint t0 = gl_LocalInvocationIndex + 100u;
    uint place_1 = (gl_LocalInvocationIndex & 31u) & 4u - 1u;
    uint source_2 = (gl_LocalInvocationIndex & 31u) - place_1 + (place_1 + 1u & 4u - 1u);
    uint t3 = air_simd_shuffle(gl_LocalInvocationIndex, source_2);
    uint t4 = air_simd_shuffle(t0, source_2);
    uint t5 = place_1 + 1u >= 4u ? t4 : t3;
    uint place_6 = (gl_LocalInvocationIndex & 31u) & 4u - 1u;
    uint source_7 = (gl_LocalInvocationIndex & 31u) - place_6 + (place_6 - 3u & 4u - 1u);
    uint t8 = air_simd_shuffle(gl_LocalInvocationIndex, source_7);
    uint t9 = air_simd_shuffle(t0, source_7);
    uint t10 = place_6 < 3u ? t9 : t8;
    vec2 t11 = air_h(vec2(uvec2(gl_LocalInvocationIndex, gl_LocalInvocationIndex << 1u)));
    vec2 t12 = air_h(vec2(uvec2(t0, t0 << 1u)));
    uint place_13 = (gl_LocalInvocationIndex & 31u) & 8u - 1u;
    uint source_14 = (gl_LocalInvocationIndex & 31u) - place_13 + (place_13 + 5u & 8u - 1u);
    uint t15 = air_simd_shuffle(packHalf2x16(vec2(t11.x, t11.y)), source_14);
    uint t16 = air_simd_shuffle(packHalf2x16(vec2(t12.x, t12.y)), source_14);
    vec2 t17 = place_13 + 5u >= 8u ? unpackHalf2x16(t16) : unpackHalf2x16(t15);
    uint place_18 = (gl_LocalInvocationIndex & 3u) & 4u - 1u;
    uint source_19 = (gl_LocalInvocationIndex & 3u) - place_18 + (place_18 - 1u & 4u - 1u);
    uint t20 = air_quad_shuffle(gl_LocalInvocationIndex, source_19);
    uint t21 = air_quad_shuffle(t0, source_19);
    uint t22 = place_18 < 1u ? t21 : t20;
    cs_b1_st(gl_LocalInvocationIndex * 4u, t5);
    cs_b1_st(gl_LocalInvocationIndex * 4u + 1u, t10);
    cs_b1_st(gl_LocalInvocationIndex * 4u + 2u, packHalf2x16(vec2(t17.x, t17.y)));
    cs_b1_st(gl_LocalInvocationIndex * 4u + 3u, t22);
}
