#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf3 { uint data[]; } cs_b3;
uniform uvec2 cs_info[31];
layout(std430) readonly buffer cs_buf2 { uint data[]; } cs_b2;
layout(std430) readonly buffer cs_buf1 { uint data[]; } cs_b1;
layout(std430) buffer cs_buf0 { uint data[]; } cs_b0;
uint cs_b3_ld(uint i) { return i < (cs_info[3].y + 3u >> 2u) ? uint(cs_b3.data[(i) + (cs_info[3].x >> 2u)]) : uint(0); }
uint cs_b2_ld(uint i) { return i < (cs_info[2].y + 3u >> 2u) ? uint(cs_b2.data[(i) + (cs_info[2].x >> 2u)]) : uint(0); }
uint cs_b1_ld(uint i) { return i < (cs_info[1].y + 3u >> 2u) ? uint(cs_b1.data[(i) + (cs_info[1].x >> 2u)]) : uint(0); }
void cs_b0_st(uint i, uint v) { if (i < (cs_info[0].y + 3u >> 2u)) { cs_b0.data[(i) + (cs_info[0].x >> 2u)] = v; } }
void main() {
    uint64_t t0 = uint64_t(gl_LocalInvocationIndex);
    uint64_t idx_1 = t0 * 0x8ul;
    bool t2 = idx_1 == 0x10ul;
    uint memory3_3 = t2 ? 0u : idx_1 == 0x8ul ? 1u : idx_1 == 0x0ul ? 2u : 0xffffffffu;
    uint idx5_4 = uint(t0) * 4u;
    uint t5 = uint(t0);
    cs_b0_st(t5, memory3_3 == 2u ? cs_b1_ld(idx5_4 >> 2u) : memory3_3 == 1u ? cs_b2_ld(idx5_4 >> 2u) : t2 ? cs_b3_ld(idx5_4 >> 2u) : 0u);
}
