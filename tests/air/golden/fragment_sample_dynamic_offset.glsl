#version 450 core
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
uniform sampler2D fs_t0_s0;
int air_to_int(float x) { return mix(mix(int(clamp(x, -2147483648.0, 2147483520.0)), int(2147483647), bool(step(2147483648.0, x))), int(0), isnan(x)); }
void main() {
    precise float t0 = v_uv.y * 2.0;
    uint t1 = uint(air_to_int(t0));
    vec4 t2 = texture(fs_t0_s0, v_uv.xy + vec2(ivec2(uvec2(t1, 0u))) / vec2(textureSize(fs_t0_s0, 0)));
    fs_color0 = t2;
}
