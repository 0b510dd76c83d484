#include <algorithm>

#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

// Metal's comparisons 0 to 7: whether the new value passes against the stored one.
bool passes(int function, double value, double stored) {
    switch (function) {
    case 0:
        return false;
    case 1:
        return value < stored;
    case 2:
        return value == stored;
    case 3:
        return value <= stored;
    case 4:
        return value > stored;
    case 5:
        return value != stored;
    case 6:
        return value >= stored;
    default:
        return true;
    }
}

Box third(int number, int part) {
    const Box b = cell(number);
    return {b.left + 8 * part, b.top, b.left + 8 * part + 8, b.bottom};
}

Reference compareParts(std::initializer_list<int> parts) {
    Picture p;
    for (int f = 0; f < 8; ++f)
        for (int part : parts)
            if (passes(f, 0.25 + 0.25 * part, 0.5)) p.fill(third(f, part), kRed);
    return p.finish();
}

Reference compareFunctions() { return compareParts({0, 1, 2}); }
Reference depth16() { return compareParts({0, 2}); }

Reference filled(std::initializer_list<std::pair<int, Vec4>> squares) {
    Picture p;
    for (const auto& [number, color] : squares) p.fill(cell(number), color);
    return p.finish();
}

Reference writesOff() { return filled({{0, kGreen}, {1, kRed}}); }
Reference clearDepth() { return filled({{0, kGreen}}); }
Reference depthRange() { return filled({{1, kGreen}, {2, kBlue}}); }
Reference clip() { return filled({{8, kRed}, {9, kGreen}}); }
Reference bias() { return filled({{1, kGreen}, {3, kGreen}}); }
Reference biasClamp() { return filled({{0, kGreen}, {2, kBlue}}); }
Reference fragmentDepth() { return filled({{0, kGreen}}); }

// A quarter of the picture's size: two quarters of it nearer than the rest.
Reference sampled() {
    Picture p;
    p.fill({64, 32, 192, 96}, kRed);
    p.fill({64, 32, 128, 64}, {0.2, 0, 0, 1}, 1);
    p.fill({128, 64, 192, 96}, {0.6, 0, 0, 1}, 1);
    return p.finish();
}

Reference loaded() {
    Picture p;
    p.fill({0, 0, 64, 32}, kRed);
    p.fill(cell(0), kGreen);
    return p.finish();
}

Reference stencilCompare() {
    Picture p;
    for (int f = 0; f < 8; ++f)
        for (int part = 0; part < 3; ++part)
            if (passes(f, 4 + part, 5)) p.fill(third(f, part), kRed);
    return p.finish();
}

// Metal's stencil operations 0 to 7 on eight bits.
int operate(int operation, int stored, int reference) {
    switch (operation) {
    case 0:
        return stored;
    case 1:
        return 0;
    case 2:
        return reference;
    case 3:
        return std::min(stored + 1, 255);
    case 4:
        return std::max(stored - 1, 0);
    case 5:
        return 255 - stored;
    case 6:
        return (stored + 1) % 256;
    default:
        return (stored + 255) % 256;
    }
}

Vec4 grey(int v) { return {v / 255.0, v / 255.0, v / 255.0, 1}; }

Reference stencilOperations() {
    Picture p;
    const std::array<int, 3> before{0, 5, 255};
    for (int row = 0; row < 3; ++row)
        for (int op = 0; op < 8; ++op) p.fill(cell(8 * row + op), grey(operate(op, before[static_cast<size_t>(row)], 100)));
    return p.finish();
}

Reference stencilFaces() { return filled({{0, grey(40)}, {1, grey(255)}, {2, grey(80)}}); }

// 0xa5 everywhere; its low half replaced; replaced after a match of the high half; zero after a mismatch.
Reference stencilMasks() {
    Picture p(grey(0xa5));
    p.fill(cell(0), grey(0xaa));
    p.fill(cell(1), grey(0xa1));
    p.fill(cell(2), grey(0));
    return p.finish();
}

Reference depthFails() {
    Picture p(grey(10));
    p.fill(cell(0), grey(200));
    p.fill(cell(1), grey(11));
    p.fill(cell(2), grey(0));
    return p.finish();
}

} // namespace

std::span<const FeatureReference> depthReferences() {
#define SCENE(name, summary) FeatureReference{"depth", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/depth.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
