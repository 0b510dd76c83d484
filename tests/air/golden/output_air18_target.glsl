#version 450 core
layout(location = 0) out vec4 fs_color0;
void main() {
    fs_color0 = vec4(1.0, 2.0, 3.0, 4.0);
}
