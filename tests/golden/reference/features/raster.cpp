#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

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

} // namespace

std::span<const FeatureReference> rasterReferences() {
#define SCENE(name, summary) FeatureReference{"raster", #name, name},
    static constexpr FeatureReference kAll[] = {
#include "pvg/guest/scenes/features/raster.inc"
    };
#undef SCENE
    return kAll;
}

} // namespace golden
