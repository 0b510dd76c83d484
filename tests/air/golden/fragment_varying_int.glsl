#version 450 core
#ifdef AIR_ZERO_vu_user_ids
const uvec4 vu_user_ids = uvec4(0);
#else
flat in uvec4 vu_user_ids;
#endif
layout(location = 0) out uvec4 fs_color0;
void main() {
    fs_color0 = vu_user_ids;
}
