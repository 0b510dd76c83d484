#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint cs_b0_ld_u16(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 2u) * 8, 16); }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uvec2 t0 = cs_b0_ld2(0u);
    vec4 t1 = vec4(unpackHalf2x16(t0.x), unpackHalf2x16(t0.y));
    cs_b1_st2(0u, uvec2(packHalf2x16(vec2(t1.x, t1.y)), packHalf2x16(vec2(t1.z, t1.w))));
    float t2 = unpackHalf2x16(cs_b0_ld_u16(0u)).x;
    cs_b1_st_u16(8u, packHalf2x16(vec2(t2, 0.0)));
    uvec2 t3 = cs_b0_ld2(0u);
    vec3 t4 = vec3(unpackHalf2x16(t3.x), unpackHalf2x16(t3.y).x);
    cs_b1_st(4u, packHalf2x16(vec2(t4.x, t4.y)));
    cs_b1_st_u16(20u, packHalf2x16(vec2(t4.z, 0.0)));
}
