#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uniform uvec3 cs_grid[3];
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
layout(std430) buffer cs_buf2 { uint data[]; } cs_b2;
uint cs_b0_atomicAdd(uint i, uint a) { return i < (cs_info[0].y + 3u >> 2u) ? atomicAdd(cs_b0.data[(i) + (cs_info[0].x >> 2u)], a) : 0u; }
uint cs_b1_atomicAdd(uint i, uint a) { return i < (cs_info[1].y + 3u >> 2u) ? atomicAdd(cs_b1.data[(i) + (cs_info[1].x >> 2u)], a) : 0u; }
void cs_b2_st(uint i, uint v) { if (i < (cs_info[2].y + 3u >> 2u)) { cs_b2.data[(i) + (cs_info[2].x >> 2u)] = v; } }
void main() {
    uint old_1, old3_2;
    uint tid_0 = ((gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID).x;
    bool t3 = tid_0 == 0u;
    bool t4 = tid_0 == 1u;
    uint offset_5 = t4 ? 4u : 0u;
    uint memory1_6 = t3 ? 0u : t4 ? 1u : 0xffffffffu;
    uint t7 = tid_0 + 1u;
    if (t3) {
        uint t8 = cs_b0_atomicAdd(offset_5 >> 2u, t7);
        old_1 = t8;
    } else {
        old_1 = 0u;
    }
    if (memory1_6 == 1u) {
        uint t9 = cs_b1_atomicAdd(offset_5 >> 2u, t7);
        old3_2 = t9;
    } else {
        old3_2 = old_1;
    }
    cs_b2_st(tid_0, old3_2);
}
