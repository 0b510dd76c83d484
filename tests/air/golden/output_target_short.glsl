#version 450 core
layout(location = 0) out ivec4 fs_color0;
void main() {
    fs_color0 = ivec4(uvec4(bitfieldExtract(ivec4(uvec4(5u, 65530u, 7u, 65528u)), 0, 16)));
}
