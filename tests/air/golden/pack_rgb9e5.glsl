#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec3 cs_b0_ld3(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 2u) - 2u ? uvec3(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)]) : uvec3(0); }
uint air_pack_rgb9e5(vec3 c) { c = clamp(c, 0.0, 65408.0); float m = max(c.r, max(c.g, c.b)); int e = max(-16, int(floatBitsToUint(m) >> 23) - 127) + 16; float s = exp2(float(24 - e)); if (floor(m * s + 0.5) == 512.0) { s *= 0.5; ++e; } uvec3 f = uvec3(floor(c * s + 0.5)); return f.r | f.g << 9 | f.b << 18 | uint(e) << 27; }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
vec3 air_unpack_rgb9e5(uint w) { return vec3(w & 0x1ffu, w >> 9 & 0x1ffu, w >> 18 & 0x1ffu) * exp2(float(w >> 27) - 24.0); }
void cs_b1_st3(uint i, uvec3 v) { if (i < max((cs_info[1].y + 3u >> 2u), 2u) - 2u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; } }
void main() {
    uint t0 = air_pack_rgb9e5(uintBitsToFloat(cs_b0_ld3(0u)));
    cs_b1_st(0u, t0);
    vec3 t1 = air_unpack_rgb9e5(cs_b0_ld(4u));
    cs_b1_st3(4u, floatBitsToUint(t1));
}
