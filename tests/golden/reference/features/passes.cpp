#include <algorithm>
#include <cmath>

#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

Reference clearOnly() {
    Picture p(kRed);
    p.fill(cell(0), kGreen);
    return p.finish();
}

Reference clearIgnoresScissor() {
    Picture p(kRed);
    p.fill({0, 0, 10, 10}, kGreen);
    p.fill(cell(9), kBlue);
    return p.finish();
}

Reference lateStore() {
    Picture p(kBlue);
    p.fill(cell(3), kGreen);
    return p.finish();
}

Reference loadKeeps() {
    Picture p;
    p.shade({0, 0, 256, 128}, [](int x, int y) { return Vec4{x / 255.0, 2 * y / 255.0, (x ^ y) / 255.0, 1}; });
    p.fill({100, 30, 140, 80}, kRed);
    return p.finish();
}

Reference mipTarget() {
    Picture p;
    p.fill({64, 0, 128, 32}, kRed);
    p.fill({64, 0, 96, 16}, kBlue);
    p.fill({128, 0, 160, 16}, kGreen);
    p.fill({128, 0, 144, 8}, kBlue);
    return p.finish();
}

// Nothing has been drawn to the rest of the picture: it is what new memory holds.
constexpr Vec4 kNothing{0, 0, 0, 0};

Reference slices(int count) {
    Picture p(kNothing);
    for (int i = 0; i < count; ++i) {
        p.fill({32.0 * i, 0, 32.0 * i + 32, 32}, kBlack);
        p.fill(cell(i), palette(i));
    }
    return p.finish();
}
Reference sliceTarget() { return slices(5); }
Reference cubeTarget() { return slices(6); }
Reference planeTarget() { return slices(4); }

Reference layers(int drawn) {
    Picture p(kNothing);
    for (int i = 0; i < 3; ++i) {
        p.fill({32.0 * i, 0, 32.0 * i + 32, 32}, kBlue);
        if (i < drawn) p.fill({32.0 * i + 8, 8, 32.0 * i + 24, 24}, kRed);
    }
    return p.finish();
}
Reference layered() { return layers(2); }
Reference layeredClear() { return layers(0); }

// The fragment function writes slot 0 only; slot 2 is cleared.
Reference slots() {
    Picture p;
    p.fill(cell(0), kRed);
    p.fill({0, 64, 256, 128}, kBlue);
    return p.finish();
}

Vec4 map(const Vec4& v, const std::function<double(double)>& f) { return {f(v[0]), f(v[1]), f(v[2]), v[3]}; }

// A quarter of what the half floats hold.
Reference halfTarget() {
    Picture p;
    const std::array<Vec4, 4> colors{Vec4{3, 1.5, 0.5, 1}, Vec4{1.5, 0, 3, 1}, Vec4{0.25, 2, 1, 1}, Vec4{-1, 4, 0, 1}};
    for (int i = 0; i < 4; ++i) p.fill(cell(i), map(colors[static_cast<size_t>(i)], [](double v) { return v / 4; }), 1);
    return p.finish();
}

double encode(double linear) { return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055; }
double decode(double stored) { return stored <= 0.04045 ? stored / 12.92 : std::pow((stored + 0.055) / 1.055, 2.4); }
double throughBytes(double linear) { return decode(toByte(encode(linear)) / 255.0); }

constexpr std::array<Vec4, 4> kGreys{Vec4{0.5, 0.5, 0.5, 1}, Vec4{0.002, 0.01, 0.04, 1}, Vec4{0.2, 0.7, 1, 1}, Vec4{0.9, 0, 0.1, 0.5}};

// Above what is decoded again, below the encoded bytes. One step of the byte is up to three of what is decoded.
Reference srgbTarget() {
    Picture p;
    for (int i = 0; i < 4; ++i) {
        p.fill(cell(i), map(kGreys[static_cast<size_t>(i)], throughBytes), 1);
        p.fill(cell(8 + i), map(kGreys[static_cast<size_t>(i)], encode), 1);
    }
    return p.finish();
}
Reference srgbViewTarget() { return srgbTarget(); }

Reference srgbBlend() {
    Picture p;
    p.fill({0, 0, 128, 32}, map({0.4, 0.4, 0.4, 1}, throughBytes), 1);
    p.fill({0, 32, 128, 64}, map({0.4, 0.4, 0.4, 1}, encode), 1);
    const double mixed = 0.5 * 0.2 + 0.5 * throughBytes(0.4);
    p.fill(cell(0), map({mixed, mixed, mixed, 1}, throughBytes), 1);
    p.fill(cell(8), map({mixed, mixed, mixed, 1}, encode), 1);
    return p.finish();
}

Reference alphaTarget() {
    Picture p(kRed);
    // Cleared to alpha 1, and drawn with 0.2, 0.4, 1 and 0.
    p.fill({0, 0, 128, 32}, kBlack);
    const std::array<double, 4> alphas{0.2, 0.4, 1, 0};
    for (int i = 0; i < 4; ++i) p.fill(cell(i), {1 - alphas[static_cast<size_t>(i)], 0, 0, 1}, 1);
    return p.finish();
}

// What a format lacks reads as 0.
Reference smallTargets() {
    Picture p;
    const std::array<Vec4, 4> colors{Vec4{0.2, 0.4, 0.6, 1}, Vec4{1, 0, 1, 1}, Vec4{0, 1, 0, 0}, Vec4{0.8, 0.8, 0.8, 1}};
    for (int i = 0; i < 4; ++i) {
        const Vec4& c = colors[static_cast<size_t>(i)];
        p.fill(cell(i), {c[0], 0, 0, 1});
        p.fill(cell(8 + i), {c[0], c[1], 0, 1});
        p.fill(cell(16 + i), c, 1);
    }
    return p.finish();
}

Reference splitEncoder() {
    Picture p;
    for (int i = 0; i < 256; ++i) {
        const double x = i % 32 * 8, y = i / 32 * 16;
        p.fill({x, y, std::min(x + 6, 250.0), y + 12}, palette(i));
    }
    return p.finish();
}

Reference extent() {
    Picture p(kRed);
    p.fill({0, 0, 100, 50}, kGreen);
    return p.finish();
}

// Offset 8: one square of 24 by 24. Offset 16: nothing drawn. Offset 24: a square and one of 12 by 12.
Reference counted(std::array<double, 3> widths) {
    Picture p;
    for (int i : {0, 1, 2}) p.fill(cell(i), kBlue);
    p.fill({96, 4, 108, 16}, kBlue);
    for (size_t i = 0; i < 3; ++i) p.fill({0, 40.0 + 8 * static_cast<double>(i), widths[i], 46.0 + 8 * static_cast<double>(i)}, kGreen);
    p.fill({200, 100, 220, 120}, kWhite);
    return p.finish();
}
Reference visibilityCounts() { return counted({24, 0, 30}); }
Reference visibilityBoolean() { return counted({10, 1, 10}); }

Reference feedback() {
    Picture p;
    for (int i : {0, 1, 2, 8, 9}) {
        p.fill(cell(i), palette(i));
        p.fill(cell(i + 4), palette(i));
    }
    return p.finish();
}

// Column x was hit by the passes from x / 4 on.
Reference manyPasses() {
    Picture p;
    p.shade({0, 0, 240, 128}, [](int x, int) {
        const double hits = 60 - x / 4;
        return Vec4{hits / 255, 2 * hits / 255, 4 * hits / 255, 1};
    });
    return p.finish();
}

} // namespace

std::span<const FeatureReference> passesReferences() {
#define SCENE(name, summary) FeatureReference{"passes", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/passes.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
