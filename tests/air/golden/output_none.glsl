#version 450 core
layout(std430) buffer fs_buf0 { uint data[]; } fs_b0;
uniform uvec2 fs_info[31];
uint fs_b0_atomicAdd(uint i, uint a) { return i < (fs_info[0].y + 3u >> 2u) ? atomicAdd(fs_b0.data[(i) + (fs_info[0].x >> 2u)], a) : 0u; }
void main() {
    fs_b0_atomicAdd(0u, 1u);
}
