#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

namespace {

constexpr std::array<double, 4> kBelow{51 / 255.0, 102 / 255.0, 153 / 255.0, 204 / 255.0};
constexpr Color kAbove{153 / 255.0f, 51 / 255.0f, 204 / 255.0f, 102 / 255.0f};
constexpr std::array<float, 4> kConstant{0.2f, 0.4f, 0.6f, 0.8f};
constexpr uint32_t kDestinationAlpha = 8;

void useBlend(Kit& kit, const BlendState& blend, uint32_t writeMask = 15) {
    kit.stream().setPipeline(kit.pipeline([&](RenderPipeline& p) { p.colors[0].blend = blend, p.colors[0].writeMask = writeMask; }));
}

void sourceFactors(Kit& kit) {
    kit.beginPass(kBelow);
    kit.stream().setBlendColor(kConstant);
    for (uint32_t f = 0; f < 15; ++f) {
        useBlend(kit, {f, 0, f, 0});
        kit.fill(cell(f), kAbove);
    }
}

void destinationFactors(Kit& kit) {
    kit.beginPass(kBelow);
    kit.stream().setBlendColor(kConstant);
    for (uint32_t f = 0; f < 15; ++f) {
        useBlend(kit, {0, f, 0, f});
        kit.fill(cell(f), kAbove);
    }
}

// Min and max take no factors: those given there would change the result.
void operations(Kit& kit) {
    kit.beginPass(kBelow);
    for (uint32_t op = 0; op < 5; ++op) {
        const uint32_t factor = op < 3 ? 1 : 0;
        useBlend(kit, {factor, factor, factor, factor, op, op});
        kit.fill(cell(op), kAbove);
    }
}

// White times the alpha that the first quad has left.
void showAlpha(Kit& kit, const Box& box) {
    useBlend(kit, {kDestinationAlpha, 0, 0, 1});
    kit.fill(box, kWhite);
}

void alphaOperations(Kit& kit) {
    kit.beginPass(kBelow);
    for (uint32_t op = 0; op < 5; ++op) {
        useBlend(kit, {1, 0, 1, 1, 0, op});
        kit.fill(cell(op), kAbove);
        showAlpha(kit, cell(op));
    }
}

// Colour: source alpha and its rest; alpha: nothing of the source, all of the destination.
void separateAlpha(Kit& kit) {
    kit.beginPass(kBelow);
    for (uint32_t i = 0; i < 2; ++i) {
        useBlend(kit, {4, 5, 0, 1});
        kit.fill(cell(i), kAbove);
    }
    showAlpha(kit, cell(1));
}

void dualSource(Kit& kit) {
    kit.beginPass(kBelow);
    for (uint32_t f = 15; f < 19; ++f) {
        const auto change = [&](RenderPipeline& p) {
            p.fragment = kit.function("dual_source_fragment"), p.colors[0].blend = BlendState{f, 0, f, 0};
        };
        kit.stream().setPipeline(kit.pipeline(change));
        kit.bind(Stage::Fragment, 0, std::vector<float>{0.2f, 0.4f, 0.6f, 0.8f});
        kit.fill(cell(f - 15), kAbove);
    }
}

void clamped(Kit& kit) {
    kit.beginPass({0.8, 0.6, 0.4, 1});
    useBlend(kit, {1, 1, 1, 1, 0, 0});
    kit.fill(cell(0), {0.4f, 0.4f, 0.4f, 1});
    useBlend(kit, {1, 1, 1, 1, 1, 1});
    kit.fill(cell(1), {0.6f, 0.6f, 0.6f, 1});
    useBlend(kit, {1, 1, 1, 1, 2, 2});
    kit.fill(cell(2), {0.6f, 0.6f, 0.6f, 1});
}

void writeMasks(Kit& kit) {
    kit.beginPass(kBelow);
    for (uint32_t mask = 0; mask < 16; ++mask) {
        kit.stream().setPipeline(kit.pipeline([&](RenderPipeline& p) { p.colors[0].writeMask = mask; }));
        kit.fill(cell(mask), {1, 1, 1, 0.2f});
    }
    for (uint32_t mask = 0; mask < 16; ++mask) showAlpha(kit, {cell(mask).left, cell(mask).top + 12, cell(mask).right, cell(mask).bottom});
}

void maskedBlend(Kit& kit) {
    kit.beginPass(kBelow);
    useBlend(kit, {1, 1, 1, 1}, 4);
    kit.fill(cell(0), kAbove);
    useBlend(kit, {1, 1, 1, 1}, 10);
    kit.fill(cell(1), kAbove);
}

// The second target is shown in the lower half. Slot 0 blends and writes everything, slot 1 replaces and writes red and green only.
void perAttachment(Kit& kit) {
    const Texture second =
        kit.texture({PixelFormat::BGRA8Unorm, Kit::kWidth, Kit::kHeight, 1, kUsageRead | kUsageTarget, Storage::Private, false});
    RenderPass pass = kit.pass(LoadAction::Clear, kBelow);
    pass.moreColors[0] = {second.ref, 0, LoadAction::Clear, StoreAction::Store, kBelow};
    kit.stream().beginRender(pass);
    const auto change = [&](RenderPipeline& p) {
        p.fragment = kit.function("two_targets_fragment");
        p.colors[0].blend = BlendState{1, 1, 1, 1};
        p.colors.push_back({1, PixelFormat::BGRA8Unorm, std::nullopt, 12});
    };
    kit.stream().setPipeline(kit.pipeline(change));
    kit.fill(cell(0), kAbove);
    kit.stream().beginBlit();
    kit.stream().copy(ImagePlace{second.ref}, ImagePlace{kit.picture(), {0, 64, 0}}, {256, 64, 1});
}

void blendColorDefaults(Kit& kit) {
    kit.beginPass(kBelow);
    kit.stream().setBlendColor({0.8f, 0.2f, 1, 1});
    useBlend(kit, {11, 0, 13, 0});
    kit.fill(cell(0), kWhite);
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    useBlend(kit, {11, 0, 13, 0});
    kit.fill(cell(1), kWhite);
}

} // namespace

std::span<const Feature> blendingFeatures() {
#define SCENE(name, summary) Feature{"blending", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/blending.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
