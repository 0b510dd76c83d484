#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
uniform sampler3D cs_t1_s0;
void air_at_least(inout vec3 dx, inout vec3 dy, vec3 s, float m) {
    if (max(length(dx * s), length(dy * s)) >= m) return;
    dx = vec3(m / s.x, 0.0, 0.0);
    dy = vec3(0.0, m / s.y, 0.0);
}
void cs_b0_st4(uint i, uvec4 v) { if (i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v.x; cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)] = v.y; cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)] = v.z; cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)] = v.w; } }
void main() {
    vec3 dx_0 = vec3(0.25, 0.0, 0.0);
    vec3 dy_1 = vec3(0.0, 0.25, 0.0);
    air_at_least(dx_0, dy_1, vec3(textureSize(cs_t1_s0, 0).xyz), exp2(1.0));
    vec4 t2 = textureGrad(cs_t1_s0, vec3(0.625, 0.375, 0.875), dx_0, dy_1);
    cs_b0_st4(0u, floatBitsToUint(t2));
    vec3 dx_3 = vec3(0.25, 0.0, 0.0);
    vec3 dy_4 = vec3(0.0, 0.25, 0.0);
    air_at_least(dx_3, dy_4, vec3(textureSize(cs_t1_s0, 0).xyz), exp2(0.25));
    vec4 t5 = textureGrad(cs_t1_s0, vec3(0.625, 0.375, 0.875), dx_3, dy_4);
    cs_b0_st4(4u, floatBitsToUint(t5));
}
