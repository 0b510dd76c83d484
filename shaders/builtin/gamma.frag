#version 450 core
// A guest's picture behind its display's gamma; the ramp has 256 texels, one a code.
layout(binding = 0) uniform sampler2D image;
layout(binding = 1) uniform sampler1D ramp;
layout(location = 0) in vec2 uv;
layout(location = 0) out vec4 color;
float shaded(float value, int channel) {
    float at = clamp(value, 0.0, 1.0) * 255.0;
    int below = int(at);
    return mix(texelFetch(ramp, below, 0)[channel], texelFetch(ramp, min(below + 1, 255), 0)[channel], at - float(below));
}
void main() {
    vec3 c = texture(image, uv).rgb;
    color = vec4(shaded(c.r, 0), shaded(c.g, 1), shaded(c.b, 2), 1.0);
}
