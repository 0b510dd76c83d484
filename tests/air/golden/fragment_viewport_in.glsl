#version 450 core
layout(location = 0) out vec4 fs_color0;
void main() {
    fs_color0 = vec4(float(uint(gl_ViewportIndex)), 0.0, 0.0, 1.0);
}
