#version 450 core
invariant gl_Position;
#ifndef AIR_FLIP_Y
#define AIR_FLIP_Y 0
#endif
#if AIR_FLIP_Y
#define AIR_FINISH_POSITION gl_Position.y = -gl_Position.y
#else
#define AIR_FINISH_POSITION
#endif
void main() {
    gl_Position = vec4(1.0, 2.0, 3.0, 4.0);
    gl_PointSize = 1.0;
    AIR_FINISH_POSITION;
}
