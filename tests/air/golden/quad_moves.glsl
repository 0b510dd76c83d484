#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
shared uint air_exchange[AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z];
void air_publish(uint v) { barrier(); air_exchange[gl_LocalInvocationIndex] = v; memoryBarrierShared(); barrier(); }
uint air_quad_shuffle(uint v, uint n) { air_publish(v); uint l = gl_LocalInvocationIndex & 3u, s = (gl_LocalInvocationIndex & ~3u) + ((n) & 3u); return s < uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }
uint air_quad_shuffle_xor(uint v, uint n) { air_publish(v); uint l = gl_LocalInvocationIndex & 3u, s = (gl_LocalInvocationIndex & ~3u) + ((l ^ n) & 3u); return s < uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }
uint air_quad_shuffle_up(uint v, uint n) { air_publish(v); uint l = gl_LocalInvocationIndex & 3u, s = (gl_LocalInvocationIndex & ~3u) + ((l < n ? l : l - n) & 3u); return s < uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }
uint air_quad_shuffle_down(uint v, uint n) { air_publish(v); uint l = gl_LocalInvocationIndex & 3u, s = (gl_LocalInvocationIndex & ~3u) + ((l + n < 4u ? l + n : l) & 3u); return s < uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }
uint air_quad_shuffle_rotate_up(uint v, uint n) { air_publish(v); uint l = gl_LocalInvocationIndex & 3u, s = (gl_LocalInvocationIndex & ~3u) + ((l - n) & 3u); return s < uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }
uint air_quad_shuffle_rotate_down(uint v, uint n) { air_publish(v); uint l = gl_LocalInvocationIndex & 3u, s = (gl_LocalInvocationIndex & ~3u) + ((l + n) & 3u); return s < uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }
uint air_quad_broadcast(uint v, uint n) { air_publish(v); uint l = gl_LocalInvocationIndex & 3u, s = (gl_LocalInvocationIndex & ~3u) + ((n) & 3u); return s < uint(AIR_LOCAL_X * AIR_LOCAL_Y * AIR_LOCAL_Z) ? air_exchange[s] : v; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uint t0 = gl_LocalInvocationIndex * 3u + 100u;
    uint t1 = 3u - (gl_LocalInvocationIndex & 3u) & 65535u;
    uint t2 = air_quad_shuffle(t0, t1);
    uint t3 = t2;
    uint t4 = air_quad_shuffle_xor(t0, 3u);
    uint t5 = t4;
    uint t6 = air_quad_shuffle_up(t0, 1u);
    uint t7 = t6;
    uint t8 = air_quad_shuffle_down(t0, 2u);
    uint t9 = t8;
    uint t10 = air_quad_shuffle_rotate_up(t0, 1u);
    uint t11 = t10;
    uint t12 = air_quad_shuffle_rotate_down(t0, 3u);
    uint t13 = t12;
    uint t14 = air_quad_broadcast(t0, 2u);
    uint t15 = t14;
    cs_b1_st(gl_LocalInvocationIndex * 7u, t3);
    cs_b1_st(gl_LocalInvocationIndex * 7u + 1u, t5);
    cs_b1_st(gl_LocalInvocationIndex * 7u + 2u, t7);
    cs_b1_st(gl_LocalInvocationIndex * 7u + 3u, t9);
    cs_b1_st(gl_LocalInvocationIndex * 7u + 4u, t11);
    cs_b1_st(gl_LocalInvocationIndex * 7u + 5u, t13);
    cs_b1_st(gl_LocalInvocationIndex * 7u + 6u, t15);
}
