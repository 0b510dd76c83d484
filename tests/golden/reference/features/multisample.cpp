#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

Vec4 grey(double v) { return {v, v, v, 1}; }

Reference resolve() {
    Picture p;
    for (int i = 0; i < 8; ++i) p.fill(cell(i), palette(i));
    return p.finish();
}

Reference storeAndResolve() {
    Picture p;
    p.fill(cell(0), kRed);
    p.fill(cell(1), kGreen);
    return p.finish();
}

// None, one, two, three and all of four samples white.
Reference sampleMask() {
    Picture p;
    for (int i = 0; i < 5; ++i) p.fill(cell(i), grey(i / 4.0), 1);
    return p.finish();
}
Reference fragmentMask() { return sampleMask(); }

// Which of the samples alpha 0.5 takes is the GPU's choice, their number is not.
Reference alphaToCoverage() {
    Picture p;
    p.fill(cell(1), grey(0.5), 1);
    p.fill(cell(2), kWhite);
    return p.finish();
}

Reference alphaToOne() {
    Picture p;
    p.fill(cell(0), grey(0.2), 1);
    p.fill(cell(1), kWhite);
    return p.finish();
}

Reference depthPerSample() {
    Picture p;
    p.fill(cell(0), {0.5, 0, 0.5, 1}, 1);
    return p.finish();
}

Reference resolveSlice() {
    Picture p({0, 0, 0, 0});
    p.fill({64, 32, 96, 64}, kBlue);
    p.fill({68, 36, 92, 60}, kGreen);
    return p.finish();
}

Reference loadStored() {
    Picture p;
    p.fill(cell(0), {0.5, 0.5, 0, 1}, 1);
    return p.finish();
}

} // namespace

std::span<const FeatureReference> multisampleReferences() {
#define SCENE(name, summary) FeatureReference{"multisample", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/multisample.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
