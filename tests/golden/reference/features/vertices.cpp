#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

struct Square {
    int cell;
    Vec4 color;
    int tolerance = 0;
};
Reference squares(std::initializer_list<Square> all, const Vec4& clear = kBlack) {
    Picture p(clear);
    for (const Square& s : all) p.fill(cell(s.cell), s.color, s.tolerance);
    return p.finish();
}

Reference stride() { return squares({{0, {1, 0, 1, 1}}}); }
Reference longStride() { return squares({{9, {0, 1, 1, 1}}}); }
Reference bgraColors() { return squares({{0, {1, 0.4, 0.2, 1}}, {1, {0.2, 0.4, 1, 1}}}); }
Reference halfFloats() { return squares({{3, {0.5, 1, 0.25, 1}, 1}}); }
Reference packedColors() { return squares({{5, {1, 0, 341 / 1023.0, 1}}}); }
Reference missingComponents() { return squares({{0, {1, 0.4, 0, 1}}, {1, {1, 0, 0, 1}}}, kBlue); }
Reference twoBuffers() { return squares({{6, {0, 1, 1, 1}}}); }
Reference bufferOffsets() { return squares({{7, palette(7)}, {0, palette(0)}, {4, palette(4)}, {2, palette(2)}}); }
Reference constantStep() { return squares({{2, kGreen}}); }
Reference zeroStride() { return squares({{4, kBlue}}); }

Reference instanceStep() {
    Picture p;
    for (int i = 0; i < 7; ++i) p.fill(cell(i), palette(i / 2));
    return p.finish();
}

// The base instance shifts the elements; the step counts from the first instance drawn.
Reference instanceStepBase() {
    Picture p;
    for (int i = 0; i < 4; ++i) p.fill(cell(2 + i), palette(2 + i / 2));
    return p.finish();
}

Reference beyondTheEnd() { return squares({{0, kRed}, {2, kBlack}}, kBlue); }

} // namespace

std::span<const FeatureReference> verticesReferences() {
#define SCENE(name, summary) FeatureReference{"vertices", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/vertices.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
