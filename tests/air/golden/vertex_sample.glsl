#version 450 core
uniform sampler2D vs_t0_s0;
#ifndef AIR_FLIP_Y
#define AIR_FLIP_Y 0
#endif
#if AIR_FLIP_Y
#define AIR_FINISH_POSITION gl_Position.y = -gl_Position.y
#else
#define AIR_FINISH_POSITION
#endif
void main() {
    vec4 t0 = textureLod(vs_t0_s0, vec2(0.625, 0.375), 0.0);
    gl_Position = t0;
    gl_PointSize = 1.0;
    AIR_FINISH_POSITION;
}
