#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uniform uvec3 cs_grid[3];
#ifndef AIR_FETCH_cs_a4
#define AIR_FETCH_cs_a4(at, point) vec4(0.0, 0.0, 0.0, 1.0)
#endif
#ifndef AIR_FETCH_cs_a5
#define AIR_FETCH_cs_a5(at, point) ivec4(0, 0, 0, 1)
#endif
#ifndef AIR_FETCH_cs_a3
#define AIR_FETCH_cs_a3(at, point) uvec4(0u, 0u, 0u, 1u)
#endif
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
void cs_b0_st4(uint i, uvec4 v) { if (i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v.x; cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)] = v.y; cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)] = v.z; cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)] = v.w; } }
void main() {
    uvec4 thread_0 = uvec4(((gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID), 0u);
    vec4 a_1 = AIR_FETCH_cs_a4(thread_0, 0u);
    uvec3 s_2 = uvec3(AIR_FETCH_cs_a5(thread_0, 0u).xyz) & 65535u;
    uint b_3 = AIR_FETCH_cs_a3(thread_0, 0u).x & 255u;
    uvec2 tid_4 = ((gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID).xy;
    cs_b0_st4((tid_4.y * 3u + tid_4.x) * 4u, floatBitsToUint(vec4(a_1.z, float(bitfieldExtract(int(s_2.z), 0, 16)), float(b_3), 0.0)));
}
