#version 450 core
#extension GL_EXT_texture_shadow_lod : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
uniform samplerCubeShadow cs_t1_s0_shadow;
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    float t0 = textureLod(cs_t1_s0_shadow, vec4(vec3(1.0, 0.25, -0.25), 0.0625), 1.0);
    cs_b0_st(0u, floatBitsToUint(t0));
    float t1 = textureLod(cs_t1_s0_shadow, vec4(vec3(1.0, 0.25, -0.25), 0.09375), 1.0);
    cs_b0_st(4u, floatBitsToUint(t1));
}
