#version 450 core
#ifndef AIR_SPACING
#define AIR_SPACING equal_spacing
#endif
#ifndef AIR_WINDING
#define AIR_WINDING ccw
#endif
layout(quads, AIR_SPACING, AIR_WINDING) in;
patch in uvec4 ts_patch;
layout(std430) buffer ts_buf0 { uint data[]; } ts_b0;
uniform uvec2 ts_info[31];
#ifndef AIR_FLIP_Y
#define AIR_FLIP_Y 0
#endif
#if AIR_FLIP_Y
#define AIR_FINISH_POSITION gl_Position.y = -gl_Position.y
#else
#define AIR_FINISH_POSITION
#endif
void ts_b0_st(uint i, uint v) { if (i < (ts_info[0].y + 3u >> 2u)) { ts_b0.data[(i) + (ts_info[0].x >> 2u)] = v; } }
void main() {
    ts_b0_st(ts_patch.x, ts_patch.y + 3u + ts_patch.z - ts_patch.x * 2u);
    gl_Position = vec4(gl_TessCoord.x, 0.0, 0.0, 1.0);
    gl_PointSize = 1.0;
    AIR_FINISH_POSITION;
}
