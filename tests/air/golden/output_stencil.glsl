#version 450 core
#extension GL_ARB_shader_stencil_export : require
layout(location = 0) out vec4 fs_color0;
void main() {
    fs_color0 = vec4(0.0);
    gl_FragStencilRefARB = int(9u);
}
