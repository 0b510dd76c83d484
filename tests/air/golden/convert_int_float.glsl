#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint cs_b0_ld_u8(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 3u) * 8, 8); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uint cs_b0_ld_u16(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 2u) * 8, 16); }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
float air_h(float x) { return unpackHalf2x16(packHalf2x16(vec2(x, 0.0))).x; }
void cs_b1_st_u16(uint o, uint v) { uint n = (o & 2u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffffu) << n); } }
void main() {
    float t0 = float(bitfieldExtract(int(cs_b0_ld_u8(0u) & 255u), 0, 8));
    cs_b1_st(0u, floatBitsToUint(t0));
    float t1 = float(bitfieldExtract(int(cs_b0_ld_u16(16u) & 65535u), 0, 16));
    cs_b1_st(4u, floatBitsToUint(t1));
    float t2 = float(int(cs_b0_ld(8u)));
    cs_b1_st(8u, floatBitsToUint(t2));
    float t3 = float(int64_t(packUint2x32(cs_b0_ld2(12u))));
    cs_b1_st(12u, floatBitsToUint(t3));
    float t4 = float(cs_b0_ld_u8(64u) & 255u);
    cs_b1_st(16u, floatBitsToUint(t4));
    float t5 = float(cs_b0_ld_u16(80u) & 65535u);
    cs_b1_st(20u, floatBitsToUint(t5));
    float t6 = float(cs_b0_ld(24u));
    cs_b1_st(24u, floatBitsToUint(t6));
    float t7 = float(packUint2x32(cs_b0_ld2(28u)));
    cs_b1_st(28u, floatBitsToUint(t7));
    uint t8 = cs_b0_ld(32u);
    vec4 t9 = vec4(uvec4(t8 & 255u, t8 >> 8u & 255u, t8 >> 16u & 255u, t8 >> 24u));
    cs_b1_st4(32u, floatBitsToUint(t9));
    uint t10 = cs_b0_ld(36u);
    vec2 t11 = vec2(uvec2(t10 & 65535u, t10 >> 16u));
    cs_b1_st2(36u, floatBitsToUint(t11));
    float t12 = air_h(float(int(cs_b0_ld(40u))));
    cs_b1_st_u16(160u, packHalf2x16(vec2(t12, 0.0)));
    float t13 = air_h(float(cs_b0_ld(44u)));
    cs_b1_st_u16(176u, packHalf2x16(vec2(t13, 0.0)));
}
