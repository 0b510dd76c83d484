#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
uint local0[2048];
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
void local0_st_u8(uint o, uint v) { uint n = (o & 3u) * 8u; if ((o >> 2u) < 2048u) { local0[o >> 2u] = local0[o >> 2u] & ~(0xffu << n) | (v & 0xffu) << n; } }
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
void main() {
    uint64_t t0;
    t0 = 0x0ul;
    for (;;) {
        uint t1 = uint(t0);
        local0_st_u8(t1, 3u);
        uint64_t t2 = t0 + 0x1ul;
        if (!(t2 < 0x2000ul)) {
            break;
        }
        t0 = t2;
    }
    cs_b1_st(0u, local0[min(cs_b0_ld(0u), 2047u)]);
}
