#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint cs_b0_ld_u8(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 3u) * 8, 8); }
void cs_b1_st_u8(uint o, uint v) { uint n = (o & 3u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffu) << n); } }
void main() {
    uint i11_0 = cs_b0_ld_u8(1u) & 255u;
    uint i22_1 = cs_b0_ld_u8(2u) & 255u;
    uint i33_2 = cs_b0_ld_u8(3u) & 255u;
    uint i44_3 = cs_b0_ld_u8(4u) & 255u;
    uint i55_4 = cs_b0_ld_u8(5u) & 255u;
    uint i66_5 = cs_b0_ld_u8(6u) & 255u;
    uint i77_6 = cs_b0_ld_u8(7u) & 255u;
    uint i88_7 = cs_b0_ld_u8(8u) & 255u;
    uint i99_8 = cs_b0_ld_u8(9u) & 255u;
    uint i1010_9 = cs_b0_ld_u8(10u) & 255u;
    uint i1112_10 = cs_b0_ld_u8(11u) & 255u;
    uint i1213_11 = cs_b0_ld_u8(12u) & 255u;
    uint i1314_12 = cs_b0_ld_u8(13u) & 255u;
    uint i1415_13 = cs_b0_ld_u8(14u) & 255u;
    uint i1516_14 = cs_b0_ld_u8(15u) & 255u;
    uint t15 = cs_b0_ld_u8(0u) & 255u;
    cs_b1_st_u8(0u, t15);
    cs_b1_st_u8(1u, i11_0);
    cs_b1_st_u8(2u, i22_1);
    cs_b1_st_u8(3u, i33_2);
    cs_b1_st_u8(4u, i44_3);
    cs_b1_st_u8(5u, i55_4);
    cs_b1_st_u8(6u, i66_5);
    cs_b1_st_u8(7u, i77_6);
    cs_b1_st_u8(8u, i88_7);
    cs_b1_st_u8(9u, i99_8);
    cs_b1_st_u8(10u, i1010_9);
    cs_b1_st_u8(11u, i1112_10);
    cs_b1_st_u8(12u, i1213_11);
    cs_b1_st_u8(13u, i1314_12);
    cs_b1_st_u8(14u, i1415_13);
    cs_b1_st_u8(15u, i1516_14);
}
