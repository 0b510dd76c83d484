#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

namespace {

constexpr Color kRed{1, 0, 0, 1}, kGreen{0, 1, 0, 1};

// Columns: none, front, back. Upper row: clockwise is front. A red square where it is drawn.
void cullModes(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    for (uint32_t winding = 0; winding < 2; ++winding)
        for (uint32_t cull = 0; cull < 3; ++cull) {
            kit.stream().set(State::Winding, winding);
            kit.stream().set(State::Cull, cull);
            kit.fill(cell(winding * 8 + cull), kRed);
        }
}

void scissor(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    kit.stream().setScissor({10, 20, 50, 60});
    kit.fill({0, 0, 256, 128}, kRed);
    kit.stream().setScissor({200, 100, 56, 28});
    kit.fill({190, 90, 256, 128}, kGreen);
    kit.stream().setScissor({101, 33, 1, 1});
    kit.fill({0, 0, 256, 128}, kGreen);
}

void emptyScissor(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    for (const Rect& empty : {Rect{0, 0, 0, 128}, Rect{0, 0, 256, 0}, Rect{40, 40, 0, 0}}) {
        kit.stream().setScissor(empty);
        kit.fill({0, 0, 256, 128}, kRed);
    }
    kit.stream().setScissor({64, 32, 128, 64});
    kit.fill({0, 0, 256, 128}, kGreen);
}

} // namespace

std::span<const Feature> rasterFeatures() {
#define SCENE(name, summary) Feature{"raster", #name, summary, name},
    static constexpr Feature kAll[] = {
#include "pvg/guest/scenes/features/raster.inc"
    };
#undef SCENE
    return kAll;
}

} // namespace pvg::guest
