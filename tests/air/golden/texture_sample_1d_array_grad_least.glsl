#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
uniform sampler1DArray cs_t1_s0;
void air_at_least(inout float dx, inout float dy, float s, float m) {
    if (max(abs(dx), abs(dy)) * s < m) dx = dy = m / s;
}
void cs_b0_st4(uint i, uvec4 v) { if (i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v.x; cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)] = v.y; cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)] = v.z; cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)] = v.w; } }
void main() {
    float dx_0 = 0.25;
    float dy_1 = 0.25;
    air_at_least(dx_0, dy_1, float(textureSize(cs_t1_s0, 0).x), exp2(1.0));
    vec4 t2 = textureGrad(cs_t1_s0, vec2(0.625, float(2u)), dx_0, dy_1);
    cs_b0_st4(0u, floatBitsToUint(t2));
}
