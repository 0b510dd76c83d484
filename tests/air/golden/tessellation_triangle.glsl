#version 450 core
#ifndef AIR_SPACING
#define AIR_SPACING equal_spacing
#endif
#ifndef AIR_WINDING
#define AIR_WINDING ccw
#endif
layout(triangles, AIR_SPACING, AIR_WINDING) in;
patch in uvec4 ts_patch;
layout(std430) buffer ts_buf0 { uint data[]; } ts_b0;
uniform uvec2 ts_info[31];
#ifndef AIR_FETCH_ts_a7
#define AIR_FETCH_ts_a7(at, point) vec4(0.0, 0.0, 0.0, 1.0)
#endif
#ifndef AIR_FETCH_ts_a6
#define AIR_FETCH_ts_a6(at, point) ivec4(0, 0, 0, 1)
#endif
#ifndef AIR_FLIP_Y
#define AIR_FLIP_Y 0
#endif
#if AIR_FLIP_Y
#define AIR_FINISH_POSITION gl_Position.y = -gl_Position.y
#else
#define AIR_FINISH_POSITION
#endif
#ifndef AIR_PATCH_POINTS
#define AIR_PATCH_POINTS 3u
#endif
uint air_to_uint(float x) { return mix(mix(uint(clamp(x, 0.0, 4294967040.0)), uint(0xffffffffu), bool(step(4294967296.0, x))), uint(0u), isnan(x)); }
void ts_b0_st(uint i, uint v) { if (i < (ts_info[0].y + 3u >> 2u)) { ts_b0.data[(i) + (ts_info[0].x >> 2u)] = v; } }
void main() {
    float t1;
    precise float t5;
    uint t0;
    uint t2 = uint(AIR_PATCH_POINTS);
    t0 = 0u;
    t1 = 0.0;
    for (;;) {
        vec3 t3 = AIR_FETCH_ts_a7(ts_patch, t0).xyz;
        uvec2 t4 = uvec2(AIR_FETCH_ts_a6(ts_patch, t0).xy) & 65535u;
        t5 = t1 + gl_TessCoord[min(t0, 2u)] * (t3.x + (float(bitfieldExtract(int(t4.y), 0, 16)) - float(t0)));
        uint t6 = t0 + 1u;
        if (!(t6 < t2)) {
            break;
        }
        t0 = t6;
        t1 = t5;
    }
    precise float t7 = gl_TessCoord.x * 12.0;
    precise float t8 = gl_TessCoord.y * 12.0;
    uint t9 = air_to_uint(roundEven(t7)) * 13u + air_to_uint(roundEven(t8));
    if (ts_patch.x == 0u) {
        ts_b0_st(t9, floatBitsToUint(t5));
    }
    gl_Position = vec4(t5, 0.0, 0.0, 1.0);
    gl_PointSize = 1.0;
    AIR_FINISH_POSITION;
}
