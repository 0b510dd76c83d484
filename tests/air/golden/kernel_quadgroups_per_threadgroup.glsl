#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
uint air_quadgroups() { return (gl_WorkGroupSize.x * gl_WorkGroupSize.y * gl_WorkGroupSize.z + 3u) >> 2u; }
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    uint quadgroups_per_threadgroup_0 = air_quadgroups();
    cs_b0_st(0u, quadgroups_per_threadgroup_0);
}
