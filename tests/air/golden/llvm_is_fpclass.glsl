#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void main() {
    cs_b1_st(0u, uint((floatBitsToUint(uintBitsToFloat(cs_b0_ld(0u))) & 0x7fffffffu) > 0x7f800000u));
    cs_b1_st(4u, uint((floatBitsToUint(uintBitsToFloat(cs_b0_ld(4u))) & 0x7fffffffu) > 0x7f800000u));
    cs_b1_st(8u, uint((floatBitsToUint(uintBitsToFloat(cs_b0_ld(8u))) & 0x7fffffffu) == 0x7f800000u));
    uint t0 = floatBitsToUint(uintBitsToFloat(cs_b0_ld(12u)));
    cs_b1_st(12u, uint((t0 & 0x7fffffffu) == 0x7f800000u && int(t0) < 0));
    uint t1 = floatBitsToUint(uintBitsToFloat(cs_b0_ld(16u))) & 0x7fffffffu;
    cs_b1_st(16u, uint(t1 == 0u || t1 - 1u < 0x7fffffu || t1 - 0x800000u < 0x7f000000u));
    cs_b1_st(20u, uint((floatBitsToUint(uintBitsToFloat(cs_b0_ld(20u))) & 0x7fffffffu) - 0x800000u < 0x7f000000u));
    cs_b1_st(24u, uint((floatBitsToUint(uintBitsToFloat(cs_b0_ld(24u))) & 0x7fffffffu) - 0x800000u < 0x7f000000u));
    uvec2 t2 = floatBitsToUint(uintBitsToFloat(cs_b0_ld2(28u)));
    cs_b1_st2(28u, uvec2(greaterThan(uvec2(t2.x, t2.y) & uvec2(0x7fffffffu), uvec2(0x7f800000u))));
}
