#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

Reference cells(std::initializer_list<std::pair<int, int>> cellsAndColors) {
    Picture p;
    for (const auto& [place, color] : cellsAndColors) p.fill(cell(place), palette(color));
    return p.finish();
}

Reference quads() { return cells({{0, 0}, {1, 1}, {3, 3}, {4, 4}, {7, 7}}); }
Reference indices() { return cells({{3, 0}, {1, 1}, {6, 0}}); }
Reference patchIndices() { return cells({{5, 5}, {2, 2}}); }
Reference indirect() { return cells({{3, 3}, {4, 4}, {6, 1}, {7, 2}}); }

// What lies below the lines through the parabola's points. Pieces: 1, 2 and 3 as asked, 3 as the next power of two, 2 times 1.5, an odd and an
// even number, and 4 cut to 2.
Reference factors() {
    constexpr std::array kPieces{1, 2, 3, 4, 3, 3, 4, 2};
    Canvas canvas = featureCanvas();
    const Canvas::Look red{[](const Vec4&) { return kRed; }, Canvas::Blend::None, 0};
    for (int i = 0; i < 8; ++i) {
        const double left = 4 + 50 * (i % 5), bottom = 50 + 60 * (i / 5);
        const auto point = [&](int k) {
            const double u = double(k) / kPieces[size_t(i)];
            return Vertex{left + 48 * u, bottom - 40 * u * u, {}};
        };
        for (int k = 0; k < kPieces[size_t(i)]; ++k) {
            const Vertex a = point(k), b = point(k + 1);
            canvas.drawTriangle({a, b, Vertex{b.x, bottom, {}}}, red);
            canvas.drawTriangle({a, Vertex{b.x, bottom, {}}, Vertex{a.x, bottom, {}}}, red);
        }
    }
    return finish(canvas);
}

// In Metal's domain v runs down; these patches run up with v, so that what turns clockwise there turns the other way on the screen.
Reference winding() { return cells({{1, 1}, {2, 2}}); }

} // namespace

std::span<const FeatureReference> patchesReferences() {
#define SCENE(name, summary) FeatureReference{"patches", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/patches.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
