#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

namespace {

constexpr uint16_t kSamples = 4;

TextureShape samplesOf(PixelFormat format) {
    TextureShape shape{format, Kit::kWidth, Kit::kHeight, 1, kUsageTarget, Storage::Private, false};
    shape.type = TextureType::Type2DMultisample;
    shape.samples = kSamples;
    return shape;
}

// A pass over four samples that resolves into the picture.
RenderPass resolving(Kit& kit, ObjectRef samples, LoadAction load = LoadAction::Clear, StoreAction store = StoreAction::Resolve) {
    RenderPass pass = kit.pass(load);
    pass.color.texture = samples;
    pass.color.resolve = kit.picture();
    pass.color.store = store;
    return pass;
}

ObjectRef pipelineOf(Kit& kit, const std::function<void(RenderPipeline&)>& change = {}) {
    return kit.pipeline([&](RenderPipeline& p) {
        p.samples = kSamples;
        if (change) change(p);
    });
}

// Whole pixels: every sample of a pixel is the same.
void resolve(Kit& kit) {
    const Texture samples = kit.texture(samplesOf(PixelFormat::BGRA8Unorm));
    kit.stream().beginRender(resolving(kit, samples.ref));
    kit.stream().setPipeline(pipelineOf(kit));
    for (uint32_t i = 0; i < 8; ++i) kit.fill(cell(i), palette(i));
}

void storeAndResolve(Kit& kit) {
    const Texture samples = kit.texture(samplesOf(PixelFormat::BGRA8Unorm));
    kit.stream().beginRender(resolving(kit, samples.ref, LoadAction::Clear, StoreAction::StoreAndResolve));
    kit.stream().setPipeline(pipelineOf(kit));
    kit.fill(cell(0), kRed);
    kit.stream().beginRender(resolving(kit, samples.ref, LoadAction::Load));
    kit.stream().setPipeline(pipelineOf(kit));
    kit.fill(cell(1), kGreen);
}

constexpr std::array<uint32_t, 5> kMasks{0, 1, 5, 7, 15};

void sampleMask(Kit& kit) {
    const Texture samples = kit.texture(samplesOf(PixelFormat::BGRA8Unorm));
    kit.stream().beginRender(resolving(kit, samples.ref));
    for (uint32_t i = 0; i < kMasks.size(); ++i) {
        kit.stream().setPipeline(pipelineOf(kit, [&](RenderPipeline& p) { p.sampleMask = kMasks[i]; }));
        kit.fill(cell(i), kWhite);
    }
}

void fragmentMask(Kit& kit) {
    const Texture samples = kit.texture(samplesOf(PixelFormat::BGRA8Unorm));
    kit.stream().beginRender(resolving(kit, samples.ref));
    kit.stream().setPipeline(pipelineOf(kit, [&](RenderPipeline& p) { p.fragment = kit.function("mask_fragment"); }));
    for (uint32_t i = 0; i < kMasks.size(); ++i) {
        kit.bind(Stage::Fragment, 0, std::vector{kMasks[i]});
        kit.fill(cell(i), kWhite);
    }
}

void alphaToCoverage(Kit& kit) {
    const Texture samples = kit.texture(samplesOf(PixelFormat::BGRA8Unorm));
    kit.stream().beginRender(resolving(kit, samples.ref));
    kit.stream().setPipeline(pipelineOf(kit, [](RenderPipeline& p) { p.isAlphaToCoverage = true; }));
    for (uint32_t i = 0; i < 3; ++i) kit.fill(cell(i), {1, 1, 1, 0.5f * float(i)});
}

// Blended with the source's alpha: nothing of what was there stays.
void alphaToOne(Kit& kit) {
    const Texture samples = kit.texture(samplesOf(PixelFormat::BGRA8Unorm));
    kit.stream().beginRender(resolving(kit, samples.ref));
    for (bool toOne : {false, true}) {
        const auto change = [&](RenderPipeline& p) { p.isAlphaToOne = toOne, p.colors[0].blend = BlendState{4, 5, 1, 0}; };
        kit.stream().setPipeline(pipelineOf(kit, change));
        kit.fill(cell(toOne), {1, 1, 1, 0.2f});
    }
}

// Two of four samples are near; white behind them fills the other two.
void depthPerSample(Kit& kit) {
    const Texture samples = kit.texture(samplesOf(PixelFormat::BGRA8Unorm)), depth = kit.texture(samplesOf(PixelFormat::Depth32Float));
    RenderPass pass = resolving(kit, samples.ref);
    pass.depth = {depth.ref, 0, LoadAction::Clear, StoreAction::DontCare};
    kit.stream().beginRender(pass);
    kit.stream().setDepthStencil(makeDepthStencil(kit.task(), {Compare::Less, true}));
    const auto near = [](RenderPipeline& p) { p.depth = PixelFormat::Depth32Float, p.sampleMask = 3; };
    kit.stream().setPipeline(pipelineOf(kit, near));
    kit.fill(cell(0), kRed, 0.25f);
    kit.stream().setPipeline(pipelineOf(kit, [](RenderPipeline& p) { p.depth = PixelFormat::Depth32Float; }));
    kit.fill(cell(0), kBlue, 0.5f);
}

void resolveSlice(Kit& kit) {
    TextureShape shape = samplesOf(PixelFormat::BGRA8Unorm);
    shape.width = shape.height = 32;
    const Texture samples = kit.texture(shape);
    TextureShape target{PixelFormat::BGRA8Unorm, 64, 64, 2, kUsageRead | kUsageTarget, Storage::Private, false};
    target.type = TextureType::Type2DArray;
    target.layers = 3;
    const Texture layers = kit.texture(target);
    RenderPass pass{{samples.ref}, 32, 32};
    pass.color = {samples.ref, 0, LoadAction::Clear, StoreAction::Resolve, {0, 0, 1, 1}, 0, 0, layers.ref, 1, 2};
    kit.stream().beginRender(pass);
    kit.setExtent(32, 32);
    kit.stream().setPipeline(pipelineOf(kit));
    kit.fill({4, 4, 28, 28}, kGreen);
    kit.stream().beginBlit();
    kit.stream().copy(ImagePlace{layers.ref, {0, 0, 0}, 2, 1}, ImagePlace{kit.picture(), {64, 32, 0}}, {32, 32, 1});
}

void loadStored(Kit& kit) {
    const Texture samples = kit.texture(samplesOf(PixelFormat::BGRA8Unorm));
    RenderPass pass = resolving(kit, samples.ref, LoadAction::Clear, StoreAction::Store);
    pass.color.resolve = {};
    kit.stream().beginRender(pass);
    kit.stream().setPipeline(pipelineOf(kit, [](RenderPipeline& p) { p.sampleMask = 3; }));
    kit.fill(cell(0), kRed);
    kit.submit();
    kit.stream().beginRender(resolving(kit, samples.ref, LoadAction::Load));
    kit.stream().setPipeline(pipelineOf(kit, [](RenderPipeline& p) { p.sampleMask = 12; }));
    kit.fill(cell(0), kGreen);
}

} // namespace

std::span<const Feature> multisampleFeatures() {
#define SCENE(name, summary) Feature{"multisample", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/multisample.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
