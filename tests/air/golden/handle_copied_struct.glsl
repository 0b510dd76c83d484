#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std140) uniform cs_ubo0 { uvec4 data[2]; } cs_b0;
layout(std430) readonly buffer cs_buf_a0_o8 { uint data[]; } cs_b_a0_o8;
uniform uvec2 cs_info[33];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform sampler2D cs_t_a0_o0_s0;
uint cs_b_a0_o8_ld(uint i) { return i < (cs_info[32].y + 3u >> 2u) ? uint(cs_b_a0_o8.data[(i) + (cs_info[32].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
void main() {
    cs_b1_st(4u, cs_b_a0_o8_ld(cs_b0.data[1].x));
    vec4 t0 = textureLod(cs_t_a0_o0_s0, vec2(0.625, 0.375), 0.0);
    cs_b1_st4(gl_LocalInvocationIndex * 4u, floatBitsToUint(t0));
}
