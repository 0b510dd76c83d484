#include <algorithm>

#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

constexpr Vec4 kBelow{51 / 255.0, 102 / 255.0, 153 / 255.0, 204 / 255.0}, kAbove{153 / 255.0, 51 / 255.0, 204 / 255.0, 102 / 255.0};
constexpr Vec4 kConstant{0.2, 0.4, 0.6, 0.8};

// Metal's blend factors 0 to 18 for component c.
double factor(int number, size_t c, const std::array<Vec4, 4>& sources) {
    const auto& [source, destination, constant, second] = sources;
    switch (number) {
    case 0:
        return 0;
    case 1:
        return 1;
    case 2:
        return source[c];
    case 3:
        return 1 - source[c];
    case 4:
        return source[3];
    case 5:
        return 1 - source[3];
    case 6:
        return destination[c];
    case 7:
        return 1 - destination[c];
    case 8:
        return destination[3];
    case 9:
        return 1 - destination[3];
    case 10:
        return c == 3 ? 1 : std::min(source[3], 1 - destination[3]);
    case 11:
        return constant[c];
    case 12:
        return 1 - constant[c];
    case 13:
        return constant[3];
    case 14:
        return 1 - constant[3];
    case 15:
        return second[c];
    case 16:
        return 1 - second[c];
    case 17:
        return second[3];
    default:
        return 1 - second[3];
    }
}

Vec4 each(const std::function<double(size_t)>& component) { return {component(0), component(1), component(2), component(3)}; }

double combine(int operation, double source, double destination) {
    switch (operation) {
    case 0:
        return source + destination;
    case 1:
        return source - destination;
    case 2:
        return destination - source;
    case 3:
        return std::min(source, destination);
    default:
        return std::max(source, destination);
    }
}

Vec4 grey(double v) { return {v, v, v, 1}; }

Reference sourceFactors() {
    Picture p(kBelow);
    for (int f = 0; f < 15; ++f)
        p.fill(cell(f), each([&](size_t c) { return kAbove[c] * factor(f, c, {kAbove, kBelow, kConstant, {}}); }), 1);
    return p.finish();
}

Reference destinationFactors() {
    Picture p(kBelow);
    for (int f = 0; f < 15; ++f)
        p.fill(cell(f), each([&](size_t c) { return kBelow[c] * factor(f, c, {kAbove, kBelow, kConstant, {}}); }), 1);
    return p.finish();
}

// Sums and differences of multiples of 1/255: exact.
Reference operations() {
    Picture p(kBelow);
    for (int op = 0; op < 5; ++op) p.fill(cell(op), each([&](size_t c) { return combine(op, kAbove[c], kBelow[c]); }));
    return p.finish();
}

Reference alphaOperations() {
    Picture p(kBelow);
    for (int op = 0; op < 5; ++op) p.fill(cell(op), grey(std::clamp(combine(op, kAbove[3], kBelow[3]), 0.0, 1.0)), 1);
    return p.finish();
}

Reference separateAlpha() {
    Picture p(kBelow);
    p.fill(cell(0), each([](size_t c) { return kAbove[c] * kAbove[3] + kBelow[c] * (1 - kAbove[3]); }), 1);
    p.fill(cell(1), grey(kBelow[3]), 1);
    return p.finish();
}

Reference dualSource() {
    Picture p(kBelow);
    for (int f = 15; f < 19; ++f)
        p.fill(cell(f - 15), each([&](size_t c) { return kAbove[c] * factor(f, c, {kAbove, kBelow, {}, kConstant}); }), 1);
    return p.finish();
}

Reference clamped() {
    Picture p({0.8, 0.6, 0.4, 1});
    p.fill(cell(0), {1, 1, 0.8, 1});
    p.fill(cell(1), {0, 0, 0.2, 1});
    p.fill(cell(2), {0.2, 0, 0, 1});
    return p.finish();
}

// Above: the colours; below: the alpha, 0.2 where it was written.
Reference writeMasks() {
    Picture p(kBelow);
    for (int mask = 0; mask < 16; ++mask) {
        const Box b = cell(mask);
        p.fill(b, {(mask & 8) ? 1 : kBelow[0], (mask & 4) ? 1 : kBelow[1], (mask & 2) ? 1 : kBelow[2], 1});
        p.fill({b.left, b.top + 12, b.right, b.bottom}, grey((mask & 1) ? 0.2 : kBelow[3]), 1);
    }
    return p.finish();
}

Reference maskedBlend() {
    Picture p(kBelow);
    p.fill(cell(0), {kBelow[0], kBelow[1] + kAbove[1], kBelow[2], 1});
    p.fill(cell(1), {kBelow[0] + kAbove[0], kBelow[1], std::min(1.0, kBelow[2] + kAbove[2]), 1});
    return p.finish();
}

// The second target gets the colours blue, green, red and keeps its own blue.
Reference perAttachment() {
    Picture p(kBelow);
    p.fill(cell(0), each([](size_t c) { return std::min(1.0, kAbove[c] + kBelow[c]); }));
    p.fill(cell(16), {kAbove[2], kAbove[1], kBelow[2], 1});
    return p.finish();
}

Reference blendColorDefaults() {
    Picture p(kBelow);
    p.fill(cell(0), {0.8, 0.2, 1, 1}, 1);
    p.fill(cell(1), kBlack);
    return p.finish();
}

} // namespace

std::span<const FeatureReference> blendingReferences() {
#define SCENE(name, summary) FeatureReference{"blending", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/blending.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
