#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
uniform sampler2DShadow cs_t1_s0_shadow;
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    float t0 = textureLod(cs_t1_s0_shadow, vec3(vec2(0.625, 0.375), 0.375), 0.0);
    cs_b0_st(0u, floatBitsToUint(t0));
    float t1 = textureLod(cs_t1_s0_shadow, vec3(vec2(0.625, 0.375), 0.5), 0.0);
    cs_b0_st(4u, floatBitsToUint(t1));
    float t2 = textureLodOffset(cs_t1_s0_shadow, vec3(vec2(0.625, 0.375), 0.5), 0.0, ivec2(0, 1));
    cs_b0_st(8u, floatBitsToUint(t2));
}
