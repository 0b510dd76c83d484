#version 450 core
#ifndef AIR_IQ_v_uv
#define AIR_IQ_v_uv
#endif
AIR_IQ_v_uv out vec4 v_uv;
#ifndef AIR_IQ_vu_user_id
#define AIR_IQ_vu_user_id flat
#endif
AIR_IQ_vu_user_id out uvec4 vu_user_id;
#ifndef AIR_IQ_vi_s
#define AIR_IQ_vi_s flat
#endif
AIR_IQ_vi_s out ivec4 vi_s;
#ifndef AIR_FLIP_Y
#define AIR_FLIP_Y 0
#endif
#if AIR_FLIP_Y
#define AIR_FINISH_POSITION gl_Position.y = -gl_Position.y
#else
#define AIR_FINISH_POSITION
#endif
void main() {
    gl_Position = vec4(0.0);
    v_uv = vec4(vec2(1.0, 2.0), 0, 0);
    vu_user_id = uvec4(7u, 0, 0, 0);
    vi_s = ivec4(uint(bitfieldExtract(int(65533u), 0, 16)), 0, 0, 0);
    gl_PointSize = 1.0;
    AIR_FINISH_POSITION;
}
