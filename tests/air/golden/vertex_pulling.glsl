#version 450 core
layout(std430) readonly buffer vs_buf0 { uint data[]; } vs_b0;
uniform uvec2 vs_info[31];
#ifndef AIR_FLIP_Y
#define AIR_FLIP_Y 0
#endif
#if AIR_FLIP_Y
#define AIR_FINISH_POSITION gl_Position.y = -gl_Position.y
#else
#define AIR_FINISH_POSITION
#endif
uvec4 vs_b0_ld4(uint i) { return i < max((vs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(vs_b0.data[(i) + (vs_info[0].x >> 2u)], vs_b0.data[(i + 1u) + (vs_info[0].x >> 2u)], vs_b0.data[(i + 2u) + (vs_info[0].x >> 2u)], vs_b0.data[(i + 3u) + (vs_info[0].x >> 2u)]) : uvec4(0); }
void main() {
    gl_Position = uintBitsToFloat(vs_b0_ld4(uint(gl_VertexID) * 4u));
    gl_PointSize = 1.0;
    AIR_FINISH_POSITION;
}
