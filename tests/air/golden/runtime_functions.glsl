#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint local0[1];
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    vec2 t0 = uintBitsToFloat(cs_b0_ld2(0u));
    uint t1 = (uint((floatBitsToUint(t0.x) >> 23 & 0xffu) - 127u));
    cs_b1_st(0u, t1);
    vec2 t2 = min(fract(t0), 0.99999994);
    cs_b1_st(1u, floatBitsToUint(t2.y));
    int t3 = int(0);
    float t4 = frexp(t0.x, t3);
    local0[0u] = uint(t3);
    float t5 = t4;
    cs_b1_st(2u, floatBitsToUint(t5));
    cs_b1_st(3u, local0[0u]);
    float t6 = ldexp(t0.x, int(t1));
    cs_b1_st(4u, floatBitsToUint(t6));
}
