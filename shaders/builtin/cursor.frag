#version 450 core
// A premultiplied sprite; with a ramp it goes through the display's gamma as the picture does.
layout(binding = 0) uniform sampler2D image;
layout(binding = 1) uniform sampler1D ramp;
layout(location = 1) uniform bool hasRamp;
layout(location = 0) in vec2 uv;
layout(location = 0) out vec4 color;
float shaded(float value, int channel) {
    float at = clamp(value, 0.0, 1.0) * 255.0;
    int below = int(at);
    return mix(texelFetch(ramp, below, 0)[channel], texelFetch(ramp, min(below + 1, 255), 0)[channel], at - float(below));
}
void main() {
    color = texture(image, uv);
    if (!hasRamp || color.a <= 0.0) return;
    vec3 c = color.rgb / color.a;
    color.rgb = vec3(shaded(c.r, 0), shaded(c.g, 1), shaded(c.b, 2)) * color.a;
}
