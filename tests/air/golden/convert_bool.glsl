#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    bvec2 t0 = notEqual(uintBitsToFloat(cs_b0_ld2(0u)), vec2(0.0));
    vec2 t1 = vec2(t0);
    float t2 = float(t0.x);
    float t3 = float(t0.y);
    cs_b1_st2(0u, floatBitsToUint(t1));
    cs_b1_st(2u, uint(t0.x));
    cs_b1_st(3u, uint(t0.y));
    cs_b1_st(4u, floatBitsToUint(t2));
    cs_b1_st(5u, floatBitsToUint(t3));
}
