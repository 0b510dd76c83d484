#include "pvg/guest/scenes/features/feature.h"

#include <numeric>

namespace pvg::guest {

namespace {

constexpr uint32_t kTransfer = kUsageRead | kUsageTarget;

uint32_t texelAt(uint32_t x, uint32_t y) { return bgra(x * 8 % 256, y * 8 % 256, (x + y) * 4 % 256); }

// Rows of `stride` texels of which `width` are used; the others are green and must not be seen.
std::vector<uint32_t> rows(uint32_t width, uint32_t height, uint32_t stride) {
    std::vector<uint32_t> words(size_t{stride} * height, bgra(0, 255, 0));
    for (uint32_t y = 0; y < height; ++y)
        for (uint32_t x = 0; x < width; ++x) words[size_t{stride} * y + x] = texelAt(x, y);
    return words;
}

TextureShape shapeOf(uint32_t width, uint32_t height, PixelFormat format = PixelFormat::BGRA8Unorm) {
    return {format, width, height, 1, kTransfer, Storage::Private, false};
}

ImagePlace pictureAt(Kit& kit, uint64_t x, uint64_t y) { return {kit.picture(), {x, y, 0}}; }

void bufferToTexture(Kit& kit) {
    const Buffer buffer = kit.buffer(rows(30, 20, 64));
    kit.stream().beginBlit();
    kit.stream().copy(LinearPlace{{buffer.ref, 0}, 256, 256 * 20}, pictureAt(kit, 17, 33), {30, 20, 1});
    kit.stream().copy(LinearPlace{{buffer.ref, 4 * (64 * 5 + 3)}, 256, 256 * 20}, pictureAt(kit, 101, 7), {9, 11, 1});
}

// Copied out between rows of blue, and the whole of it back.
void textureToBuffer(Kit& kit) {
    const Texture texture = kit.texture({PixelFormat::BGRA8Unorm, 40, 40, 1, kTransfer, Storage::Shared, false}, rows(40, 40, 40));
    const Buffer buffer = kit.buffer(std::vector<uint32_t>(64 * 32, bgra(0, 0, 255)));
    kit.list(buffer.ref, Written::ByGpu);
    kit.stream().beginBlit();
    kit.stream().copy(ImagePlace{texture.ref, {10, 4, 0}}, LinearPlace{{buffer.ref, 256 * 3 + 16}, 256, 256 * 20}, {25, 20, 1});
    kit.stream().copy(LinearPlace{{buffer.ref, 0}, 256, 256 * 32}, pictureAt(kit, 64, 64), {64, 32, 1});
}

void textureToTexture(Kit& kit) {
    const Texture texture = kit.texture({PixelFormat::BGRA8Unorm, 40, 40, 1, kTransfer, Storage::Shared, false}, rows(40, 40, 40));
    kit.stream().beginBlit();
    kit.stream().copy(ImagePlace{texture.ref, {5, 9, 0}}, pictureAt(kit, 50, 60), {20, 30, 1});
    kit.stream().copy(pictureAt(kit, 50, 60), pictureAt(kit, 150, 10), {10, 10, 1});
}

// Level 1 of slice 2 into level 2 of slice 1, and that to the picture.
void levelsAndSlices(Kit& kit) {
    TextureShape shape = shapeOf(64, 64);
    shape.type = TextureType::Type2DArray;
    shape.layers = 3;
    shape.mips = 3;
    const Texture from = kit.texture(shape), to = kit.texture(shape);
    const Buffer buffer = kit.buffer(rows(32, 32, 32));
    kit.stream().beginBlit();
    kit.stream().copy(LinearPlace{{buffer.ref, 0}, 128, 128 * 32}, ImagePlace{from.ref, {0, 0, 0}, 2, 1}, {32, 32, 1});
    kit.stream().copy(ImagePlace{from.ref, {8, 4, 0}, 2, 1}, ImagePlace{to.ref, {0, 0, 0}, 1, 2}, {16, 16, 1});
    kit.stream().copy(ImagePlace{to.ref, {0, 0, 0}, 1, 2}, pictureAt(kit, 32, 32), {16, 16, 1});
}

void wholeSlices(Kit& kit) {
    TextureShape shape = shapeOf(32, 32);
    shape.type = TextureType::Type2DArray;
    shape.layers = 4;
    shape.mips = 2;
    const Texture from = kit.texture(shape), to = kit.texture(shape);
    const Buffer buffer = kit.buffer(rows(32, 32, 32));
    kit.stream().beginBlit();
    for (uint16_t slice = 0; slice < 4; ++slice)
        for (uint16_t level = 0; level < 2; ++level)
            kit.stream().copy(LinearPlace{{buffer.ref, 128u * slice + 32u * level}, 128, 128 * 32},
                              ImagePlace{from.ref, {0, 0, 0}, slice, level}, {16, 16, 1});
    kit.stream().copy(SliceCopy{from.ref, to.ref, 1, 0, 2, 0, 2, 2});
    for (uint16_t slice = 2; slice < 4; ++slice)
        for (uint16_t level = 0; level < 2; ++level)
            kit.stream().copy(ImagePlace{to.ref, {0, 0, 0}, slice, level}, pictureAt(kit, 32u * slice, 32u * level), {16, 16, 1});
}

void volumes(Kit& kit) {
    TextureShape shape = shapeOf(16, 16);
    shape.type = TextureType::Type3D;
    shape.depth = 8;
    const Texture volume = kit.texture(shape);
    const Buffer buffer = kit.buffer(rows(16, 64, 16)), back = kit.buffer(std::vector<uint32_t>(64 * 64));
    kit.list(back.ref, Written::ByGpu);
    kit.stream().beginBlit();
    kit.stream().copy(LinearPlace{{buffer.ref, 0}, 64, 64 * 16}, ImagePlace{volume.ref, {0, 0, 3}}, {16, 16, 4});
    kit.stream().copy(ImagePlace{volume.ref, {4, 2, 4}}, LinearPlace{{back.ref, 0}, 256, 256 * 16}, {12, 14, 2});
    kit.stream().copy(LinearPlace{{back.ref, 0}, 256, 256 * 16}, pictureAt(kit, 0, 0), {12, 14, 1});
    kit.stream().copy(LinearPlace{{back.ref, 256 * 16}, 256, 256 * 16}, pictureAt(kit, 32, 0), {12, 14, 1});
}

void bufferToBuffer(Kit& kit) {
    const Buffer from = kit.buffer(rows(32, 8, 32)), to = kit.buffer(std::vector<uint32_t>(32 * 16, bgra(0, 0, 255)));
    kit.list(to.ref, Written::ByGpu);
    kit.stream().beginBlit();
    kit.stream().copy(BufferBinding{from.ref, 128}, BufferBinding{to.ref, 256}, 128 * 4);
    kit.stream().copy(BufferBinding{to.ref, 256}, BufferBinding{to.ref, 256 + 128 * 2}, 128 * 4); // over its own second half
    kit.stream().copy(LinearPlace{{to.ref, 0}, 128, 128 * 16}, pictureAt(kit, 0, 0), {32, 16, 1});
}

void fillBuffer(Kit& kit) {
    const Buffer buffer = kit.buffer(std::vector<uint32_t>(32 * 16, bgra(0, 0, 255)));
    kit.list(buffer.ref, Written::ByGpu);
    kit.stream().beginBlit();
    kit.stream().fill({buffer.ref, 128 + 8}, 500, 102);
    kit.stream().fill({buffer.ref, 128 * 10 + 1}, 3, 255); // no whole words
    kit.stream().copy(LinearPlace{{buffer.ref, 0}, 128, 128 * 16}, pictureAt(kit, 0, 0), {32, 16, 1});
}

void showLevels(Kit& kit, const Texture& texture, uint32_t levels, uint16_t slice = 0, uint32_t top = 0) {
    uint64_t x = 0;
    for (uint16_t level = 0; level < levels; ++level) {
        const uint64_t edge = texture.shape.width >> level;
        kit.stream().copy(ImagePlace{texture.ref, {0, 0, 0}, slice, level}, pictureAt(kit, x, top), {edge, edge, 1});
        x += edge;
    }
}

// 0 to 240 in steps of 16 both ways, so that all means are whole.
std::vector<uint32_t> steps() {
    std::vector<uint32_t> texels;
    for (uint32_t y = 0; y < 16; ++y)
        for (uint32_t x = 0; x < 16; ++x) texels.push_back(bgra(x * 16, y * 16, 0));
    return texels;
}

void mipmaps(Kit& kit) {
    TextureShape shape = shapeOf(16, 16);
    shape.mips = 5;
    const Texture texture = kit.texture(shape);
    const Buffer buffer = kit.buffer(steps());
    kit.stream().beginBlit();
    kit.stream().copy(LinearPlace{{buffer.ref, 0}, 64, 64 * 16}, ImagePlace{texture.ref}, {16, 16, 1});
    kit.stream().generateMipmaps(texture.ref);
    showLevels(kit, texture, 5);
}

void mipmapsOfSlices(Kit& kit) {
    TextureShape shape = shapeOf(16, 16);
    shape.type = TextureType::Type2DArray;
    shape.layers = 2;
    shape.mips = 3;
    const Texture texture = kit.texture(shape);
    const Buffer first = kit.buffer(steps()), second = kit.buffer(std::vector<uint32_t>(256, bgra(51, 102, 204)));
    kit.stream().beginBlit();
    kit.stream().copy(LinearPlace{{first.ref, 0}, 64, 64 * 16}, ImagePlace{texture.ref}, {16, 16, 1});
    kit.stream().copy(LinearPlace{{second.ref, 0}, 64, 64 * 16}, ImagePlace{texture.ref, {0, 0, 0}, 1}, {16, 16, 1});
    kit.stream().generateMipmaps(texture.ref);
    showLevels(kit, texture, 3);
    showLevels(kit, texture, 3, 1, 32);
}

// Black and white in turn: half of the light is the byte 188. Copies take the bytes.
void srgbMipmaps(Kit& kit) {
    TextureShape shape = shapeOf(16, 16, PixelFormat::BGRA8UnormSrgb);
    shape.mips = 2;
    const Texture texture = kit.texture(shape);
    std::vector<uint32_t> texels;
    for (uint32_t i = 0; i < 256; ++i) texels.push_back((i + i / 16) % 2 ? bgra(255, 255, 255) : bgra(0, 0, 0));
    const Buffer buffer = kit.buffer(texels), bytes = kit.buffer(std::vector<uint32_t>(8 * 64));
    kit.list(bytes.ref, Written::ByGpu);
    kit.stream().beginBlit();
    kit.stream().copy(LinearPlace{{buffer.ref, 0}, 64, 64 * 16}, ImagePlace{texture.ref}, {16, 16, 1});
    kit.stream().generateMipmaps(texture.ref);
    kit.stream().copy(ImagePlace{texture.ref, {0, 0, 0}, 0, 1}, LinearPlace{{bytes.ref, 0}, 256, 256 * 8}, {8, 8, 1});
    kit.stream().copy(LinearPlace{{bytes.ref, 0}, 256, 256 * 8}, pictureAt(kit, 0, 0), {8, 8, 1});
}

void show(Kit& kit, ObjectRef texture, const Box& box) {
    const ObjectRef sampler = makeSampler(kit.task(), {});
    kit.stream().setFragmentTextures(0, {&texture, 1});
    kit.stream().setFragmentSamplers(0, {&sampler, 1});
    kit.fillTextured(box);
}

void narrowFormats(Kit& kit) {
    const Texture bytes = kit.texture(shapeOf(24, 24, PixelFormat::R8Unorm)),
                  halves = kit.texture(shapeOf(24, 24, PixelFormat::RGBA16Float));
    std::vector<uint8_t> ones(24 * 32);
    std::iota(ones.begin(), ones.end(), uint8_t{0});
    std::vector<uint16_t> eights;
    for (uint32_t i = 0; i < 24 * 24; ++i)
        eights.insert(eights.end(), {0x3c00, uint16_t(i % 2 ? 0x3800 : 0), 0x3400, 0x3c00}); // 1, 0.5 or 0, 0.25, 1
    const Buffer first = kit.buffer(ones), second = kit.buffer(eights);
    kit.stream().beginBlit();
    kit.stream().copy(LinearPlace{{first.ref, 0}, 32, 32 * 24}, ImagePlace{bytes.ref}, {24, 24, 1});
    kit.stream().copy(LinearPlace{{second.ref, 0}, 24 * 8, 24 * 8 * 24}, ImagePlace{halves.ref}, {24, 24, 1});
    kit.beginPass();
    kit.stream().setPipeline(kit.texturedPipeline());
    show(kit, bytes.ref, cell(0));
    show(kit, halves.ref, cell(1));
}

// Draws depth and stencil, and copies one of them to a buffer by the option's number.
Buffer copyAspect(Kit& kit, uint16_t option, uint64_t bytes) {
    const PixelFormat format = PixelFormat::Depth32FloatStencil8;
    const Texture texture = kit.texture({format, 32, 32, 1, kTransfer, Storage::Private, false});
    RenderPass pass{{}, 32, 32};
    pass.depth = pass.stencil = {texture.ref, 0, LoadAction::Clear, StoreAction::Store};
    pass.clearDepth = 0.25;
    pass.clearStencil = 51;
    kit.setExtent(32, 32);
    kit.stream().beginRender(pass);
    kit.stream().setPipeline(kit.pipeline([&](RenderPipeline& p) { p.colors.clear(), p.depth = p.stencil = format; }));
    const StencilFace replace{Compare::Always, StencilOperation::Keep, StencilOperation::Keep, StencilOperation::Replace};
    kit.stream().setDepthStencil(makeDepthStencil(kit.task(), {Compare::Always, true, replace, replace}));
    kit.stream().setStencilReference(204, 204);
    kit.fill({8, 4, 24, 28}, kWhite, 0.75f);
    kit.setExtent(Kit::kWidth, Kit::kHeight);
    const Buffer buffer = kit.buffer(std::vector<uint8_t>(32 * 32 * bytes));
    kit.list(buffer.ref, Written::ByGpu);
    kit.stream().beginBlit();
    kit.stream().copy(ImagePlace{texture.ref}, LinearPlace{{buffer.ref, 0}, 32 * bytes, 32 * 32 * bytes, option}, {32, 32, 1});
    return buffer;
}

void showBuffer(Kit& kit, const Buffer& buffer, PixelFormat format, uint64_t bytes) {
    const Texture texture = kit.texture(shapeOf(32, 32, format));
    kit.stream().copy(LinearPlace{{buffer.ref, 0}, 32 * bytes, 32 * 32 * bytes}, ImagePlace{texture.ref}, {32, 32, 1});
    kit.beginPass();
    kit.stream().setPipeline(kit.texturedPipeline());
    show(kit, texture.ref, {32, 32, 64, 64});
}

void depth(Kit& kit) { showBuffer(kit, copyAspect(kit, 1, 4), PixelFormat::R32Float, 4); }
void stencil(Kit& kit) { showBuffer(kit, copyAspect(kit, 2, 1), PixelFormat::R8Unorm, 1); }

void afterDrawing(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    kit.fill(cell(0), kRed);
    kit.stream().beginBlit();
    kit.stream().copy(pictureAt(kit, 0, 0), pictureAt(kit, 64, 64), {32, 32, 1});
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    kit.stream().setPipeline(kit.pipeline());
    kit.fill({72, 72, 80, 80}, kGreen);
    kit.stream().beginBlit();
    kit.stream().copy(pictureAt(kit, 64, 64), pictureAt(kit, 128, 0), {32, 32, 1});
}

} // namespace

std::span<const Feature> blitsFeatures() {
#define SCENE(name, summary) Feature{"blits", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/blits.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
