#version 450 core
// Between the guest's cells and texels that OpenGL has a format for. Packings as in renderer-gl/formats.h: 1 and 2 BGR10_XR, 3 and 4 BGRA10_XR
// (the even ones sRGB), with texels of four half floats; 5 GBGR422 and 6 BGRG422, with texels of four bytes.
layout(local_size_x = 64) in;
layout(std430, binding = 0) buffer Cells { uint cells[]; };
layout(std430, binding = 1) buffer Texels { uint texels[]; };
layout(location = 0) uniform uint count; // of cells
layout(location = 1) uniform uint packing;
layout(location = 2) uniform uint isUnpacking;

float decoded(float v) {
    float a = abs(v);
    return sign(v) * (a <= 0.04045 ? a / 12.92 : pow((a + 0.055) / 1.055, 2.4));
}
float encoded(float v) {
    float a = abs(v);
    return sign(v) * (a <= 0.0031308 ? a * 12.92 : 1.055 * pow(a, 1.0 / 2.4) - 0.055);
}
bool isSrgb() { return packing % 2u == 0u; }
// 0 is code 384, 1 is code 894.
float fromCode(uint code) { return (float(code) - 384.0) / 510.0; }
uint toCode(float v) { return isnan(v) ? 384u : uint(clamp(v * 510.0 + 384.5, 0.0, 1023.0)); }

void unpackRange(uint i) {
    uint low = packing < 3u ? cells[i] : cells[i * 2u], high = packing < 3u ? 0u : cells[i * 2u + 1u];
    uvec3 bgr = packing < 3u ? uvec3(low, low >> 10, low >> 20) & 1023u : uvec3(low >> 6 & 1023u, low >> 22, high >> 6 & 1023u);
    vec3 rgb = vec3(fromCode(bgr.z), fromCode(bgr.y), fromCode(bgr.x));
    if (isSrgb()) rgb = vec3(decoded(rgb.x), decoded(rgb.y), decoded(rgb.z));
    texels[i * 2u] = packHalf2x16(rgb.xy);
    texels[i * 2u + 1u] = packHalf2x16(vec2(rgb.z, packing < 3u ? 1.0 : fromCode(high >> 22)));
}

void packRange(uint i) {
    vec3 rgb = vec3(unpackHalf2x16(texels[i * 2u]), unpackHalf2x16(texels[i * 2u + 1u]).x);
    if (isSrgb()) rgb = vec3(encoded(rgb.x), encoded(rgb.y), encoded(rgb.z));
    uvec3 code = uvec3(toCode(rgb.x), toCode(rgb.y), toCode(rgb.z));
    if (packing < 3u) {
        cells[i] = code.z | code.y << 10 | code.x << 20;
        return;
    }
    cells[i * 2u] = code.z << 6 | code.y << 22;
    cells[i * 2u + 1u] = code.x << 6 | toCode(unpackHalf2x16(texels[i * 2u + 1u]).y) << 22;
}

// The shift of each byte in the cell: first green, blue, second green, red.
uvec4 places() { return packing == 5u ? uvec4(0u, 8u, 16u, 24u) : uvec4(8u, 0u, 24u, 16u); }

void unpackPair(uint i) {
    uvec4 at = places();
    uint red = cells[i] >> at.w & 255u, blue = (cells[i] >> at.y & 255u) << 16;
    texels[i * 2u] = red | (cells[i] >> at.x & 255u) << 8 | blue | 0xff000000u;
    texels[i * 2u + 1u] = red | (cells[i] >> at.z & 255u) << 8 | blue | 0xff000000u;
}

void packPair(uint i) {
    uvec4 at = places();
    uint first = texels[i * 2u];
    cells[i] = (first & 255u) << at.w | (first >> 8 & 255u) << at.x | (first >> 16 & 255u) << at.y | (texels[i * 2u + 1u] >> 8 & 255u) << at.z;
}

void main() {
    uint i = gl_GlobalInvocationID.x + gl_GlobalInvocationID.y * gl_NumWorkGroups.x * gl_WorkGroupSize.x;
    if (i >= count) return;
    if (packing < 5u) {
        if (isUnpacking != 0u)
            unpackRange(i);
        else
            packRange(i);
    } else {
        if (isUnpacking != 0u)
            unpackPair(i);
        else
            packPair(i);
    }
}
