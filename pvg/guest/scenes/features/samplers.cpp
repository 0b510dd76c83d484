#include "pvg/guest/scenes/features/feature.h"
#include "pvg/guest/scenes/features/picture_box.h"

namespace pvg::guest {

namespace {

using Bytes8 = std::vector<uint8_t>;

// 4 x 4: red grows with x, green with y, in steps of 80; blue 64.
Texture grid(Kit& kit) {
    Bytes8 texels;
    for (uint32_t y = 0; y < 4; ++y)
        for (uint32_t x = 0; x < 4; ++x) texels.insert(texels.end(), {64, static_cast<uint8_t>(80 * y), static_cast<uint8_t>(80 * x), 255});
    return kit.texture({PixelFormat::BGRA8Unorm, 4, 4}, texels);
}

// 16 x 16 with five levels of one gray each: 0, 60, 120, 180, 240.
Texture pyramid(Kit& kit) {
    const Texture made = kit.texture({PixelFormat::R8Unorm, 16, 16, 5});
    for (uint32_t level = 0; level < 5; ++level) {
        const uint32_t edge = 16u >> level;
        const Bytes8 texels(size_t{edge} * edge, static_cast<uint8_t>(60 * level));
        made.write(std::as_bytes(std::span(texels)), {level, 0});
    }
    return made;
}

// Cells 0 to 5 by mode, the border opaque white.
void addressModes(Kit& kit) {
    const Texture texture = grid(kit);
    kit.beginPass();
    PictureBox box(kit);
    for (uint32_t mode = 0; mode < 6; ++mode) {
        SamplerState state;
        state.address = static_cast<Address>(mode);
        state.border = 2;
        box.useSampler(state);
        box.show(texture.ref, cell(mode), {-1, -1, 2, 2});
    }
}

// Over a blue picture, source-over by the sampled alpha. Cells 0 to 2: the border colors around the grid. Cell 3: clamp to zero with border white
// set. Cell 4: A8 of 128 inside an opaque black border, seen as gray.
void borders(Kit& kit) {
    const Texture texture = grid(kit);
    TextureShape shape{PixelFormat::A8Unorm, 2, 2};
    shape.usage = kUsageRead | kUsageViews;
    const Texture alpha = kit.texture(shape, Bytes8{128, 128, 128, 128});
    ViewShape gray;
    gray.swizzle = {5, 5, 5, 1};
    const ObjectRef grayAlpha = kit.list(makeView(kit.task(), alpha.ref, gray));
    kit.beginPass({0, 0, 1, 1});
    PictureBox box(kit);
    kit.stream().setPipeline(kit.texturedPipeline("textured_fragment", [](RenderPipeline& p) { p.colors[0].blend = kSourceOver; }));
    for (uint32_t i = 0; i < 5; ++i) {
        SamplerState state;
        state.address = i == 3 ? Address::ClampToZero : Address::ClampToBorder;
        state.border = i == 3 ? 2 : i == 4 ? 1 : i;
        box.useSampler(state);
        box.show(i == 4 ? grayAlpha : texture.ref, cell(i), {-0.5, -0.5, 1.5, 1.5});
    }
}

// Two texels, black and white, over 24 pixels.
void filters(Kit& kit) {
    const Texture pair = kit.texture({PixelFormat::R8Unorm, 2, 1}, Bytes8{0, 255});
    kit.beginPass();
    PictureBox box(kit);
    box.show(pair.ref, cell(0));
    SamplerState state;
    state.filter = Filter::Linear;
    box.useSampler(state);
    box.show(pair.ref, cell(1));
}

void showLevel(Kit& kit, float level, const Box& box) {
    kit.bind(Stage::Fragment, 0, std::vector{level});
    kit.fillTextured(box);
}

// Rows: no mip filter, nearest, linear. Columns: levels 0, 1, 2, 3, and 1.5 for the linear one.
void levels(Kit& kit) {
    const Texture texture = pyramid(kit);
    kit.beginPass();
    PictureBox box(kit, "level_fragment");
    kit.stream().setFragmentTextures(0, {&texture.ref, 1});
    for (uint32_t mip = 0; mip < 3; ++mip) {
        SamplerState state;
        state.mip = static_cast<MipFilter>(mip);
        box.useSampler(state);
        for (uint32_t level = 0; level < 4; ++level) showLevel(kit, float(level), cell(mip * 8 + level));
    }
    showLevel(kit, 1.5F, cell(20));
}

// Rows: a sampler that ends at levels 1 and 2; the same with levels 2 to 3 given by the binding; the default with 0 to 1 given. Columns:
// levels 0 to 3.
void levelClamps(Kit& kit) {
    const Texture texture = pyramid(kit);
    kit.beginPass();
    PictureBox box(kit, "level_fragment");
    kit.stream().setFragmentTextures(0, {&texture.ref, 1});
    for (uint32_t row = 0; row < 3; ++row) {
        SamplerState state;
        state.mip = MipFilter::Nearest;
        if (row < 2) state.lodMin = 1, state.lodMax = 2;
        const ClampedSampler clamped{makeSampler(kit.task(), state), row == 1 ? 2.0F : 0.0F, row == 1 ? 3.0F : 1.0F};
        if (row == 0)
            kit.stream().setFragmentSamplers(0, {&clamped.sampler, 1});
        else
            kit.stream().setClampedSamplers(Stage::Fragment, 0, {&clamped, 1});
        for (uint32_t level = 0; level < 4; ++level) showLevel(kit, float(level), cell(row * 8 + level));
    }
}

void minified(Kit& kit) {
    const Texture texture = pyramid(kit);
    kit.beginPass();
    PictureBox box(kit);
    SamplerState state;
    state.mip = MipFilter::Nearest;
    box.useSampler(state);
    for (uint32_t i = 0; i < 4; ++i) {
        const double edge = 16u >> i, x = 32.0 * i + 4;
        box.show(texture.ref, {x, 4, x + edge, 4 + edge});
    }
}

// Cells 0 to 7 by comparison, the reference 0.5.
void compares(Kit& kit) {
    TextureShape shape{PixelFormat::Depth32Float, 3, 1};
    const Texture depth = kit.texture(shape, std::vector<float>{0.25F, 0.5F, 0.75F});
    kit.beginPass();
    PictureBox box(kit, "compare_fragment");
    kit.bind(Stage::Fragment, 0, std::vector{0.5F});
    for (uint32_t compare = 0; compare < 8; ++compare) {
        SamplerState state;
        state.compare = static_cast<Compare>(compare);
        box.useSampler(state);
        box.show(depth.ref, cell(compare));
    }
}

// Coordinates 0 to 2: two texels where texels are counted, else all four, and from 1 on the last one.
void pixelCoordinates(Kit& kit) {
    const Texture texture = grid(kit);
    kit.beginPass();
    PictureBox box(kit);
    SamplerState state;
    for (uint32_t i = 0; i < 3; ++i) {
        state.isNormalised = i == 1;
        box.useSampler(state);
        box.show(texture.ref, cell(i), {0, 0, 2, 2});
    }
}

} // namespace

std::span<const Feature> samplersFeatures() {
#define SCENE(name, summary) Feature{"samplers", #name, summary, name},
    static constexpr Feature kAll[] = {
#include "pvg/guest/scenes/features/samplers.inc"
    };
#undef SCENE
    return kAll;
}

} // namespace pvg::guest
