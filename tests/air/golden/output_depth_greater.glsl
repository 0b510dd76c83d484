#version 450 core
layout(location = 0) out vec4 fs_color0;
layout(depth_greater) out float gl_FragDepth;
void main() {
    fs_color0 = vec4(0.0);
    gl_FragDepth = 0.75;
}
