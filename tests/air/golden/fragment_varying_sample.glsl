#version 450 core
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
sample in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
void main() {
    fs_color0 = vec4(v_uv.x, 0.0, 0.0, 1.0);
}
