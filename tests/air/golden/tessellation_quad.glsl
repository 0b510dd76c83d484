#version 450 core
#ifndef AIR_SPACING
#define AIR_SPACING equal_spacing
#endif
#ifndef AIR_WINDING
#define AIR_WINDING ccw
#endif
layout(quads, AIR_SPACING, AIR_WINDING) in;
patch in uvec4 ts_patch;
#ifndef AIR_FETCH_ts_a5
#define AIR_FETCH_ts_a5(at, point) vec4(0.0, 0.0, 0.0, 1.0)
#endif
layout(std430) buffer ts_buf0 { uint data[]; } ts_b0;
uniform uvec2 ts_info[31];
#ifndef AIR_FETCH_ts_a1
#define AIR_FETCH_ts_a1(at, point) vec4(0.0, 0.0, 0.0, 1.0)
#endif
#ifndef AIR_FETCH_ts_a2
#define AIR_FETCH_ts_a2(at, point) uvec4(0u, 0u, 0u, 1u)
#endif
#ifndef AIR_IQ_v_color
#define AIR_IQ_v_color
#endif
AIR_IQ_v_color out vec4 v_color;
#ifndef AIR_FLIP_Y
#define AIR_FLIP_Y 0
#endif
#if AIR_FLIP_Y
#define AIR_FINISH_POSITION gl_Position.y = -gl_Position.y
#else
#define AIR_FINISH_POSITION
#endif
uint air_to_uint(float x) { return mix(mix(uint(clamp(x, 0.0, 4294967040.0)), uint(0xffffffffu), bool(step(4294967296.0, x))), uint(0u), isnan(x)); }
void ts_b0_st(uint i, uint v) { if (i < (ts_info[0].y + 3u >> 2u)) { ts_b0.data[(i) + (ts_info[0].x >> 2u)] = v; } }
void main() {
    vec4 base_0 = AIR_FETCH_ts_a5(ts_patch, 0u);
    vec4 t1 = vec4(gl_TessCoord.x);
    vec4 t2 = mix(mix(AIR_FETCH_ts_a1(ts_patch, 0u), AIR_FETCH_ts_a1(ts_patch, 1u), t1), mix(AIR_FETCH_ts_a1(ts_patch, 2u), AIR_FETCH_ts_a1(ts_patch, 3u), t1), vec4(gl_TessCoord.y));
    precise float t3 = t2.x + base_0.y;
    precise float t4 = gl_TessCoord.x * 4.0;
    precise float t5 = gl_TessCoord.y * 4.0;
    uint t6 = air_to_uint(t4) + air_to_uint(t5) * 5u + (ts_patch.x & 65535u) * 25u;
    ts_b0_st(t6, floatBitsToUint(t3));
    gl_Position = t2;
    v_color = base_0;
    gl_PointSize = 1.0;
    AIR_FINISH_POSITION;
}
