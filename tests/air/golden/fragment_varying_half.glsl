#version 450 core
#ifdef AIR_ZERO_v_v
const vec4 v_v = vec4(0);
#else
in vec4 v_v;
#endif
layout(location = 0) out vec4 fs_color0;
void main() {
    fs_color0 = vec4(v_v.xyz, 1.0);
}
