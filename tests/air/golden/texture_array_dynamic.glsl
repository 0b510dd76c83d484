#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
uniform sampler2D cs_t2_s0;
uniform sampler2D cs_t3_s0;
uniform sampler2D cs_t4_s0;
void cs_b0_st4(uint i, uvec4 v) { if (i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v.x; cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)] = v.y; cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)] = v.z; cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)] = v.w; } }
void main() {
    uint t0 = 0u + gl_LocalInvocationIndex % 3u + 0u;
    vec4 t1 = textureLod(cs_t2_s0, vec2(0.625, 0.375), 0.0);
    vec4 t2 = textureLod(cs_t3_s0, vec2(0.625, 0.375), 0.0);
    bool t3 = t0 == 1u;
    vec4 t4 = textureLod(cs_t4_s0, vec2(0.625, 0.375), 0.0);
    bool t5 = t0 == 2u;
    cs_b0_st4(gl_LocalInvocationIndex * 4u, floatBitsToUint(t5 ? t4 : t3 ? t2 : t1));
}
