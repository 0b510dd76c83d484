#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

constexpr double kOne = 255;

// The texel that most textures here have at a place: red and green grow by 9 to the right and downwards, blue falls by 5 to the right.
Vec4 ramp(int x, int y) { return {x * 9 / kOne, y * 9 / kOne, (255 - x * 5) / kOne, 1}; }

using Texel = std::function<Vec4(int x, int y)>;

// A texture of 24 x 24 texels in a cell.
void showRamp(Picture& p, int number) {
    const Box b = cell(number);
    p.shade(b, [&](int x, int y) { return ramp(x - static_cast<int>(b.left), y - static_cast<int>(b.top)); });
}

// Red of the first texture, green and blue of the second; white or, unbound, black.
Reference unbound() {
    Picture p(kBlue);
    p.fill(cell(0), kRed);
    p.fill(cell(1), kWhite);
    p.fill(cell(2), {0, 1, 1, 1});
    p.fill(cell(3), kBlack);
    return p.finish();
}

Reference tablesEnd() {
    Picture p;
    p.fill(cell(0), kWhite);
    p.fill({32, 0, 64, 32}, kRed);
    p.fill(cell(1), kBlack);
    return p.finish();
}

Vec4 swapped(const Vec4& t) { return {t[2], t[1], t[0], t[3]}; }

Reference wideRecord() {
    Picture p;
    showRamp(p, 4);
    return p.finish();
}

Reference padding() {
    Picture p;
    p.shade({10, 10, 37, 37}, [](int x, int y) { return ramp(x - 10, y - 10); });
    p.fill({50, 10, 77, 13}, kRed);
    return p.finish();
}

Reference readAround(const Texel& texel) {
    Picture p(kBlue);
    p.shade({20, 20, 100, 100}, [&](int x, int y) {
        const bool isInside = x >= 40 && x < 64 && y >= 40 && y < 64;
        return isInside ? texel(x - 40, y - 40) : kBlack;
    });
    return p.finish();
}

Reference integers() {
    return readAround([](int x, int y) { return swapped(ramp(x, y)); });
} // the bytes B,G,R,A read as R,G,B,A

Reference vertexStage() {
    Picture p;
    p.fill(cell(0), kRed);
    p.fill(cell(2), kGreen);
    p.fill(cell(4), {0.2, 0.4, 0.6, 1});
    return p.finish();
}

Reference sliceViews() {
    Picture p;
    p.fill(cell(3), palette(3));
    p.fill(cell(5), palette(5));
    return p.finish();
}

// Three rows of white over the second one.
Reference cpuRewrites() {
    Picture p;
    showRamp(p, 0);
    showRamp(p, 1);
    const Box b = cell(1);
    p.fill({b.left, b.top, b.right, b.top + 3}, kWhite);
    return p.finish();
}

Reference beyondTheBuffer() {
    Picture p(kBlue);
    p.fill(cell(0), kRed);
    p.fill(cell(1), kGreen);
    p.fill(cell(2), kBlack);
    p.fill(cell(3), kBlack);
    return p.finish();
}

} // namespace

std::span<const FeatureReference> bindingsReferences() {
#define SCENE(name, summary) FeatureReference{"bindings", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/bindings.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
