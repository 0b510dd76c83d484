#version 450 core
// A rectangle over the whole width, from the top of an 8 row picture to y = 4.5 in rows.
void main() {
    const float bottom = 1.0 - 2.0 * 4.5 / 8.0;
    gl_Position = vec4((gl_VertexID & 1) == 0 ? -1.0 : 1.0, (gl_VertexID & 2) == 0 ? 1.0 : bottom, 0.5, 1.0);
}
