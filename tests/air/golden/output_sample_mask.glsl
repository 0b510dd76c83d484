#version 450 core
layout(location = 0) out vec4 fs_color0;
void main() {
    fs_color0 = vec4(0.0);
    gl_SampleMask[0] = int(1u);
}
