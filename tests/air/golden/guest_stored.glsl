#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uniform uvec3 cs_grid[3];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_address[31];
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void main() {
    uint tid_0 = ((gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID).x;
    uint64_t t1 = packUint2x32(cs_address[0]) + 0x4ul;
    uvec2 t2 = unpackUint2x32(t1);
    cs_b1_st2(0u, uvec2(t2.x, t2.y));
    uint64_t t3 = packUint2x32(cs_b0_ld2(tid_0 * 2u));
    uint64_t t4 = packUint2x32(cs_b0_ld2(tid_0 * 2u)) + 0x10ul;
    uvec2 t5 = unpackUint2x32(t4);
    cs_b1_st2(2u, uvec2(t5.x, t5.y));
    cs_b1_st2(4u, uvec2(0u));
    uvec2 t6 = unpackUint2x32(t3);
    cs_b1_st2(6u, uvec2(t6.x, t6.y));
}
