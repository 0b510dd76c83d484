#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
shared uint air_exchange[AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z];
void air_publish(uint v) { barrier(); air_exchange[gl_LocalInvocationIndex] = v; memoryBarrierShared(); barrier(); }
uint air_simd_ballot(bool v) { uint r = 0u; air_publish(v ? 1u : 0u); for (uint i = (gl_LocalInvocationIndex & ~31u); i < min((gl_LocalInvocationIndex & ~31u) + 32u, uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z)); ++i) r |= air_exchange[i] << (i & 31u); return r; }
uint air_simd_shuffle(uint v, uint n) { air_publish(v); uint l = gl_LocalInvocationIndex & 31u, s = (gl_LocalInvocationIndex & ~31u) + ((n) & 31u); return s < uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    bool active0, active1, t5, t6;
    uint t0, t1, t2, t3;
    uint t4 = gl_LocalInvocationIndex * 10u;
    active0 = false;
    active1 = false;
    active0 = gl_LocalInvocationIndex % 3u != 0u;
    active1 = !active0;
    if (active0) {
        t5 = (gl_LocalInvocationIndex & 3u) != 1u;
        t6 = gl_LocalInvocationIndex < 1000u;
    }
    bool t7 = air_simd_ballot(active0 && !t5) == 0u;
    bool t8 = air_simd_ballot(active0 && t5) != 0u;
    bool t9 = air_simd_ballot(active0 && !t6) == 0u;
    uint64_t t10 = uint64_t(air_simd_ballot(active0 && t5));
    uint64_t t11 = uint64_t(air_simd_ballot(active0 && true));
    bool t12 = findLSB(air_simd_ballot(active0 && true)) == int(gl_LocalInvocationIndex & 31u);
    uint t13 = uint(findLSB(air_simd_ballot(active0)));
    uint t14 = air_simd_shuffle(t4, t13);
    uint t15 = t14;
    if (active0) {
        t0 = uint(t7) | (t8 ? 2u : 0u) | ((t9 ? 4u : 0u) | (t12 ? 8u : 0u));
        t1 = uint(t10);
        t2 = uint(t11);
        t3 = t15;
    }
    uint64_t t16 = uint64_t(air_simd_ballot(active1 && true));
    bool t17 = findLSB(air_simd_ballot(active1 && true)) == int(gl_LocalInvocationIndex & 31u);
    uint t18 = uint(findLSB(air_simd_ballot(active1)));
    uint t19 = air_simd_shuffle(t4, t18);
    uint t20 = t19;
    if (active1) {
        t0 = t17 ? 8u : 0u;
        t1 = 0u;
        t2 = uint(t16);
        t3 = t20;
    }
    cs_b1_st(gl_LocalInvocationIndex * 4u, t0);
    cs_b1_st(gl_LocalInvocationIndex * 4u + 1u, t1);
    cs_b1_st(gl_LocalInvocationIndex * 4u + 2u, t2);
    cs_b1_st(gl_LocalInvocationIndex * 4u + 3u, t3);
}
