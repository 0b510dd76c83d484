#version 450 core
layout(location = 0) out vec4 fs_color0;
vec2 air_sample_position(uint count, uint i) {
    const vec2 p[15] = vec2[15](vec2(8, 8), vec2(12, 12), vec2(4, 4), vec2(6, 2), vec2(14, 6), vec2(2, 10), vec2(10, 14),
        vec2(9, 5), vec2(7, 11), vec2(13, 9), vec2(5, 3), vec2(3, 13), vec2(1, 7), vec2(11, 15), vec2(15, 1));
    return p[min(count - 1u + min(i, count - 1u), 14u)] / 16.0;
}
void main() {
    vec2 t0 = air_sample_position(4u, 1u);
    fs_color0 = vec4(t0, 0.0, 1.0);
}
