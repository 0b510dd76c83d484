#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
uint air_pack_rg11b10f(vec3 c) { uvec3 h = uvec3(packHalf2x16(vec2(max(c.r, 0.0), 0.0)), packHalf2x16(vec2(max(c.g, 0.0), 0.0)), packHalf2x16(vec2(max(c.b, 0.0), 0.0))); return (h.r + 8u) >> 4 | (h.g + 8u) >> 4 << 11 | (h.b + 16u) >> 5 << 22; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
vec3 air_unpack_rg11b10f(uint w) { return vec3(unpackHalf2x16((w & 0x7ffu) << 4 | (w >> 11 & 0x7ffu) << 20), unpackHalf2x16(w >> 22 << 5).x); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
void main() {
    uint t0 = air_pack_rg11b10f(uintBitsToFloat(cs_b0_ld3(0u)));
    cs_b1_st(0u, t0);
    vec3 t1 = air_unpack_rg11b10f(cs_b0_ld(4u));
    cs_b1_st3(4u, floatBitsToUint(t1));
}
