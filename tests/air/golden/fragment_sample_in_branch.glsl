#version 450 core
#ifdef AIR_ZERO_v_uv
const vec4 v_uv = vec4(0);
#else
in vec4 v_uv;
#endif
layout(location = 0) out vec4 fs_color0;
uniform sampler2D fs_t0_s0;
void main() {
    vec4 t0;
    vec4 t1 = texture(fs_t0_s0, v_uv.xy);
    if (v_uv.x < 0.5) {
        t0 = t1;
    } else {
        float t2 = sqrt(4.0);
        t0 = vec4(t2, 1.0, 2.0, 3.0);
    }
    fs_color0 = t0;
}
