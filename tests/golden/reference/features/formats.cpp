#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

double decoded(double v) {
    const double a = std::abs(v);
    return std::copysign(a <= 0.04045 ? a / 12.92 : std::pow((a + 0.055) / 1.055, 2.4), v);
}
double encoded(double v) { return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055; }
Vec4 encodedColor(double r, double g, double b) { return {encoded(r), encoded(g), encoded(b), 1}; }

// A texture of columns x rows texels over a box.
using Texels = std::function<Vec4(int x, int y)>;
void show(Picture& p, const Box& box, int columns, int rows, const Texels& texel, int tolerance = 0) {
    p.shade(box,
            [&](int x, int y) {
                return texel(int((x + 0.5 - box.left) / (box.right - box.left) * columns), int((y + 0.5 - box.top) / (box.bottom - box.top) * rows));
            },
            tolerance);
}

constexpr std::array<double, 4> kSteps = {0, 64 / 255.0, 128 / 255.0, 1};
constexpr double kHalf = 128 / 255.0;

Reference sampledViews() {
    Picture p;
    show(p, cell(0), 4, 1, [](int x, int) { return Vec4{kHalf, kSteps[x], kSteps[x], 1}; });
    show(p, cell(1), 4, 1, [](int x, int) { return Vec4{decoded(kHalf), decoded(kSteps[x]), decoded(kSteps[x]), 1}; }, 1);
    show(p, cell(2), 4, 1, [](int x, int) { return Vec4{kSteps[x], kSteps[x], kHalf, 1}; });
    show(p, cell(3), 4, 1, [](int x, int) { return Vec4{decoded(kSteps[x]), 0, 0, 1}; }, 1);
    return p.finish();
}

// The blend adds half of white to half of what the target decodes to.
Reference srgbTarget() {
    Picture p;
    p.fill({0, 0, kFeatureWidth, kFeatureHeight}, encodedColor(0.5, 0.2, 0.05), 1);
    p.fill(cell(0), encodedColor(0.5, 0.214, 0), 1);
    p.fill(cell(1), encodedColor(0.75, 0.6, 0.525), 1);
    return p.finish();
}

Reference otherOrder() {
    Picture p({0, 0, 0.2, 1});
    p.fill(cell(0), {0, 0.4, 1, 1});
    p.fill(cell(1), kBlue);
    p.fill(cell(2), {0.6, 0.4, 0.2, 1});
    return p.finish();
}

// 0.6, then 0.5 + 0.6 * 0.5.
Reference glyphs() {
    Picture p;
    show(p, cell(0), 4, 1, [](int x, int) { return Vec4{x / 3.0, x / 3.0, x / 3.0, 1}; });
    show(p, cell(1), 2, 1, [](int x, int) { return x == 0 ? Vec4{0.2, 0.2, 0.2, 1} : Vec4{0.8, 0.8, 0.8, 1}; }, 1);
    return p.finish();
}

void showPrimaries(Picture& p, int index, const Vec4& last) {
    const std::array<Vec4, 4> colors = {kRed, kGreen, kBlue, last};
    show(p, cell(index), 4, 1, [&](int x, int) { return colors[size_t(x)]; }, 1);
}

Reference packed16() {
    Picture p;
    showPrimaries(p, 0, {10 / 31.0, 20 / 63.0, 30 / 31.0, 1});
    showPrimaries(p, 1, {10 / 31.0, 20 / 31.0, 30 / 31.0, 1});
    showPrimaries(p, 2, {10 / 31.0, 20 / 31.0, 30 / 31.0, 1});
    showPrimaries(p, 3, {3 / 15.0, 6 / 15.0, 12 / 15.0, 1});
    return p.finish();
}

Reference packed32() {
    Picture p;
    showPrimaries(p, 0, {256 / 1023.0, 512 / 1023.0, 768 / 1023.0, 1});
    showPrimaries(p, 1, {256 / 1023.0, 512 / 1023.0, 768 / 1023.0, 1});
    showPrimaries(p, 2, {0.25, 0.5, 0.75, 1});
    showPrimaries(p, 3, {0.25, 0.5, 0.75, 1});
    return p.finish();
}

// Bytes as a BGRA picture shows them.
Vec4 wordColor(unsigned word) { return {(word >> 16 & 255) / 255.0, (word >> 8 & 255) / 255.0, (word & 255) / 255.0, 1}; }
unsigned rangeCode(double v) { return unsigned(std::clamp(v * 510 + 384 + 0.5, 0.0, 1023.0)); }

// Ten bits each from blue up; with 16 bits each they are the upper ones: the cell's two words stand side by side.
Reference extendedRange() {
    Picture p;
    struct Color {
        double r, g, b;
    };
    const Color clear{1.2, -0.2, 0.5}, drawn{-0.6, 1, 1.25};
    show(p, cell(0), 2, 1, [&](int x, int) {
        const Color& c = x == 0 ? clear : drawn;
        return wordColor(rangeCode(c.b) | rangeCode(c.g) << 10 | rangeCode(c.r) << 20);
    });
    p.shade({68, 4, 116, 28}, [&](int x, int) {
        const Color& c = x < 92 ? clear : drawn;
        return wordColor(x % 2 == 0 ? rangeCode(c.b) << 6 | rangeCode(c.g) << 22 : rangeCode(c.r) << 6 | rangeCode(1) << 22);
    });
    return p.finish();
}

