#include <algorithm>

#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

namespace {

constexpr Box kAll{0, 0, 256, 128};
constexpr std::array<double, 4> kClearRed{1, 0, 0, 1}, kClearBlue{0, 0, 1, 1};
constexpr uint32_t kTarget = kUsageRead | kUsageTarget;

RenderPass passOver(ObjectRef texture, uint32_t width, uint32_t height, const std::array<double, 4>& clear = {0, 0, 0, 1}) {
    RenderPass pass{{texture}, width, height};
    pass.color.load = LoadAction::Clear;
    pass.color.clear = clear;
    return pass;
}

// Shows a texture in a box of the picture, texel by texel where the sizes are equal.
void show(Kit& kit, ObjectRef texture, const Box& box) {
    const ObjectRef sampler = makeSampler(kit.task(), {});
    kit.stream().setFragmentTextures(0, {&texture, 1});
    kit.stream().setFragmentSamplers(0, {&sampler, 1});
    kit.fillTextured(box);
}

void beginShow(Kit& kit) {
    kit.setExtent(Kit::kWidth, Kit::kHeight);
    kit.beginPass();
    kit.stream().setPipeline(kit.texturedPipeline());
}

void clearOnly(Kit& kit) {
    RenderPass pass = kit.pass(LoadAction::Clear, kClearRed);
    pass.color.store = StoreAction::DontCare;
    kit.stream().beginRender(pass);
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    kit.stream().setPipeline(kit.pipeline());
    kit.fill(cell(0), kGreen);
}

void clearIgnoresScissor(Kit& kit) {
    kit.beginPass(kClearRed);
    kit.stream().setPipeline(kit.pipeline());
    kit.stream().setScissor({0, 0, 10, 10});
    kit.fill(kAll, kGreen);
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    kit.stream().setPipeline(kit.pipeline());
    kit.fill(cell(9), kBlue);
}

void lateStore(Kit& kit) {
    RenderPass pass = kit.pass(LoadAction::Clear, kClearBlue);
    pass.color.store = StoreAction::SetLater;
    kit.stream().beginRender(pass);
    kit.stream().setPipeline(kit.pipeline());
    kit.fill(cell(3), kGreen);
    kit.stream().setColorStore(StoreAction::Store, 0);
}

void loadKeeps(Kit& kit) {
    std::vector<uint32_t> texels;
    for (uint32_t y = 0; y < Kit::kHeight; ++y)
        for (uint32_t x = 0; x < Kit::kWidth; ++x) texels.push_back(bgra(x, 2 * y, x ^ y));
    kit.pictureTexture().write(bytesOf(texels));
    kit.rewritten(kit.picture());
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    kit.stream().setPipeline(kit.pipeline());
    kit.stream().setScissor({100, 30, 40, 50});
    kit.fill(kAll, kRed);
}

// Level 1 red, level 2 green, each with a blue upper left quarter; the levels are shown in their own sizes.
void mipTarget(Kit& kit) {
    const Texture texture = kit.texture({PixelFormat::BGRA8Unorm, 128, 64, 3, kTarget, Storage::Private, false});
    for (uint16_t level : {uint16_t{1}, uint16_t{2}}) {
        const uint32_t width = 128u >> level, height = 64u >> level;
        RenderPass pass = passOver(texture.ref, width, height, level == 1 ? kClearRed : std::array<double, 4>{0, 1, 0, 1});
        pass.color.level = level;
        kit.setExtent(width, height);
        kit.stream().beginRender(pass);
        kit.stream().setPipeline(kit.pipeline());
        kit.fill({0, 0, width / 2.0, height / 2.0}, kBlue);
    }
    beginShow(kit);
    for (uint32_t level : {1u, 2u})
        show(kit, kit.list(makeLevelView(kit.task(), texture, level)),
             {64.0 * level, 0, 64.0 * level + (128 >> level), double(64 >> level)});
}

// Draws palette colour n into each of `count` slices and copies them side by side.
void drawSlices(Kit& kit, const TextureShape& shape, uint32_t count) {
    const Texture texture = kit.texture(shape);
    const bool isVolume = shape.type == TextureType::Type3D;
    kit.setExtent(shape.width, shape.height);
    for (uint32_t i = 0; i < count; ++i) {
        RenderPass pass = passOver(texture.ref, shape.width, shape.height);
        (isVolume ? pass.color.plane : pass.color.slice) = uint16_t(i);
        kit.stream().beginRender(pass);
        kit.stream().setPipeline(kit.pipeline());
        kit.fill({4, 4, 28, 28}, palette(i));
    }
    kit.stream().beginBlit();
    for (uint32_t i = 0; i < count; ++i) {
        const Size3 from{0, 0, isVolume ? i : 0};
        kit.stream().copy(ImagePlace{texture.ref, from, uint16_t(isVolume ? 0 : i)}, ImagePlace{kit.picture(), {32 * i, 0, 0}},
                          {32, 32, 1});
    }
}

TextureShape small(TextureType type) {
    TextureShape shape{PixelFormat::BGRA8Unorm, 32, 32, 1, kTarget, Storage::Private, false};
    shape.type = type;
    return shape;
}

void sliceTarget(Kit& kit) {
    TextureShape shape = small(TextureType::Type2DArray);
    shape.layers = 5;
    drawSlices(kit, shape, 5);
}

void cubeTarget(Kit& kit) { drawSlices(kit, small(TextureType::TypeCube), 6); }

void planeTarget(Kit& kit) {
    TextureShape shape = small(TextureType::Type3D);
    shape.depth = 4;
    drawSlices(kit, shape, 4);
}

Texture drawLayers(Kit& kit, uint64_t instances) {
    TextureShape shape = small(TextureType::Type2DArray);
    shape.layers = 3;
    const Texture texture = kit.texture(shape);
    RenderPass pass = passOver(texture.ref, 32, 32, kClearBlue);
    pass.layers = 3;
    kit.setExtent(32, 32);
    kit.stream().beginRender(pass);
    kit.stream().setPipeline(kit.pipeline([&](RenderPipeline& p) { p.vertex = kit.function("layer_vertex"), p.topology = 3; }));
    kit.bind(Stage::Vertex, 0,
             std::vector{kit.vertex(8, 8, kRed), kit.vertex(24, 8, kRed), kit.vertex(8, 24, kRed), kit.vertex(24, 24, kRed)});
    if (instances > 0) kit.stream().draw(Draw{Primitive::TriangleStrip, 0, 4, instances});
    kit.stream().beginBlit();
    for (uint16_t i = 0; i < 3; ++i)
        kit.stream().copy(ImagePlace{texture.ref, {0, 0, 0}, i}, ImagePlace{kit.picture(), {32u * i, 0, 0}}, {32, 32, 1});
    return texture;
}

// Two instances: the third layer is cleared only.
void layered(Kit& kit) { drawLayers(kit, 2); }
void layeredClear(Kit& kit) { drawLayers(kit, 0); }

void slots(Kit& kit) {
    const Texture second = kit.texture({PixelFormat::BGRA8Unorm, Kit::kWidth, Kit::kHeight, 1, kTarget, Storage::Private, false});
    RenderPass pass = kit.pass();
    pass.moreColors[1] = {second.ref, 0, LoadAction::Clear, StoreAction::Store, kClearBlue};
    kit.stream().beginRender(pass);
    kit.stream().setPipeline(kit.pipeline([](RenderPipeline& p) { p.colors.push_back({2, PixelFormat::BGRA8Unorm, std::nullopt}); }));
    kit.fill(cell(0), kRed);
    kit.stream().beginBlit();
    kit.stream().copy(ImagePlace{second.ref}, ImagePlace{kit.picture(), {0, 64, 0}}, {256, 64, 1});
}

// A pass over another format than the picture's.
Texture drawInto(Kit& kit, PixelFormat format, const std::array<Color, 4>& colors, const std::optional<BlendState>& blend = std::nullopt) {
    const Texture texture = kit.texture({format, 128, 32, 1, kTarget | kUsageViews, Storage::Private, false});
    kit.setExtent(128, 32);
    kit.stream().beginRender(passOver(texture.ref, 128, 32));
    kit.stream().setPipeline(kit.pipeline([&](RenderPipeline& p) { p.colors[0].format = format, p.colors[0].blend = blend; }));
    for (uint32_t i = 0; i < 4; ++i) kit.fill(cell(i), colors[i]);
    return texture;
}

// Colours above 1 that a second draw multiplies by a quarter, still in the target.
void halfTarget(Kit& kit) {
    const Texture texture =
        drawInto(kit, PixelFormat::RGBA16Float, {{{3, 1.5f, 0.5f, 1}, {1.5f, 0, 3, 1}, {0.25f, 2, 1, 1}, {-1, 4, 0, 1}}});
    const auto quarter = [](RenderPipeline& p) {
        p.colors[0].format = PixelFormat::RGBA16Float, p.colors[0].blend = BlendState{0, 11, 0, 1};
    };
    kit.stream().setPipeline(kit.pipeline(quarter));
    kit.stream().setBlendColor({0.25f, 0.25f, 0.25f, 0.25f});
    kit.fill({0, 0, 128, 32}, kWhite);
    beginShow(kit);
    show(kit, texture.ref, {0, 0, 128, 32});
}

constexpr std::array<Color, 4> kGreys{{{0.5f, 0.5f, 0.5f, 1}, {0.002f, 0.01f, 0.04f, 1}, {0.2f, 0.7f, 1, 1}, {0.9f, 0, 0.1f, 0.5f}}};

// Above the decoded colours, below the bytes.
void showBoth(Kit& kit, ObjectRef first, ObjectRef second) {
    beginShow(kit);
    show(kit, kit.list(first), {0, 0, 128, 32});
    show(kit, kit.list(second), {0, 32, 128, 64});
}

void srgbTarget(Kit& kit) {
    const Texture texture = drawInto(kit, PixelFormat::BGRA8UnormSrgb, kGreys);
    showBoth(kit, texture.ref, makeFormatView(kit.task(), texture.ref, PixelFormat::BGRA8Unorm));
}

void srgbViewTarget(Kit& kit) {
    const Texture texture = kit.texture({PixelFormat::BGRA8Unorm, 128, 32, 1, kTarget | kUsageViews, Storage::Private, false});
    const ObjectRef view = kit.list(makeFormatView(kit.task(), texture.ref, PixelFormat::BGRA8UnormSrgb));
    kit.setExtent(128, 32);
    kit.stream().beginRender(passOver(view, 128, 32));
    kit.stream().setPipeline(kit.pipeline([](RenderPipeline& p) { p.colors[0].format = PixelFormat::BGRA8UnormSrgb; }));
    for (uint32_t i = 0; i < 4; ++i) kit.fill(cell(i), kGreys[i]);
    showBoth(kit, view, texture.ref);
}

// 0.2 over 0.4, half and half, in light: 0.3.
void srgbBlend(Kit& kit) {
    const Texture texture = kit.texture({PixelFormat::BGRA8UnormSrgb, 128, 32, 1, kTarget | kUsageViews, Storage::Private, false});
    kit.setExtent(128, 32);
    kit.stream().beginRender(passOver(texture.ref, 128, 32, {0.4, 0.4, 0.4, 1}));
    const auto change = [](RenderPipeline& p) {
        p.colors[0].format = PixelFormat::BGRA8UnormSrgb, p.colors[0].blend = BlendState{4, 5, 4, 5};
    };
    kit.stream().setPipeline(kit.pipeline(change));
    kit.fill(cell(0), {0.2f, 0.2f, 0.2f, 0.5f});
    showBoth(kit, texture.ref, makeFormatView(kit.task(), texture.ref, PixelFormat::BGRA8Unorm));
}

// The alpha of what was drawn, as coverage over red.
void alphaTarget(Kit& kit) {
    const Texture texture = drawInto(kit, PixelFormat::A8Unorm, {{{1, 0, 0, 0.2f}, {0, 1, 0, 0.4f}, {0, 0, 1, 1}, {1, 1, 1, 0}}});
    kit.setExtent(Kit::kWidth, Kit::kHeight);
    kit.beginPass(kClearRed);
    const auto over = [](RenderPipeline& p) { p.colors[0].blend = BlendState{1, 5, 1, 5}; };
    kit.stream().setPipeline(kit.texturedPipeline("textured_fragment", over));
    show(kit, texture.ref, {0, 0, 128, 32});
}

void smallTargets(Kit& kit) {
    const std::array<Color, 4> colors{{{0.2f, 0.4f, 0.6f, 1}, {1, 0, 1, 1}, {0, 1, 0, 0}, {0.8f, 0.8f, 0.8f, 1}}};
    std::vector<ObjectRef> textures;
    for (PixelFormat format : {PixelFormat::R8Unorm, PixelFormat::RG8Unorm, PixelFormat::RGB10A2Unorm})
        textures.push_back(drawInto(kit, format, colors).ref);
    beginShow(kit);
    for (uint32_t i = 0; i < 3; ++i) show(kit, textures[i], {0, 32.0 * i, 128, 32.0 * i + 32});
}

// Command buffers of 700 bytes: the pass record fills most of the first one, and each of the others takes a few draws.
void splitEncoder(Kit& kit) {
    kit.useChunks(700);
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    kit.stream().setScissor({0, 0, 250, 128});
    for (uint32_t i = 0; i < 256; ++i)
        kit.fill({double(i % 32 * 8), double(i / 32 * 16), double(i % 32 * 8 + 6), double(i / 32 * 16 + 12)}, palette(i));
}

void extent(Kit& kit) {
    kit.beginPass(kClearRed);
    RenderPass pass = kit.pass(LoadAction::Load);
    pass.width = 100;
    pass.height = 50;
    kit.stream().beginRender(pass);
    kit.stream().setPipeline(kit.pipeline());
    kit.stream().setViewport({0, 0, 256, 128});
    kit.fill(kAll, kGreen);
}

// Draws boxes of 24 x 24 samples and, read back by the CPU, one column of pixels for each 24 samples.
void drawCounted(Kit& kit, uint64_t mode) {
    const Buffer results = kit.buffer(std::vector<uint64_t>(4, 0x1111));
    kit.list(results.ref, Written::ByGpu);
    RenderPass pass = kit.pass();
    pass.visibility = results.ref;
    kit.stream().beginRender(pass);
    kit.stream().setPipeline(kit.pipeline());
    kit.stream().setVisibility(mode, 8);
    kit.fill(cell(0), kBlue);
    kit.stream().setVisibility(mode, 16);
    kit.fill({-40, 4, -10, 28}, kBlue); // outside of the target
    kit.stream().setVisibility(0, 0);
    kit.fill(cell(1), kBlue);
    kit.stream().setVisibility(mode, 24);
    kit.fill(cell(2), kBlue);
    kit.fill({96, 4, 108, 16}, kBlue);
    kit.submit();
    std::vector<uint64_t> values(4);
    results.memory.read(0, std::as_writable_bytes(std::span(values)));
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    kit.stream().setPipeline(kit.pipeline());
    for (uint32_t i = 1; i < 4; ++i) {
        const double width = mode == 2 ? double(values[i]) / 24 : (values[i] != 0 ? 10 : 1);
        if (width > 0) kit.fill({0, 32.0 + 8 * i, std::min(width, 256.0), 38.0 + 8 * i}, kGreen);
    }
    if (values[0] == 0x1111) kit.fill({200, 100, 220, 120}, kWhite); // not touched
}

void visibilityCounts(Kit& kit) { drawCounted(kit, 2); }
void visibilityBoolean(Kit& kit) { drawCounted(kit, 1); }

// The left half is drawn, then sampled into the right half of the same target.
void feedback(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    for (uint32_t i : {0u, 1u, 2u, 8u, 9u}) kit.fill(cell(i), palette(i));
    kit.stream().barrierTextures();
    kit.stream().setPipeline(kit.texturedPipeline());
    const ObjectRef self = kit.picture(), sampler = makeSampler(kit.task(), {});
    kit.stream().setFragmentTextures(0, {&self, 1});
    kit.stream().setFragmentSamplers(0, {&sampler, 1});
    kit.fillTextured({128, 0, 256, 128}, {0, 0, 0.5, 1});
}

void manyPasses(Kit& kit) {
    kit.beginPass();
    const ObjectRef pipeline = kit.pipeline([](RenderPipeline& p) { p.colors[0].blend = BlendState{1, 1, 1, 1}; });
    for (uint32_t i = 0; i < 60; ++i) {
        kit.stream().beginRender(kit.pass(LoadAction::Load));
        kit.stream().setPipeline(pipeline);
        kit.fill({0, 0, double(4 * i + 4), 128}, {1 / 255.0f, 2 / 255.0f, 4 / 255.0f, 0});
    }
}

} // namespace

std::span<const Feature> passesFeatures() {
#define SCENE(name, summary) Feature{"passes", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/passes.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
