#include <algorithm>
#include <cmath>

#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

// The colour of a box from a place in it, 0 to 1 in both directions.
using Map = std::function<Vec4(double u, double v)>;
void show(Picture& p, const Box& box, const Map& map, int tolerance = 0) {
    p.shade(box, [&](int x, int y) { return map((x + 0.5 - box.left) / (box.right - box.left), (y + 0.5 - box.top) / (box.bottom - box.top)); }, tolerance);
}

Vec4 gridTexel(int x, int y) { return {80.0 * x / 255, 80.0 * y / 255, 64 / 255.0, 1}; }

// The texel of four behind a coordinate; -1: outside.
int addressed(int mode, int texel) {
    const auto wrap = [](int i, int n) { return (i % n + n) % n; };
    if (mode == 0) return std::clamp(texel, 0, 3);
    if (mode == 1) return std::min(texel < 0 ? -1 - texel : texel, 3);
    if (mode == 2) return wrap(texel, 4);
    if (mode == 3) return wrap(texel, 8) < 4 ? wrap(texel, 8) : 7 - wrap(texel, 8);
    return texel >= 0 && texel < 4 ? texel : -1;
}

Reference addressModes() {
    Picture p;
    for (int mode = 0; mode < 6; ++mode)
        show(p, cell(mode), [mode](double u, double v) {
            const int x = addressed(mode, int(std::floor((3 * u - 1) * 4))), y = addressed(mode, int(std::floor((3 * v - 1) * 4)));
            if (x >= 0 && y >= 0) return gridTexel(x, y);
            return mode == 4 ? kBlack : kWhite; // zero is transparent black, and the picture's alpha is not shown
        });
    return p.finish();
}

Reference borders() {
    Picture p(kBlue);
    for (int i = 0; i < 5; ++i)
        show(p, cell(i), [i](double u, double v) {
            const double s = 2 * u - 0.5, t = 2 * v - 0.5;
            const bool isInside = s >= 0 && s < 1 && t >= 0 && t < 1;
            if (i == 4) return isInside ? Vec4{128 / 255.0, 128 / 255.0, 128 / 255.0, 1} : kWhite; // alpha 1 seen as gray
            if (isInside) return gridTexel(int(s * 4), int(t * 4));
            return i == 1 ? kBlack : i == 2 ? kWhite : kBlue;
        });
    return p.finish();
}

// Two texels whose centres are a quarter and three quarters of the way. Weights have eight bits at least.
Reference filters() {
    Picture p;
    show(p, cell(0), [](double u, double) { return Vec4{u < 0.5 ? 0.0 : 1.0, 0, 0, 1}; });
    show(p, cell(1), [](double u, double) { return Vec4{std::clamp(2 * u - 0.5, 0.0, 1.0), 0, 0, 1}; }, 1);
    return p.finish();
}

Vec4 levelColor(double level) { return {60 * level / 255, 0, 0, 1}; }

Reference levels() {
    Picture p;
    for (int level = 0; level < 4; ++level) {
        p.fill(cell(level), levelColor(0));
        p.fill(cell(8 + level), levelColor(level));
        p.fill(cell(16 + level), levelColor(level), 1);
    }
    p.fill(cell(20), levelColor(1.5), 1);
    return p.finish();
}

Reference levelClamps() {
    Picture p;
    for (int level = 0; level < 4; ++level) {
        p.fill(cell(level), levelColor(std::clamp(level, 1, 2)));
        p.fill(cell(8 + level), levelColor(std::clamp(level, 2, 3)));
        p.fill(cell(16 + level), levelColor(std::clamp(level, 0, 1)));
    }
    return p.finish();
}

Reference minified() {
    Picture p;
    for (int i = 0; i < 4; ++i) {
        const double edge = 16 >> i, x = 32.0 * i + 4;
        p.fill({x, 4, x + edge, 4 + edge}, levelColor(i));
    }
    return p.finish();
}

// Metal's order: never, less, equal, less or equal, greater, not equal, greater or equal, always; the reference stands left.
Reference compares() {
    Picture p;
    for (int compare = 0; compare < 8; ++compare)
        show(p, cell(compare), [compare](double u, double) {
            const double depth = 0.25 * (1 + std::floor(u * 3));
            const int relation = 0.5 < depth ? 1 : 0.5 == depth ? 2 : 4;
            return (compare & relation) != 0 ? kRed : kBlack;
        });
    return p.finish();
}

Reference pixelCoordinates() {
    Picture p;
    for (int i = 0; i < 3; ++i)
        show(p, cell(i), [i](double u, double v) {
            const auto texel = [i](double t) { return i == 1 ? std::min(3, int(t * 8)) : int(t * 2); };
            return gridTexel(texel(u), texel(v));
        });
    return p.finish();
}

} // namespace

std::span<const FeatureReference> samplersReferences() {
#define SCENE(name, summary) FeatureReference{"samplers", #name, name},
    static constexpr FeatureReference kAll[] = {
#include "pvg/guest/scenes/features/samplers.inc"
    };
#undef SCENE
    return kAll;
}

} // namespace golden
