#version 450 core
layout(location = 3) in vec4 vs_a3;
layout(location = 0) in vec4 vs_a0;
layout(location = 1) in ivec4 vs_a1;
layout(location = 5) in uvec4 vs_a5;
#ifndef AIR_FLIP_Y
#define AIR_FLIP_Y 0
#endif
#if AIR_FLIP_Y
#define AIR_FINISH_POSITION gl_Position.y = -gl_Position.y
#else
#define AIR_FINISH_POSITION
#endif
void main() {
    gl_Position = vec4(vs_a3.x, vs_a0.y, float(bitfieldExtract(int((uvec3(vs_a1.xyz) & 65535u).x), 0, 16)), float(vs_a5.x));
    gl_PointSize = 1.0;
    AIR_FINISH_POSITION;
}
