#version 450 core
layout(std430) buffer vs_buf0 { uint data[]; } vs_b0;
uniform uvec2 vs_info[31];
uint vs_b0_atomicAdd(uint i, uint a) { return i < (vs_info[0].y + 3u >> 2u) ? atomicAdd(vs_b0.data[(i) + (vs_info[0].x >> 2u)], a) : 0u; }
void main() {
    vs_b0_atomicAdd(0u, 1u);
    gl_PointSize = 1.0;
}
