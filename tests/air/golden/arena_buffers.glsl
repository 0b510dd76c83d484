#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_arena { uint data[]; } cs_arena_b;
layout(std430) readonly buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
layout(std430) readonly buffer cs_buf2 { uint data[]; } cs_b2;
layout(std430) readonly buffer cs_buf3 { uint data[]; } cs_b3;
layout(std430) readonly buffer cs_buf4 { uint data[]; } cs_b4;
layout(std430) readonly buffer cs_buf5 { uint data[]; } cs_b5;
layout(std430) readonly buffer cs_buf6 { uint data[]; } cs_b6;
layout(std430) readonly buffer cs_buf7 { uint data[]; } cs_b7;
layout(std430) readonly buffer cs_buf8 { uint data[]; } cs_b8;
layout(std430) readonly buffer cs_buf9 { uint data[]; } cs_b9;
layout(std430) readonly buffer cs_buf10 { uint data[]; } cs_b10;
layout(std430) readonly buffer cs_buf11 { uint data[]; } cs_b11;
layout(std430) readonly buffer cs_buf12 { uint data[]; } cs_b12;
layout(std430) readonly buffer cs_buf13 { uint data[]; } cs_b13;
layout(std430) readonly buffer cs_buf14 { uint data[]; } cs_b14;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uint cs_b1_ld(uint i) { return i < (cs_info[1].y + 3u >> 2u) ? uint(cs_b1.data[(i) + (cs_info[1].x >> 2u)]) : uint(0); }
uint cs_b2_ld(uint i) { return i < (cs_info[2].y + 3u >> 2u) ? uint(cs_b2.data[(i) + (cs_info[2].x >> 2u)]) : uint(0); }
uint cs_b3_ld(uint i) { return i < (cs_info[3].y + 3u >> 2u) ? uint(cs_b3.data[(i) + (cs_info[3].x >> 2u)]) : uint(0); }
uint cs_b4_ld(uint i) { return i < (cs_info[4].y + 3u >> 2u) ? uint(cs_b4.data[(i) + (cs_info[4].x >> 2u)]) : uint(0); }
uint cs_b5_ld(uint i) { return i < (cs_info[5].y + 3u >> 2u) ? uint(cs_b5.data[(i) + (cs_info[5].x >> 2u)]) : uint(0); }
uint cs_b6_ld(uint i) { return i < (cs_info[6].y + 3u >> 2u) ? uint(cs_b6.data[(i) + (cs_info[6].x >> 2u)]) : uint(0); }
uint cs_b7_ld(uint i) { return i < (cs_info[7].y + 3u >> 2u) ? uint(cs_b7.data[(i) + (cs_info[7].x >> 2u)]) : uint(0); }
uint cs_b8_ld(uint i) { return i < (cs_info[8].y + 3u >> 2u) ? uint(cs_b8.data[(i) + (cs_info[8].x >> 2u)]) : uint(0); }
uint cs_b9_ld(uint i) { return i < (cs_info[9].y + 3u >> 2u) ? uint(cs_b9.data[(i) + (cs_info[9].x >> 2u)]) : uint(0); }
uint cs_b10_ld(uint i) { return i < (cs_info[10].y + 3u >> 2u) ? uint(cs_b10.data[(i) + (cs_info[10].x >> 2u)]) : uint(0); }
uint cs_b11_ld(uint i) { return i < (cs_info[11].y + 3u >> 2u) ? uint(cs_b11.data[(i) + (cs_info[11].x >> 2u)]) : uint(0); }
uint cs_b12_ld(uint i) { return i < (cs_info[12].y + 3u >> 2u) ? uint(cs_b12.data[(i) + (cs_info[12].x >> 2u)]) : uint(0); }
uint cs_b13_ld(uint i) { return i < (cs_info[13].y + 3u >> 2u) ? uint(cs_b13.data[(i) + (cs_info[13].x >> 2u)]) : uint(0); }
uint cs_b14_ld(uint i) { return i < (cs_info[14].y + 3u >> 2u) ? uint(cs_b14.data[(i) + (cs_info[14].x >> 2u)]) : uint(0); }
uint cs_b15_ld(uint i) { return i < (cs_info[15].y + 3u >> 2u) ? uint(cs_arena_b.data[(i) + (cs_info[15].x >> 2u)]) : uint(0); }
uint cs_b16_ld(uint i) { return i < (cs_info[16].y + 3u >> 2u) ? uint(cs_arena_b.data[(i) + (cs_info[16].x >> 2u)]) : uint(0); }
uint cs_b17_ld(uint i) { return i < (cs_info[17].y + 3u >> 2u) ? uint(cs_arena_b.data[(i) + (cs_info[17].x >> 2u)]) : uint(0); }
uint cs_b18_ld(uint i) { return i < (cs_info[18].y + 3u >> 2u) ? uint(cs_arena_b.data[(i) + (cs_info[18].x >> 2u)]) : uint(0); }
uint cs_b19_ld(uint i) { return i < (cs_info[19].y + 3u >> 2u) ? uint(cs_arena_b.data[(i) + (cs_info[19].x >> 2u)]) : uint(0); }
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    uint t0 = cs_b1_ld(gl_LocalInvocationIndex) + cs_b2_ld(gl_LocalInvocationIndex) * 2u + cs_b3_ld(gl_LocalInvocationIndex) * 3u + cs_b4_ld(gl_LocalInvocationIndex) * 4u + cs_b5_ld(gl_LocalInvocationIndex) * 5u;
    uint t1 = t0 + cs_b6_ld(gl_LocalInvocationIndex) * 6u + cs_b7_ld(gl_LocalInvocationIndex) * 7u + cs_b8_ld(gl_LocalInvocationIndex) * 8u + cs_b9_ld(gl_LocalInvocationIndex) * 9u;
    uint t2 = t1 + cs_b10_ld(gl_LocalInvocationIndex) * 10u + cs_b11_ld(gl_LocalInvocationIndex) * 11u + cs_b12_ld(gl_LocalInvocationIndex) * 12u + cs_b13_ld(gl_LocalInvocationIndex) * 13u;
    uint t3 = t2 + cs_b14_ld(gl_LocalInvocationIndex) * 14u + cs_b15_ld(gl_LocalInvocationIndex) * 15u + cs_b16_ld(gl_LocalInvocationIndex) * 16u + cs_b17_ld(gl_LocalInvocationIndex) * 17u;
    cs_b0_st(gl_LocalInvocationIndex, t3 + cs_b18_ld(gl_LocalInvocationIndex) * 18u + cs_b19_ld(gl_LocalInvocationIndex) * 19u);
}
