#version 450 core
layout(location = 0) out vec4 fs_color0;
void main() {
    uint t0 = uint(gl_NumSamples);
    fs_color0 = vec4(float(t0), 0.0, 0.0, 1.0);
}
