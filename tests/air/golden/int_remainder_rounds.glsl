#version 450 core
#extension GL_ARB_gpu_shader_int64 : require
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
uint64_t air_sext(int x) { return packUint2x32(uvec2(x, x >> 31)); }
int64_t air_sdiv64(int64_t a, int64_t b) { return b == 0l ? 0l : b == -1l ? -a : a / b; }
int64_t air_srem64(int64_t a, int64_t b) { return b == 0l || b == -1l ? 0l : a - b * (a / b); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void main() {
    uint t1, t3, t5, t7;
    uint64_t t0, t2, t4, t6, t8, t11, t14, t17;
    t0 = air_sext(int(cs_b0_ld(0u)));
    t1 = 0u;
    for (;;) {
        t8 = int64_t(t0) < int64_t(0x22ul) ? t0 : uint64_t(air_srem64(int64_t(t0), int64_t(t0 & 0x7eul | 0x1ul)));
        uint t9 = t1 + 1u;
        if (!(t9 < 6u)) {
            break;
        }
        t0 = t8;
        t1 = t9;
    }
    uvec2 t10 = unpackUint2x32(t8);
    cs_b1_st2(0u, uvec2(t10.x, t10.y));
    t2 = air_sext(int(cs_b0_ld(1u)));
    t3 = 0u;
    for (;;) {
        t11 = int64_t(t2) < int64_t(0x22ul) ? t2 : uint64_t(air_srem64(int64_t(t2), int64_t(t2 & 0x7eul | 0x1ul)));
        uint t12 = t3 + 1u;
        if (!(t12 < 6u)) {
            break;
        }
        t2 = t11;
        t3 = t12;
    }
    uvec2 t13 = unpackUint2x32(t11);
    cs_b1_st2(2u, uvec2(t13.x, t13.y));
    t4 = air_sext(int(cs_b0_ld(2u)));
    t5 = 0u;
    for (;;) {
        t14 = int64_t(t4) < int64_t(0x22ul) ? t4 : uint64_t(air_srem64(int64_t(t4), int64_t(t4 & 0x7eul | 0x1ul)));
        uint t15 = t5 + 1u;
        if (!(t15 < 6u)) {
            break;
        }
        t4 = t14;
        t5 = t15;
    }
    uvec2 t16 = unpackUint2x32(t14);
    cs_b1_st2(4u, uvec2(t16.x, t16.y));
    t6 = air_sext(int(cs_b0_ld(3u)));
    t7 = 0u;
    for (;;) {
        t17 = int64_t(t6) < int64_t(0x22ul) ? t6 : uint64_t(air_srem64(int64_t(t6), int64_t(t6 & 0x7eul | 0x1ul)));
        uint t18 = t7 + 1u;
        if (!(t18 < 6u)) {
            break;
        }
        t6 = t17;
        t7 = t18;
    }
    uvec2 t19 = unpackUint2x32(t17);
    cs_b1_st2(6u, uvec2(t19.x, t19.y));
}
