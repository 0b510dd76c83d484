#version 450 core
layout(location = 0) out vec4 fs_color0;
layout(location = 2) out ivec4 fs_color2;
void main() {
    fs_color0 = vec4(1.0, 2.0, 3.0, 4.0);
    fs_color2 = ivec4(uvec4(5u, 6u, 7u, 0xfffffff8u));
}
