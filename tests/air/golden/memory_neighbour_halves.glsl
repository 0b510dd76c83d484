#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uniform uvec3 cs_grid[3];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
float air_h(float x) { return unpackHalf2x16(packHalf2x16(vec2(x, 0.0))).x; }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
void main() {
    uint thread_position_in_grid_0 = ((gl_WorkGroupID + cs_grid[2]) * uvec3(AIR_GROUP_X, AIR_GROUP_Y, AIR_GROUP_Z) + gl_LocalInvocationID).x;
    float t1 = air_h(float(thread_position_in_grid_0));
    cs_b1_st_u16(thread_position_in_grid_0 * 2u, packHalf2x16(vec2(t1, 0.0)));
}
