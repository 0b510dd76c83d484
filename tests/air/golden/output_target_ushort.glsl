#version 450 core
layout(location = 0) out uvec4 fs_color0;
void main() {
    fs_color0 = uvec4(5u, 65530u, 7u, 8u);
}
