#include "pvg/guest/scenes/desktop/pictures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pvg::guest::desktop {

namespace {

struct Tone {
    float r, g, b;
};
struct Stop {
    float at;
    Tone tone;
};
struct Ridge {
    float base, height, seed; // shares of the picture's height
    Tone tone;
};
struct Palette {
    std::array<Stop, 4> sky; // from the top to the horizon; the last one is at or above every ridge's foot
    Tone glow;
    float glowX, glowY;
    std::array<Ridge, 5> ridges;
};

constexpr Palette kEvening{
    {{{0.0f, {38, 46, 104}}, {0.34f, {104, 96, 166}}, {0.58f, {224, 142, 150}}, {0.74f, {252, 204, 158}}}},
    {70, 52, 20},
    0.66f,
    0.62f,
    {{{0.64f, 0.10f, 0.3f, {190, 128, 158}},
      {0.70f, 0.09f, 2.1f, {142, 94, 142}},
      {0.77f, 0.10f, 4.7f, {94, 66, 120}},
      {0.85f, 0.09f, 7.9f, {54, 44, 90}},
      {0.94f, 0.08f, 11.3f, {28, 26, 58}}}}};

constexpr Palette kNight{
    {{{0.0f, {8, 10, 30}}, {0.34f, {16, 26, 60}}, {0.58f, {36, 64, 104}}, {0.74f, {110, 150, 170}}}},
    {60, 80, 90},
    0.30f,
    0.30f,
    {{{0.66f, 0.12f, 1.3f, {60, 92, 116}},
      {0.72f, 0.11f, 3.1f, {40, 66, 90}},
      {0.80f, 0.10f, 5.7f, {26, 46, 68}},
      {0.88f, 0.08f, 8.9f, {16, 30, 48}},
      {0.95f, 0.06f, 12.3f, {8, 16, 28}}}}};

Tone mix(Tone a, Tone b, float t) { return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t}; }

Tone skyAt(const Palette& p, float v) {
    for (size_t i = 1; i < p.sky.size(); ++i)
        if (v <= p.sky[i].at) return mix(p.sky[i - 1].tone, p.sky[i].tone, (v - p.sky[i - 1].at) / (p.sky[i].at - p.sky[i - 1].at));
    return p.sky.back().tone;
}

// Height of a ridge's crest as a share of the picture, 0 at the top.
float crestAt(const Ridge& r, float u) {
    float sum = 0, amplitude = 0.5f, frequency = 3.1f;
    for (int octave = 0; octave < 6; ++octave) {
        sum += amplitude * std::sin(frequency * u * 2.2f + r.seed * (1.7f + static_cast<float>(octave)));
        amplitude *= 0.52f;
        frequency *= 2.07f;
    }
    return r.base - r.height * sum * 0.7f;
}

// Spreads the rounding over neighbouring pixels, so that the sky shows no bands.
float ditherAt(uint32_t x, uint32_t y) {
    uint32_t h = x * 0x9e3779b1u ^ y * 0x85ebca77u;
    h = (h ^ h >> 15) * 0x2c1b3c6du;
    return static_cast<float>((h ^ h >> 13) & 0xffff) / 65536.0f;
}

uint32_t pack(Tone t, float dither) {
    const auto byte = [&](float c) { return static_cast<uint32_t>(std::clamp(c + dither, 0.0f, 255.0f)); };
    return 0xff000000u | byte(t.r) << 16 | byte(t.g) << 8 | byte(t.b);
}

// Crests of all ridges over one column, in pixels.
using Crests = std::array<float, 5>;

Tone toneAt(const Palette& p, const Crests& crests, float u, float v, Extent size) {
    const float dx = (u - p.glowX) * static_cast<float>(size.width) / static_cast<float>(size.height), dy = v - p.glowY;
    const float glow = std::exp(-(dx * dx + dy * dy) * 9);
    Tone tone = skyAt(p, v);
    tone = {tone.r + p.glow.r * glow, tone.g + p.glow.g * glow, tone.b + p.glow.b * glow};
    const float y = v * static_cast<float>(size.height);
    for (size_t i = 0; i < crests.size(); ++i) {
        const float covered = std::clamp(y - crests[i] + 0.5f, 0.0f, 1.0f);
        if (covered <= 0) continue;
        // Haze: a ridge brightens towards its foot.
        const float depth = std::clamp((y - crests[i]) / (0.22f * static_cast<float>(size.height)), 0.0f, 1.0f);
        const Tone hazy = mix(p.ridges[i].tone, p.sky.back().tone, 0.22f * depth * (1 - 0.2f * static_cast<float>(i)));
        tone = mix(tone, hazy, covered);
    }
    return tone;
}

std::vector<uint32_t> paint(const Palette& p, Extent size) {
    std::vector<Crests> crests(size.width);
    for (uint32_t x = 0; x < size.width; ++x)
        for (size_t i = 0; i < p.ridges.size(); ++i)
            crests[x][i] = crestAt(p.ridges[i], (static_cast<float>(x) + 0.5f) / static_cast<float>(size.width)) * static_cast<float>(size.height);
    std::vector<uint32_t> pixels;
    pixels.reserve(size_t{size.width} * size.height);
    for (uint32_t y = 0; y < size.height; ++y)
        for (uint32_t x = 0; x < size.width; ++x) {
            const float u = (static_cast<float>(x) + 0.5f) / static_cast<float>(size.width);
            const float v = (static_cast<float>(y) + 0.5f) / static_cast<float>(size.height);
            pixels.push_back(pack(toneAt(p, crests[x], u, v, size), ditherAt(x, y)));
        }
    return pixels;
}

} // namespace

std::vector<uint32_t> paintWallpaper(Extent size) { return paint(kEvening, size); }
std::vector<uint32_t> paintPhoto(Extent size) { return paint(kNight, size); }

} // namespace pvg::guest::desktop
