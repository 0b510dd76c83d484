#version 450 core
#ifndef AIR_FLIP_Y
#define AIR_FLIP_Y 0
#endif
#if AIR_FLIP_Y
#define AIR_FINISH_POSITION gl_Position.y = -gl_Position.y
#else
#define AIR_FINISH_POSITION
#endif
out float gl_ClipDistance[2];
void main() {
    gl_Position = vec4(0.0, 0.0, 0.0, 1.0);
    vec2 t0 = vec2(0.5, -2.0);
    gl_ClipDistance[0] = t0.x;
    gl_ClipDistance[1] = t0.y;
    gl_PointSize = 1.0;
    AIR_FINISH_POSITION;
}
