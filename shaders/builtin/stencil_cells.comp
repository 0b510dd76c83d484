#version 450 core
// Bytes of stencil to cells of a combined depth-stencil format: D24S8 is one word with stencil in the low byte, D32F_S8 two words with
// stencil in the second.
layout(local_size_x = 64) in;
layout(std430, binding = 0) readonly buffer Stencil { uint stencil[]; };
layout(std430, binding = 1) writeonly buffer Cells { uint cells[]; };
layout(location = 0) uniform uint count;
layout(location = 1) uniform uint cellWords;
void main() {
    uint i = gl_GlobalInvocationID.x + gl_GlobalInvocationID.y * gl_NumWorkGroups.x * gl_WorkGroupSize.x;
    if (i >= count) return;
    uint value = stencil[i / 4u] >> (i % 4u * 8u) & 0xffu;
    if (cellWords == 2u) {
        cells[i * 2u] = 0u;
        cells[i * 2u + 1u] = value;
    } else {
        cells[i] = value;
    }
}
