#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
uniform samplerCube cs_t1_s0;
void air_at_least(inout vec3 dx, inout vec3 dy, vec3 p, float s, float m) {
    vec3 a = abs(p), n = a.x >= a.y && a.x >= a.z ? vec3(sign(p.x), 0.0, 0.0) : a.y >= a.z ? vec3(0.0, sign(p.y), 0.0) : vec3(0.0, 0.0, sign(p.z));
    float g = dot(p, n);
    vec3 x = (dx - p * (dot(dx, n) / g)) / g, y = (dy - p * (dot(dy, n) / g)) / g;
    if (max(length(x), length(y)) * s * 0.5 >= m) return;
    dx = n.yzx * (2.0 * g * m / s);
    dy = n.zxy * (2.0 * g * m / s);
}
void cs_b0_st4(uint i, uvec4 v) { if (i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v.x; cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)] = v.y; cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)] = v.z; cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)] = v.w; } }
void main() {
    vec3 dx_0 = vec3(2.0, 0.0, 0.0);
    vec3 dy_1 = vec3(0.0, 2.0, 0.0);
    air_at_least(dx_0, dy_1, vec3(-1.0, 1.0, -4.0), float(textureSize(cs_t1_s0, 0).x), exp2(1.0));
    vec4 t2 = textureGrad(cs_t1_s0, vec3(-1.0, 1.0, -4.0), dx_0, dy_1);
    cs_b0_st4(0u, floatBitsToUint(t2));
    vec3 dx_3 = vec3(2.0, 0.0, 0.0);
    vec3 dy_4 = vec3(0.0, 2.0, 0.0);
    air_at_least(dx_3, dy_4, vec3(-1.0, 1.0, -4.0), float(textureSize(cs_t1_s0, 0).x), exp2(2.0));
    vec4 t5 = textureGrad(cs_t1_s0, vec3(-1.0, 1.0, -4.0), dx_3, dy_4);
    cs_b0_st4(4u, floatBitsToUint(t5));
    vec3 dx_6 = vec3(4.0, 0.0, 0.0);
    vec3 dy_7 = vec3(0.0, 4.0, 0.0);
    air_at_least(dx_6, dy_7, vec3(-1.0, 1.0, -4.0), float(textureSize(cs_t1_s0, 0).x), exp2(0.25));
    vec4 t8 = textureGrad(cs_t1_s0, vec3(-1.0, 1.0, -4.0), dx_6, dy_7);
    cs_b0_st4(8u, floatBitsToUint(t8));
    vec3 dx_9 = vec3(2.0, 0.0, 0.0);
    vec3 dy_10 = vec3(0.0, 2.0, 0.0);
    air_at_least(dx_9, dy_10, vec3(-1.0, 1.0, -4.0), float(textureSize(cs_t1_s0, 0).x), exp2(0.25));
    vec4 t11 = textureGrad(cs_t1_s0, vec3(-1.0, 1.0, -4.0), dx_9, dy_10);
    cs_b0_st4(12u, floatBitsToUint(t11));
}
