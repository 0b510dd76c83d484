#version 450 core
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
layout(std430) readonly buffer fs_buf_a3_o8 { uint data[]; } fs_b_a3_o8;
uniform uvec2 fs_info[33];
uniform sampler2D fs_t_a3_o16_c0;
uvec4 fs_b_a3_o8_ld4(uint i) { return i < max((fs_info[32].y + 3u >> 2u), 3u) - 3u ? uvec4(fs_b_a3_o8.data[(i) + (fs_info[32].x >> 2u)], fs_b_a3_o8.data[(i + 1u) + (fs_info[32].x >> 2u)], fs_b_a3_o8.data[(i + 2u) + (fs_info[32].x >> 2u)], fs_b_a3_o8.data[(i + 3u) + (fs_info[32].x >> 2u)]) : uvec4(0); }
void main() {
    vec4 t0 = uintBitsToFloat(fs_b_a3_o8_ld4(0u));
    vec4 t1 = texture(fs_t_a3_o16_c0, v_uv.xy);
    precise vec4 t2 = t1 + t0;
    fs_color0 = t2;
}
