#version 450 core
layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;
layout(std430) readonly buffer cs_buf0 { uint data[]; } cs_b0;
uniform uvec2 cs_info[31];
layout(std430) buffer cs_buf1 { uint data[]; } cs_b1;
uvec4 cs_b0_ld4(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 3u) - 3u ? uvec4(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 2u) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 3u) + (cs_info[0].x >> 2u)]) : uvec4(0); }
void cs_b1_st4(uint i, uvec4 v) { if (i < max((cs_info[1].y + 3u >> 2u), 3u) - 3u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; cs_b1.data[(i + 2u) + (cs_info[1].x >> 2u)] = v.z; cs_b1.data[(i + 3u) + (cs_info[1].x >> 2u)] = v.w; } }
uint cs_b0_ld(uint i) { return i < (cs_info[0].y + 3u >> 2u) ? uint(cs_b0.data[(i) + (cs_info[0].x >> 2u)]) : uint(0); }
void cs_b1_st(uint i, uint v) { if (i < (cs_info[1].y + 3u >> 2u)) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v; } }
uvec2 cs_b0_ld2(uint i) { return i < max((cs_info[0].y + 3u >> 2u), 1u) - 1u ? uvec2(cs_b0.data[(i) + (cs_info[0].x >> 2u)], cs_b0.data[(i + 1u) + (cs_info[0].x >> 2u)]) : uvec2(0); }
void cs_b1_st2(uint i, uvec2 v) { if (i < max((cs_info[1].y + 3u >> 2u), 1u) - 1u) { cs_b1.data[(i) + (cs_info[1].x >> 2u)] = v.x; cs_b1.data[(i + 1u) + (cs_info[1].x >> 2u)] = v.y; } }
void main() {
    vec4 t0 = uintBitsToFloat(cs_b0_ld4(0u));
    vec4 t1 = uintBitsToFloat(cs_b0_ld4(4u));
    uvec4 t2 = floatBitsToUint(vec4(t0.xz, t1.xz));
    uvec4 t3 = uvec4(t2.x, t2.y, t2.z, t2.w);
    uvec4 t4 = floatBitsToUint(vec4(t0.yw, t1.yw));
    uvec4 t5 = uvec4(t4.x, t4.y, t4.z, t4.w);
    uvec4 t6 = t3 & uvec4(0x7fffffffu);
    uvec4 t7 = t5 & uvec4(0x7fffffffu);
    uvec4 t8 = t5 & uvec4(0x80000000u);
    uvec4 t9 = t6 | t7;
    uvec4 t10 = mix(mix(mix(t3 - uvec4(1u), t3 + uvec4(1u), bvec4(uvec4(equal(t3 & uvec4(0x80000000u), t8)) & uvec4(greaterThan(t7, t6)))), t8 | uvec4(1u), equal(t6, uvec4(0u))), t5, bvec4(uvec4(equal(t3, t5)) | uvec4(equal(t9, uvec4(0u)))));
    cs_b1_st4(0u, floatBitsToUint(uintBitsToFloat(mix(t10, uvec4(0x7f800000u) | t9, bvec4(uvec4(greaterThan(t6, uvec4(0x7f800000u))) | uvec4(greaterThan(t7, uvec4(0x7f800000u))))))));
    uint t11 = floatBitsToUint(uintBitsToFloat(cs_b0_ld(8u)));
    uint t12 = floatBitsToUint(uintBitsToFloat(cs_b0_ld(9u)));
    uint t13 = t11 & 0x7fffffffu;
    uint t14 = t12 & 0x7fffffffu;
    uint t15 = t12 & 0x80000000u;
    uint t16 = t13 | t14;
    uint t17 = t13 > 0x7f800000u || t14 > 0x7f800000u ? 0x7f800000u | t16 : t11 == t12 || t16 == 0u ? t12 : t13 == 0u ? t15 | 1u : (t11 & 0x80000000u) == t15 && t14 > t13 ? t11 + 1u : t11 - 1u;
    cs_b1_st(4u, floatBitsToUint(uintBitsToFloat(t17)));
    uvec2 t18 = cs_b0_ld2(16u);
    vec4 t19 = vec4(unpackHalf2x16(t18.x), unpackHalf2x16(t18.y));
    uvec2 t20 = cs_b0_ld2(18u);
    vec4 t21 = vec4(unpackHalf2x16(t20.x), unpackHalf2x16(t20.y));
    vec4 t22 = vec4(t19.xz, t21.xz);
    uvec2 t23 = uvec2(packHalf2x16(vec2(t22.x, t22.y)), packHalf2x16(vec2(t22.z, t22.w)));
    uvec4 t24 = uvec4(t23.x & 65535u, t23.x >> 16u, t23.y & 65535u, t23.y >> 16u);
    vec4 t25 = vec4(t19.yw, t21.yw);
    uvec2 t26 = uvec2(packHalf2x16(vec2(t25.x, t25.y)), packHalf2x16(vec2(t25.z, t25.w)));
    uvec4 t27 = uvec4(t26.x & 65535u, t26.x >> 16u, t26.y & 65535u, t26.y >> 16u);
    uvec4 t28 = t24 & uvec4(32767u);
    uvec4 t29 = t27 & uvec4(32767u);
    uvec4 t30 = t27 & uvec4(32768u);
    uvec4 t31 = mix(mix(t24 - uvec4(1u) & 65535u, t24 + uvec4(1u) & 65535u, bvec4(uvec4(equal(t24 & uvec4(32768u), t30)) & uvec4(greaterThan(t29, t28)))), t30 | uvec4(1u), equal(t28, uvec4(0u)));
    uvec4 t32 = t28 | t29;
    uvec4 t33 = mix(mix(t31, t27, bvec4(uvec4(equal(t24, t27)) | uvec4(equal(t32, uvec4(0u))))), uvec4(31744u) | t32, bvec4(uvec4(greaterThan(t28, uvec4(31744u))) | uvec4(greaterThan(t29, uvec4(31744u)))));
    uvec2 t34 = uvec2(t33.x | t33.y << 16u, t33.z | t33.w << 16u);
    vec4 t35 = vec4(unpackHalf2x16(t34.x), unpackHalf2x16(t34.y));
    cs_b1_st2(8u, uvec2(packHalf2x16(vec2(t35.x, t35.y)), packHalf2x16(vec2(t35.z, t35.w))));
}
