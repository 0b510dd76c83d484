#version 450 core
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
float air_h(float x) { return unpackHalf2x16(packHalf2x16(vec2(x, 0.0))).x; }
void main() {
    vec2 t0 = dFdx(v_uv.xy);
    float t1 = dFdy(v_uv.y);
    precise float t2 = v_uv.x + v_uv.y;
    float t3 = fwidth(t2);
    float t4 = air_h(fwidth(air_h(v_uv.x)));
    fs_color0 = vec4(t0.x, t1, t3, t4);
}
