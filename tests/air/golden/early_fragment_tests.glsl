#version 450 core
layout(location = 0) out vec4 fs_color0;
layout(early_fragment_tests) in;
void main() {
    fs_color0 = vec4(1.0, 0.0, 0.0, 1.0);
}
