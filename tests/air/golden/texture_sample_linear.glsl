#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
uniform sampler2D cs_t1_s1;
void cs_b0_st4(uint i, uvec4 v) { if (i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v.x; cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)] = v.y; cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)] = v.z; cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)] = v.w; } }
void main() {
    vec4 t0 = textureLod(cs_t1_s1, vec2(0.5), 0.0);
    cs_b0_st4(0u, floatBitsToUint(t0));
}
