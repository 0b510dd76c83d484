#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint cs_b0_ld_u8(uint o) { return bitfieldExtract(cs_b0_ld(o >> 2u), int(o & 3u) * 8, 8); }
void cs_b1_st_u8(uint o, uint v) { uint n = (o & 3u) * 8u; if ((o >> 2u) < (cs_info[1].y + 3u >> 2u)) { atomicAnd(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], ~(0xffu << n)); atomicOr(cs_b1.data[(o >> 2u) + (cs_info[1].x >> 2u)], (v & 0xffu) << n); } }
void main() {
    uint64_t loop_index_0;
    uint t1 = cs_b0_ld(0u);
    uint64_t t2 = uint64_t(t1);
    if (t1 != 0u) {
        loop_index_0 = 0x0ul;
        for (;;) {
            uint t3 = cs_b0_ld_u8(uint(loop_index_0)) & 255u;
            uint t4 = uint(loop_index_0);
            cs_b1_st_u8(t4, t3);
            uint64_t t5 = loop_index_0 + 0x1ul;
            if (!(t5 < t2)) {
                break;
            }
            loop_index_0 = t5;
        }
    }
}
