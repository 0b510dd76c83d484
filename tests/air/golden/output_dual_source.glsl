#version 450 core
layout(location = 0) out vec4 fs_color0;
layout(location = 0, index = 1) out vec4 fs_color0_1;
void main() {
    fs_color0 = vec4(1.0, 2.0, 3.0, 4.0);
    fs_color0_1 = vec4(5.0, 6.0, 7.0, 8.0);
}
