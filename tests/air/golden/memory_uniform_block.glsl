#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std140) uniform cs_ubo0 { uvec4 data[3]; } cs_b0;
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uniform uvec2 cs_info[31];
uvec4 cs_b0_ld4(uint i) { return i < max(12u, 3u) - 3u ? uvec4(cs_b0.data[(i) >> 2u][(i) & 3u], cs_b0.data[(i + 1u) >> 2u][(i + 1u) & 3u], cs_b0.data[(i + 2u) >> 2u][(i + 2u) & 3u], cs_b0.data[(i + 3u) >> 2u][(i + 3u) & 3u]) : uvec4(0); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    cs_b1_st4(0u, floatBitsToUint(uintBitsToFloat(cs_b0_ld4(cs_b0.data[0].x * 4u + 4u))));
    cs_b1_st(4u, floatBitsToUint(uintBitsToFloat(cs_b0.data[1].x)));
}
