#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void main() {
    uint t0 = packUnorm4x8(uintBitsToFloat(cs_b0_ld4(0u)));
    cs_b1_st(0u, t0);
    uint t1 = packUnorm2x16(uintBitsToFloat(cs_b0_ld2(4u)));
    cs_b1_st(4u, t1);
    uvec2 t2 = cs_b0_ld2(8u);
    uint t3 = packUnorm4x8(vec4(unpackHalf2x16(t2.x), unpackHalf2x16(t2.y)));
    cs_b1_st(8u, t3);
    uint t4 = cs_b0_ld(12u);
    uint t5 = packUnorm2x16(unpackHalf2x16(t4));
    cs_b1_st(12u, t5);
    uint t6 = packSnorm4x8(uintBitsToFloat(cs_b0_ld4(16u)));
    cs_b1_st(16u, t6);
    uint t7 = packSnorm2x16(uintBitsToFloat(cs_b0_ld2(20u)));
    cs_b1_st(20u, t7);
    uvec2 t8 = cs_b0_ld2(24u);
    uint t9 = packSnorm4x8(vec4(unpackHalf2x16(t8.x), unpackHalf2x16(t8.y)));
    cs_b1_st(24u, t9);
    uint t10 = cs_b0_ld(28u);
    uint t11 = packSnorm2x16(unpackHalf2x16(t10));
    cs_b1_st(28u, t11);
}
