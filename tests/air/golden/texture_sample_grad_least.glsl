#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
uniform sampler2D cs_t1_s0;
void air_at_least(inout vec2 dx, inout vec2 dy, vec2 s, float m) {
    if (max(length(dx * s), length(dy * s)) >= m) return;
    dx = vec2(m / s.x, 0.0);
    dy = vec2(0.0, m / s.y);
}
void cs_b0_st4(uint i, uvec4 v) { if (i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v.x; cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)] = v.y; cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)] = v.z; cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)] = v.w; } }
void main() {
    vec2 dx_0 = vec2(0.25, 0.0);
    vec2 dy_1 = vec2(0.0, 0.25);
    air_at_least(dx_0, dy_1, vec2(textureSize(cs_t1_s0, 0).xy), exp2(1.0));
    vec4 t2 = textureGrad(cs_t1_s0, vec2(0.625, 0.375), dx_0, dy_1);
    cs_b0_st4(0u, floatBitsToUint(t2));
    vec2 dx_3 = vec2(0.25, 0.0);
    vec2 dy_4 = vec2(0.0, 0.25);
    air_at_least(dx_3, dy_4, vec2(textureSize(cs_t1_s0, 0).xy), exp2(2.0));
    vec4 t5 = textureGrad(cs_t1_s0, vec2(0.625, 0.375), dx_3, dy_4);
    cs_b0_st4(4u, floatBitsToUint(t5));
    vec2 dx_6 = vec2(0.5, 0.0);
    vec2 dy_7 = vec2(0.0, 0.5);
    air_at_least(dx_6, dy_7, vec2(textureSize(cs_t1_s0, 0).xy), exp2(0.5));
    vec4 t8 = textureGrad(cs_t1_s0, vec2(0.625, 0.375), dx_6, dy_7);
    cs_b0_st4(8u, floatBitsToUint(t8));
    vec2 dx_9 = vec2(0.0);
    vec2 dy_10 = vec2(0.0);
    air_at_least(dx_9, dy_10, vec2(textureSize(cs_t1_s0, 0).xy), exp2(2.0));
    vec4 t11 = textureGrad(cs_t1_s0, vec2(0.625, 0.375), dx_9, dy_10);
    cs_b0_st4(12u, floatBitsToUint(t11));
}
