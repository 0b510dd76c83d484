#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uniform uvec3 cs_grid[3];
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
layout(std430) buffer cs_buf2 { uint data[]; } cs_b2;
layout(std430) buffer cs_buf3 { uint data[]; } cs_b3;
layout(std430) buffer cs_buf4 { uint data[]; } cs_b4;
layout(std430) buffer cs_buf5 { uint data[]; } cs_b5;
layout(std430) buffer cs_buf6 { uint data[]; } cs_b6;
layout(std430) buffer cs_buf7 { uint data[]; } cs_b7;
layout(std430) buffer cs_buf8 { uint data[]; } cs_b8;
layout(std430) buffer cs_buf9 { uint data[]; } cs_b9;
layout(std430) buffer cs_buf10 { uint data[]; } cs_b10;
layout(std430) buffer cs_buf11 { uint data[]; } cs_b11;
layout(std430) buffer cs_buf12 { uint data[]; } cs_b12;
layout(std430) buffer cs_buf13 { uint data[]; } cs_b13;
layout(std430) buffer cs_buf14 { uint data[]; } cs_b14;
layout(std430) buffer cs_buf15 { uint data[]; } cs_b15;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
uint cs_b1_ld(uint i) { return i < (cs_info[1].y + 3u >> 2u) ? uint(cs_b1.data[(i) + (cs_info[1].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint cs_b2_ld(uint i) { return i < (cs_info[2].y + 3u >> 2u) ? uint(cs_b2.data[(i) + (cs_info[2].x >> 2u)]) : uint(0); }
void cs_b2_st(uint i, uint v) { if (i < (cs_info[2].y + 3u >> 2u)) { cs_b2.data[(i) + (cs_info[2].x >> 2u)] = v; } }
uint cs_b3_ld(uint i) { return i < (cs_info[3].y + 3u >> 2u) ? uint(cs_b3.data[(i) + (cs_info[3].x >> 2u)]) : uint(0); }
void cs_b3_st(uint i, uint v) { if (i < (cs_info[3].y + 3u >> 2u)) { cs_b3.data[(i) + (cs_info[3].x >> 2u)] = v; } }
uint cs_b4_ld(uint i) { return i < (cs_info[4].y + 3u >> 2u) ? uint(cs_b4.data[(i) + (cs_info[4].x >> 2u)]) : uint(0); }
void cs_b4_st(uint i, uint v) { if (i < (cs_info[4].y + 3u >> 2u)) { cs_b4.data[(i) + (cs_info[4].x >> 2u)] = v; } }
uint cs_b5_ld(uint i) { return i < (cs_info[5].y + 3u >> 2u) ? uint(cs_b5.data[(i) + (cs_info[5].x >> 2u)]) : uint(0); }
void cs_b5_st(uint i, uint v) { if (i < (cs_info[5].y + 3u >> 2u)) { cs_b5.data[(i) + (cs_info[5].x >> 2u)] = v; } }
uint cs_b6_ld(uint i) { return i < (cs_info[6].y + 3u >> 2u) ? uint(cs_b6.data[(i) + (cs_info[6].x >> 2u)]) : uint(0); }
void cs_b6_st(uint i, uint v) { if (i < (cs_info[6].y + 3u >> 2u)) { cs_b6.data[(i) + (cs_info[6].x >> 2u)] = v; } }
uint cs_b7_ld(uint i) { return i < (cs_info[7].y + 3u >> 2u) ? uint(cs_b7.data[(i) + (cs_info[7].x >> 2u)]) : uint(0); }
void cs_b7_st(uint i, uint v) { if (i < (cs_info[7].y + 3u >> 2u)) { cs_b7.data[(i) + (cs_info[7].x >> 2u)] = v; } }
uint cs_b8_ld(uint i) { return i < (cs_info[8].y + 3u >> 2u) ? uint(cs_b8.data[(i) + (cs_info[8].x >> 2u)]) : uint(0); }
void cs_b8_st(uint i, uint v) { if (i < (cs_info[8].y + 3u >> 2u)) { cs_b8.data[(i) + (cs_info[8].x >> 2u)] = v; } }
uint cs_b9_ld(uint i) { return i < (cs_info[9].y + 3u >> 2u) ? uint(cs_b9.data[(i) + (cs_info[9].x >> 2u)]) : uint(0); }
void cs_b9_st(uint i, uint v) { if (i < (cs_info[9].y + 3u >> 2u)) { cs_b9.data[(i) + (cs_info[9].x >> 2u)] = v; } }
uint cs_b10_ld(uint i) { return i < (cs_info[10].y + 3u >> 2u) ? uint(cs_b10.data[(i) + (cs_info[10].x >> 2u)]) : uint(0); }
void cs_b10_st(uint i, uint v) { if (i < (cs_info[10].y + 3u >> 2u)) { cs_b10.data[(i) + (cs_info[10].x >> 2u)] = v; } }
uint cs_b11_ld(uint i) { return i < (cs_info[11].y + 3u >> 2u) ? uint(cs_b11.data[(i) + (cs_info[11].x >> 2u)]) : uint(0); }
void cs_b11_st(uint i, uint v) { if (i < (cs_info[11].y + 3u >> 2u)) { cs_b11.data[(i) + (cs_info[11].x >> 2u)] = v; } }
uint cs_b12_ld(uint i) { return i < (cs_info[12].y + 3u >> 2u) ? uint(cs_b12.data[(i) + (cs_info[12].x >> 2u)]) : uint(0); }
void cs_b12_st(uint i, uint v) { if (i < (cs_info[12].y + 3u >> 2u)) { cs_b12.data[(i) + (cs_info[12].x >> 2u)] = v; } }
uint cs_b13_ld(uint i) { return i < (cs_info[13].y + 3u >> 2u) ? uint(cs_b13.data[(i) + (cs_info[13].x >> 2u)]) : uint(0); }
void cs_b13_st(uint i, uint v) { if (i < (cs_info[13].y + 3u >> 2u)) { cs_b13.data[(i) + (cs_info[13].x >> 2u)] = v; } }
uint cs_b14_ld(uint i) { return i < (cs_info[14].y + 3u >> 2u) ? uint(cs_b14.data[(i) + (cs_info[14].x >> 2u)]) : uint(0); }
void cs_b14_st(uint i, uint v) { if (i < (cs_info[14].y + 3u >> 2u)) { cs_b14.data[(i) + (cs_info[14].x >> 2u)] = v; } }
uint cs_b15_ld(uint i) { return i < (cs_info[15].y + 3u >> 2u) ? uint(cs_b15.data[(i) + (cs_info[15].x >> 2u)]) : uint(0); }
void cs_b15_st(uint i, uint v) { if (i < (cs_info[15].y + 3u >> 2u)) { cs_b15.data[(i) + (cs_info[15].x >> 2u)] = v; } }
void main() {
    uint tid_0 = ((gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID).x;
    cs_b0_st(tid_0, cs_b0_ld(tid_0) + 1u);
    cs_b1_st(tid_0, cs_b1_ld(tid_0) + 2u);
    cs_b2_st(tid_0, cs_b2_ld(tid_0) + 3u);
    cs_b3_st(tid_0, cs_b3_ld(tid_0) + 4u);
    cs_b4_st(tid_0, cs_b4_ld(tid_0) + 5u);
    cs_b5_st(tid_0, cs_b5_ld(tid_0) + 6u);
    cs_b6_st(tid_0, cs_b6_ld(tid_0) + 7u);
    cs_b7_st(tid_0, cs_b7_ld(tid_0) + 8u);
    cs_b8_st(tid_0, cs_b8_ld(tid_0) + 9u);
    cs_b9_st(tid_0, cs_b9_ld(tid_0) + 10u);
    cs_b10_st(tid_0, cs_b10_ld(tid_0) + 11u);
    cs_b11_st(tid_0, cs_b11_ld(tid_0) + 12u);
    cs_b12_st(tid_0, cs_b12_ld(tid_0) + 13u);
    cs_b13_st(tid_0, cs_b13_ld(tid_0) + 14u);
    cs_b14_st(tid_0, cs_b14_ld(tid_0) + 15u);
    cs_b15_st(tid_0, cs_b15_ld(tid_0) + 16u);
}
