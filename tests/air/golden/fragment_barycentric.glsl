#version 450 core
#ifdef AIR_ZERO_b_barycentric
const vec4 b_barycentric = vec4(0);
#else
in vec4 b_barycentric;
#endif
layout(location = 0) out vec4 fs_color0;
void main() {
    fs_color0 = vec4(b_barycentric.x, 0.0, 0.0, 1.0);
}
