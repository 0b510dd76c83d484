#include "tests/golden/reference/features/features.h"

namespace golden {

namespace {

// Green squares where the guest's CPU found what it should.
Reference greens(std::initializer_list<int> numbers) {
    Picture p;
    for (int number : numbers) p.fill(cell(number), kGreen);
    return p.finish();
}

Reference kernelToCpu() { return greens({0, 1, 2, 3}); }
Reference blitToCpu() { return greens({0, 1, 2}); }
Reference drawnToCpu() { return greens({0, 1, 2, 3, 8, 9}); }
Reference managed() { return greens({0, 1, 2, 3}); }

Reference rewritten() {
    Picture p;
    p.fill(cell(0), kRed);
    p.fill(cell(1), kBlue);
    return p.finish();
}
Reference unannounced() { return rewritten(); }

void putSmall(Picture& p, double x, double y) {
    p.fill({x, y, x + 32, y + 32}, {0.2, 0.4, 0.8, 1});
    p.fill({x, y, x + 8, y + 4}, kWhite);
}

Reference cpuThenGpu() {
    Picture p;
    putSmall(p, 0, 0);
    p.fill({0, 20, 16, 21}, kGreen);
    p.fill({28, 28, 32, 32}, kRed);
    return p.finish();
}

// Right of the texture: its last texel, then all of it again.
Reference reusedRef() {
    Picture p;
    p.fill(cell(0), kGreen);
    const Box b = cell(1);
    p.fill(b, kRed);
    p.fill({b.left + 12, b.top, b.right, b.bottom}, kGreen);
    return p.finish();
}

Reference twoPackets() {
    Picture p;
    putSmall(p, 64, 64);
    return p.finish();
}

} // namespace

std::span<const FeatureReference> coherencyReferences() {
#define SCENE(name, summary) FeatureReference{"coherency", #name, name},
    static constexpr FeatureReference kScenes[] = {
#include "pvg/guest/scenes/features/coherency.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace golden
