#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
float air_h(float x) { return unpackHalf2x16(packHalf2x16(vec2(x, 0.0))).x; }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
void main() {
    float t0 = dot(uintBitsToFloat(cs_b0_ld2(0u)), uintBitsToFloat(cs_b0_ld2(4u)));
    cs_b1_st(0u, floatBitsToUint(t0));
    float t1 = dot(uintBitsToFloat(cs_b0_ld3(8u)), uintBitsToFloat(cs_b0_ld3(12u)));
    cs_b1_st(4u, floatBitsToUint(t1));
    float t2 = dot(uintBitsToFloat(cs_b0_ld4(16u)), uintBitsToFloat(cs_b0_ld4(20u)));
    cs_b1_st(8u, floatBitsToUint(t2));
    uvec2 t3 = cs_b0_ld2(24u);
    uvec2 t4 = cs_b0_ld2(28u);
    float t5 = air_h(dot(vec3(unpackHalf2x16(t3.x), unpackHalf2x16(t3.y).x), vec3(unpackHalf2x16(t4.x), unpackHalf2x16(t4.y).x)));
    cs_b1_st_u16(48u, packHalf2x16(vec2(t5, 0.0)));
}