Reference extendedRangeSampled() {
    static constexpr std::array<double, 4> kValues = {0, 0.5, 1, 639 / 510.0};
    Picture p;
    for (int i = 0; i < 2; ++i)
        show(p, cell(i), 4, 1, [&, i](int x, int) {
            const double v = i == 0 ? kValues[x] : decoded(kValues[x]), red = x == 0 ? -0.2 : v;
            return Vec4{std::clamp(red, 0.0, 1.0), std::clamp(v, 0.0, 1.0), std::clamp(v, 0.0, 1.0), 1};
        }, 1);
    return p.finish();
}

// Index k of a ramp from 1 to 0 in eight steps.
double ramp(int x, int y) {
    const int k = (y * 4 + x) % 8;
    return k == 0 ? 1 : k == 1 ? 0 : (8 - k) / 7.0;
}
// From 0 to 1 in six steps, then 0 and 1.
double shortRamp(int x, int y) {
    const int k = (y * 4 + x) % 8;
    return k == 0 || k == 6 ? 0 : k == 1 || k == 7 ? 1 : (k - 1) / 5.0;
}

Reference blocks() {
    constexpr std::array<double, 4> kReds = {1, 0, 2 / 3.0, 1 / 3.0};
    constexpr std::array<int, 16> kWeights = {0, 4, 9, 13, 17, 21, 26, 30, 34, 38, 43, 47, 51, 55, 60, 64};
    Picture p;
    for (int i = 0; i < 2; ++i)
        show(p, cell(i), 4, 4, [&](int x, int) { return Vec4{kReds[size_t(x)], 0, 1 - kReds[size_t(x)], 1}; }, 1);
    show(p, cell(2), 4, 4, [](int x, int y) { return Vec4{ramp(x, y), 0, 0, 1}; }, 1);
    show(p, cell(3), 4, 4, [](int x, int y) { return Vec4{ramp(x, y), shortRamp(x, y), 0, 1}; }, 1);
    // Blue goes from 0 to 1 of 255, green from 254 to 255.
    show(p, cell(4), 4, 4, [&](int x, int y) {
        const int w = kWeights[size_t(y * 4 + x)];
        return Vec4{(w * 255 + 32) / 64 / 255.0, (254 * 64 + w + 32) / 64 / 255.0, (w + 32) / 64 / 255.0, 1};
    }, 1);
    // 512 of ten bits is 32800 of sixteen, 31/64 of that are the bits of a half: 15887 is 1.51; 7951 is 0.00721.
    p.fill(cell(5), {1, std::ldexp(1 + (7951 & 1023) / 1024.0, (7951 >> 10) - 15), 0, 1}, 1);
    return p.finish();
}

double eac(int x, int y) {
    constexpr std::array<int, 8> kTable = {-3, -6, -9, -15, 2, 5, 8, 14};
    return (128 * 8 + 4 + kTable[size_t(x * 4 + y) % 8] * 32) / 2047.0;
}

Vec4 etc(int red, int green, int modifier) {
    return {(red + modifier) / 255.0, (green + modifier) / 255.0, std::max(0, modifier) / 255.0, 1};
}

Reference etcBlocks() {
    constexpr std::array<int, 4> kModifiers = {2, 8, -2, -8};
    const auto index = [](int x, int y) { return x * 4 + y == 0 ? 1 : x * 4 + y == 1 ? 2 : x * 4 + y == 15 ? 3 : 0; };
    Picture p;
    show(p, cell(0), 4, 4, [](int x, int y) { return Vec4{eac(x, y), 0, 0, 1}; }, 1);
    show(p, cell(1), 4, 4, [](int x, int y) { return Vec4{eac(x, y), eac(x, y), 0, 1}; }, 1);
    show(p, cell(2), 4, 4, [&](int x, int y) { return etc(136, 68, kModifiers[size_t(index(x, y))]); });
    show(p, cell(3), 4, 4, [&](int x, int y) {
        const int i = index(x, y);
        return i == 2 ? kBlack : etc(132, 66, i == 0 ? 0 : kModifiers[size_t(i)]);
    });
    return p.finish();
}

Reference astcBlocks() {
    const Vec4 orange{1, 128 / 255.0, 0, 1}, blue{0, 64 / 255.0, 1, 1};
    Picture p;
    show(p, cell(0), 2, 1, [&](int x, int) { return x == 0 ? orange : blue; }, 1);
    show(p, cell(1), 2, 1, [&](int x, int) { return x == 0 ? blue : orange; }, 1);
    return p.finish();
}

Reference video() {
    constexpr std::array<std::array<double, 2>, 4> kChroma = {{{0, 255}, {64, 192}, {128, 128}, {255, 0}}};
    Picture p;
    for (int i = 0; i < 2; ++i)
        show(p, cell(i), 4, 1, [](int x, int) { return x < 2 ? Vec4{204 / 255.0, x / 3.0, 51 / 255.0, 1} : Vec4{153 / 255.0, x / 3.0, 102 / 255.0, 1}; });
    show(p, cell(2), 4, 4, [&](int x, int y) {
        const auto& c = kChroma[size_t(y / 2 * 2 + x / 2)];
        return Vec4{16 * (y * 4 + x) / 255.0, c[0] / 255, c[1] / 255, 1};
    });
    return p.finish();
}

} // namespace

std::span<const FeatureReference> formatsReferences() {
#define SCENE(name, summary) FeatureReference{"formats", #name, name},
    static constexpr FeatureReference kAll[] = {
#include "pvg/guest/scenes/features/formats.inc"
    };
#undef SCENE
    return kAll;
}

} // namespace golden
