#include <algorithm>
#include <cmath>

#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

double decoded(double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); }
double encoded(double v) { return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055; }

// A texture of columns x rows texels over a box.
using Texels = std::function<Vec4(int x, int y)>;
void show(Picture& p, const Box& box, int columns, int rows, const Texels& texel, int tolerance = 0) {
    p.shade(box,
            [&](int x, int y) {
                return texel(int((x + 0.5 - box.left) / (box.right - box.left) * columns), int((y + 0.5 - box.top) / (box.bottom - box.top) * rows));
            },
            tolerance);
}

// Blue to the right, green below.
void showQuarters(Picture& p, int index, int red) {
    show(p, cell(index), 2, 2, [red](int x, int y) { return Vec4{red / 255.0, y * 200 / 255.0, x * 200 / 255.0, 1}; });
}

Reference cube() {
    Picture p;
    for (int face = 0; face < 6; ++face) showQuarters(p, face, 40 * face);
    return p.finish();
}

Reference cubeFromArray() {
    Picture p;
    for (int face = 0; face < 6; ++face) {
        showQuarters(p, face, 30 * (face + 1));
        showQuarters(p, 8 + face, 30 * (face + 1));
    }
    return p.finish();
}

Reference volume() {
    Picture p;
    for (int plane = 0; plane < 4; ++plane) showQuarters(p, plane, 80 * plane);
    p.fill(cell(4), {120 / 255.0, 0, 0, 1}, 1);
    return p.finish();
}

// A layer beyond the end is the last one.
Reference layers() {
    Picture p;
    for (int i = 0; i < 5; ++i) showQuarters(p, i, 60 * std::min(i, 3));
    return p.finish();
}

Reference swizzles() {
    constexpr double r = 0.2, g = 0.4, b = 0.8, a = 0.6;
    Picture p;
    p.fill(cell(0), {a, r, g, 1});
    p.fill(cell(1), {b, b, b, 1});
    p.fill(cell(2), {0, 1, r, 1});
    p.fill(cell(3), {g, b, r, 1});
    p.fill(cell(4), {r, 0, g, 1}); // blue and red of the one before
    return p.finish();
}

Reference viewChain() {
    const Vec4 texels[] = {kGreen, kRed, {decoded(64 / 255.0), decoded(188 / 255.0), 1, 1}, {decoded(128 / 255.0), decoded(128 / 255.0), decoded(128 / 255.0), 1}};
    Picture p;
    show(p, cell(0), 2, 2, [&](int x, int y) { return texels[y * 2 + x]; }, 1);
    return p.finish();
}

Reference levelTargets() {
    Picture p;
    show(p, cell(0), 2, 1, [](int x, int) { return x == 0 ? kRed : kBlue; });
    show(p, cell(1), 2, 2, [](int x, int y) { return y == 1 ? kGreen : x == 0 ? kRed : kBlue; });
    show(p, cell(2), 2, 2, [](int x, int y) { return x == 1 ? kWhite : y == 0 ? kRed : kGreen; });
    return p.finish();
}

Reference oddSizes() {
    constexpr int kSizes[3][2] = {{7, 5}, {3, 2}, {1, 1}};
    Picture p;
    for (int level = 0; level < 3; ++level)
        show(p, cell(level), kSizes[level][0], kSizes[level][1],
             [level](int x, int y) { return Vec4{30 * x / 255.0, 40 * y / 255.0, 80 * level / 255.0, 1}; });
    return p.finish();
}

Reference overBuffer() {
    Picture p;
    show(p, cell(0), 8, 8, [](int x, int y) { return Vec4{30 * x / 255.0, 30 * y / 255.0, 0, 1}; });
    show(p, cell(1), 8, 8, [](int x, int y) { return Vec4{y / 255.0, x / 255.0, 8 / 255.0, 1}; });
    p.fill({68, 4, 76, 12}, {0.4, 0.4, 0.4, 1});
    p.fill({68, 4, 72, 8}, kWhite);
    return p.finish();
}

Reference beyondTheEdge() {
    Picture p(kGreen);
    p.fill(cell(0), kBlack);
    p.fill({12, 12, 20, 20}, {200 / 255.0, 100 / 255.0, 50 / 255.0, 1});
    return p.finish();
}

Reference unbound() {
    Picture p(kGreen);
    p.fill(cell(0), kWhite);
    p.fill(cell(1), kBlack);
    p.fill(cell(2), kBlack);
    return p.finish();
}

Reference sharedSurface() {
    Picture p;
    p.fill(cell(0), {encoded(0.5), encoded(0.2), encoded(0.05), 1}, 1);
    p.fill(cell(1), {0.5, 0.2, 0.05, 1}, 1);
    return p.finish();
}

} // namespace

std::span<const FeatureReference> texturesReferences() {
#define SCENE(name, summary) FeatureReference{"textures", #name, name},
    static constexpr FeatureReference kAll[] = {
#include "pvg/guest/scenes/features/textures.inc"
    };
#undef SCENE
    return kAll;
}

} // namespace golden
