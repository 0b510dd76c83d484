#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint cs_b0_ld_u8(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 3u) * 8, 8); }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
void cs_b1_st_u8(uint o, uint v) { uint n = (o & 3u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffu) << n); } }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uvec2 t0 = uvec2(cs_b0_ld_u8(0u) & 255u, cs_b0_ld_u8(1u) & 255u);
    cs_b1_st_u16(0u, t0.x | t0.y << 8u);
    uint t1 = cs_b0_ld(0u);
    uvec3 t2 = uvec3(t1 & 255u, t1 >> 8u & 255u, t1 >> 16u & 255u);
    cs_b1_st_u16(4u, t2.x | t2.y << 8u | t2.z << 16u);
    cs_b1_st_u8(6u, (t2.x | t2.y << 8u | t2.z << 16u) >> 16u);
    uint t3 = cs_b0_ld(0u);
    uvec4 t4 = uvec4(t3 & 255u, t3 >> 8u & 255u, t3 >> 16u & 255u, t3 >> 24u);
    cs_b1_st(2u, t4.x | t4.y << 8u | t4.z << 16u | t4.w << 24u);
}
