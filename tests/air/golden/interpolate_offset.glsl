#version 450 core
layout(location = 0) out vec4 fs_color0;
#ifdef AIR_ZERO_v_v
const vec4 v_v = vec4(0);
#else
in vec4 v_v;
#endif
void main() {
    vec2 t0 = interpolateAtOffset(v_v, vec2(0.75, 0.5) - 0.5).xy;
    fs_color0 = vec4(t0.x, 0.0, 0.0, 1.0);
}
