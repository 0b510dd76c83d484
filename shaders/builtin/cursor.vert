#version 450 core
// A rectangle in clip space: (left, top, right, bottom); row 0 of the image is its top.
layout(location = 0) uniform vec4 rect;
layout(location = 0) out vec2 uv;
void main() {
    uv = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    gl_Position = vec4(mix(rect.xy, rect.zw, uv), 0.0, 1.0);
}
