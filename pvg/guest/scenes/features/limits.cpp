#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

namespace {

// Number n has 1/255 when it is even, else 2/255.
float shareOf(uint32_t number) { return float(1 + number % 2) / 255; }

ObjectRef pipelineOf(Kit& kit, const std::string& fragment) {
    return kit.pipeline([&](RenderPipeline& p) { p.fragment = kit.function(fragment); });
}

void bindBuffers(Kit& kit, uint32_t count) {
    std::vector<float> values;
    for (uint32_t i = 0; i < count; ++i) values.insert(values.end(), 64, shareOf(i)); // 256 bytes each
    const Buffer buffer = kit.buffer(values);
    std::vector<BufferBinding> bindings;
    for (uint32_t i = 0; i < count; ++i) bindings.push_back({buffer.ref, uint64_t{256} * i});
    kit.stream().setBuffers(Stage::Fragment, 0, bindings);
}

void drawBuffers(Kit& kit, uint32_t count) {
    kit.beginPass();
    kit.stream().setPipeline(pipelineOf(kit, "buffers_" + std::to_string(count) + "_fragment"));
    bindBuffers(kit, count);
    kit.fill(cell(0), kWhite);
}

void buffers16(Kit& kit) { drawBuffers(kit, 16); }
void buffers17(Kit& kit) { drawBuffers(kit, 17); }
void buffers31(Kit& kit) { drawBuffers(kit, 31); }

void drawTextures(Kit& kit, uint32_t count, uint32_t number) {
    kit.stream().setPipeline(kit.texturedPipeline("textures_" + std::to_string(count) + "_fragment"));
    std::vector<ObjectRef> textures;
    for (uint32_t i = 0; i < count; ++i)
        textures.push_back(
            kit.texture({PixelFormat::R8Unorm, 1, 1, 1, kUsageRead, Storage::Shared, false}, std::vector<uint8_t>{uint8_t(1 + i % 2)}).ref);
    kit.stream().setFragmentTextures(0, textures);
    kit.fillTextured(cell(number));
}

void textures16(Kit& kit) { kit.beginPass(), drawTextures(kit, 16, 0); }
void textures17(Kit& kit) { kit.beginPass(), drawTextures(kit, 17, 0); }
void textures32(Kit& kit) { kit.beginPass(), drawTextures(kit, 32, 0); }

void texturesBeyond(Kit& kit) {
    kit.beginPass();
    drawTextures(kit, 33, 0);
    drawTextures(kit, 128, 1);
    kit.stream().setPipeline(kit.pipeline());
    kit.fill(cell(2), kGreen);
}

// Left of the texture's edge: samplers with even numbers clamp to it, the others to zero.
void samplers16(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.texturedPipeline("samplers_16_fragment"));
    const Texture texture =
        kit.texture({PixelFormat::BGRA8Unorm, 1, 1, 1, kUsageRead, Storage::Shared, false}, std::vector<uint32_t>{bgra(10, 0, 0)});
    kit.stream().setFragmentTextures(0, {&texture.ref, 1});
    std::vector<ObjectRef> samplers;
    for (uint32_t i = 0; i < 16; ++i)
        samplers.push_back(makeSampler(kit.task(), {.address = i % 2 ? Address::ClampToZero : Address::ClampToEdge}));
    kit.stream().setFragmentSamplers(0, samplers);
    kit.fillTextured(cell(0), {-3, 0, -2, 1});
}

// Slots 30 and 31 of buffers, 15 to 17 of samplers: the ones that do not exist are ignored (stream.md 1.6).
void bindingsBeyond(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(pipelineOf(kit, "buffers_31_fragment"));
    bindBuffers(kit, 31);
    const Buffer other = kit.buffer(std::vector<float>(8, 10 / 255.0f));
    const std::array<BufferBinding, 2> two{BufferBinding{other.ref, 0}, BufferBinding{other.ref, 16}};
    kit.stream().setBuffers(Stage::Fragment, 30, two);
    kit.fill(cell(0), kWhite);
}

} // namespace

std::span<const Feature> limitsFeatures() {
#define SCENE(name, summary) Feature{"limits", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/limits.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
