#include <cmath>

#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

const Canvas::Shader kPlain = [](const Vec4& v) { return v; };

// The squares turn clockwise: front under winding 0, back under winding 1.
Reference cullModes() {
    Picture p;
    for (int winding = 0; winding < 2; ++winding)
        for (int cull = 0; cull < 3; ++cull) {
            const bool isFront = winding == 0;
            const bool isCulled = (cull == 1 && isFront) || (cull == 2 && !isFront);
            if (!isCulled) p.fill(cell(winding * 8 + cull), kRed);
        }
    return p.finish();
}

Reference scissor() {
    Picture p;
    p.fill({10, 20, 60, 80}, kRed);
    p.fill({200, 100, 256, 128}, kGreen);
    p.fill({101, 33, 102, 34}, kGreen);
    return p.finish();
}

Reference emptyScissor() {
    Picture p;
    p.fill({64, 32, 192, 96}, kGreen);
    return p.finish();
}

// The viewport at 16.5 takes the pixels whose centres lie on its left and upper edge, and not those on the others.
Reference viewport() {
    Picture p;
    p.fill({16.5, 16.5, 48.5, 48.5}, kRed);
    p.fill({100, 20, 160, 60}, kGreen);
    p.fill({196, 56, 228, 88}, kBlue);
    return p.finish();
}

// The middle half of each viewport, both ways.
Reference viewportArray() {
    Picture p;
    p.fill({16, 16, 48, 48}, kRed);
    p.fill({72, 56, 88, 104}, kRed);
    p.fill({160, 16, 224, 48}, kRed);
    return p.finish();
}

// Viewport and scissor together; the third scissor is empty.
Reference scissorArray() {
    Picture p;
    p.fill({0, 0, 10, 10}, kRed);
    p.fill({70, 40, 96, 90}, kRed);
    return p.finish();
}

Reference tieRule() {
    Picture p;
    p.fill({10, 10, 20, 20}, kRed);
    p.fill({20, 10, 30, 20}, kGreen);
    p.fill({10, 20, 30, 30}, kBlue);
    return p.finish();
}

// One part everywhere inside the rim: a pixel with two shows twice as bright.
Reference sharedEdges() {
    Canvas canvas = featureCanvas();
    const Canvas::Look additive{[](const Vec4&) { return Vec4{0.4, 0.2, 0.2, 0}; }, Canvas::Blend::SourceOver, 0};
    const std::array<Vertex, 4> rim{Vertex{37, 21, {}}, Vertex{219, 5, {}}, Vertex{240, 110, {}}, Vertex{11, 101, {}}};
    for (size_t i = 0; i < 4; ++i) canvas.drawTriangle({Vertex{128, 64, {}}, rim[i], rim[(i + 1) % 4]}, additive);
    return finish(canvas);
}

// The four sides of the square and the diagonal from its upper right to its lower left corner.
Reference fillLines() {
    Picture p;
    p.shade({16, 16, 49, 49}, [](int x, int y) {
        const bool isSide = x == 16 || x == 48 || y == 16 || y == 48;
        return isSide || x - 16 == 48 - y ? kRed : kBlack;
    });
    p.fill({64, 16, 96, 48}, kGreen);
    return p.finish();
}

Reference lines() {
    Picture p;
    p.fill({10, 10, 50, 11}, kWhite);
    p.fill({60, 10, 61, 50}, kWhite);
    for (int i = 0; i < 40; ++i) p.fill({70.0 + i, 10.0 + i, 71.0 + i, 11.0 + i}, kWhite);
    p.fill({130, 10, 170, 11}, kWhite);
    p.fill({170, 10, 171, 50}, kWhite);
    p.fill({131, 50, 171, 51}, kWhite);
    return p.finish();
}

Reference points() {
    Picture p;
    p.fill({16, 16, 17, 17}, kWhite);
    p.fill({47, 15, 49, 17}, kWhite);
    p.fill({78, 14, 82, 18}, kWhite);
    p.fill({108, 12, 116, 20}, kWhite);
    return p.finish();
}

Reference pointCoordinates() {
    Picture p;
    p.shade(
        {32, 32, 96, 96},
        [](int x, int y) {
            return Vec4{(x + 0.5 - 32) / 64, (y + 0.5 - 32) / 64, 0, 1};
        },
        1);
    return p.finish();
}

// Attributes over w and 1/w are linear over the screen.
Reference perspective() {
    Picture p;
    p.shade(
        {32, 32, 224, 96},
        [](int x, int) {
            const double t = (x + 0.5 - 32) / 192, left = (1 - t) / 1, right = t / 4;
            return Vec4{left / (left + right), right / (left + right), 0, 1};
        },
        1);
    return p.finish();
}

Reference rasterizationOff() {
    Picture p;
    p.fill(cell(9), kGreen);
    return p.finish();
}

} // namespace

std::span<const FeatureReference> rasterReferences() {
#define SCENE(name, summary) FeatureReference{"raster", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/raster.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
