#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
vec4 air_h(vec4 x) { return vec4(unpackHalf2x16(packHalf2x16(x.xy)), unpackHalf2x16(packHalf2x16(x.zw))); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void main() {
    uvec4 t0 = uvec4(roundEven(clamp(uintBitsToFloat(cs_b0_ld4(0u)), 0.0, 1.0) * vec4(1023.0, 1023.0, 1023.0, 3.0)));
    uint t1 = t0.x & 1023u | (t0.y & 1023u) << 10u | (t0.z & 1023u) << 20u | (t0.w & 3u) << 30u;
    cs_b1_st(0u, t1);
    uint t2 = cs_b0_ld(4u);
    vec4 t3 = vec4(bitfieldExtract(t2, 0, 10), bitfieldExtract(t2, 10, 10), bitfieldExtract(t2, 20, 10), bitfieldExtract(t2, 30, 2)) / vec4(1023.0, 1023.0, 1023.0, 3.0);
    cs_b1_st4(4u, floatBitsToUint(t3));
    uint t4 = cs_b0_ld(8u);
    vec4 t5 = air_h(vec4(bitfieldExtract(t4, 0, 10), bitfieldExtract(t4, 10, 10), bitfieldExtract(t4, 20, 10), bitfieldExtract(t4, 30, 2)) / vec4(1023.0, 1023.0, 1023.0, 3.0));
    cs_b1_st2(8u, uvec2(packHalf2x16(vec2(t5.x, t5.y)), packHalf2x16(vec2(t5.z, t5.w))));
}
