#include "pvg/guest/scenes/features/feature.h"

#include <algorithm>

namespace pvg::guest {

namespace {

template <class T>
std::vector<T> read(const Buffer& buffer) {
    std::vector<T> values(buffer.memory.size / sizeof(T));
    buffer.memory.read(0, std::as_writable_bytes(std::span(values)));
    return values;
}

void beginAgain(Kit& kit) {
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    kit.stream().setPipeline(kit.pipeline());
}

// A green square where what the CPU found is right, a red one where not.
void judge(Kit& kit, uint32_t number, bool isRight) { kit.fill(cell(number), isRight ? kGreen : kRed); }

Buffer sharedWords(Kit& kit, const std::vector<uint32_t>& values) {
    const Buffer buffer = kit.buffer(values);
    kit.list(buffer.ref, Written::ByGpu);
    return buffer;
}

void kernelToCpu(Kit& kit) {
    const Buffer counts = sharedWords(kit, {1, 2, 3, 4});
    kit.stream().beginCompute();
    kit.stream().setComputePipeline(kit.kernel("count_kernel"));
    const BufferBinding second{counts.ref, 4};
    kit.stream().setBuffers(Stage::Kernel, 0, {&second, 1});
    kit.bind(Stage::Kernel, 1, std::vector<uint32_t>{5});
    kit.stream().dispatchThreads({20, 1, 1}, {8, 1, 1});
    kit.submit();
    const auto found = read<uint32_t>(counts);
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    for (uint32_t i = 0; i < 4; ++i) judge(kit, i, found[i] == (i == 1 ? 102 : i + 1));
}

void blitToCpu(Kit& kit) {
    const Buffer from = kit.buffer(std::vector<uint32_t>(1024, 7)), to = sharedWords(kit, std::vector<uint32_t>(4096, 9));
    kit.stream().beginBlit();
    kit.stream().copy(BufferBinding{from.ref, 0}, BufferBinding{to.ref, 4 * 1000}, 4 * 1024);
    kit.submit();
    const auto found = read<uint32_t>(to);
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    judge(kit, 0, std::all_of(found.begin(), found.begin() + 1000, [](uint32_t v) { return v == 9; }));
    judge(kit, 1, std::all_of(found.begin() + 1000, found.begin() + 2024, [](uint32_t v) { return v == 7; }));
    judge(kit, 2, std::all_of(found.begin() + 2024, found.end(), [](uint32_t v) { return v == 9; }));
}

std::vector<Kit::Vertex> strip(const Kit& kit, uint32_t number, const Color& color) {
    const Box b = cell(number);
    return {kit.vertex(b.left, b.top, color), kit.vertex(b.right, b.top, color), kit.vertex(b.left, b.bottom, color),
            kit.vertex(b.right, b.bottom, color)};
}

// A strip in square 0, then in square 1 of the same buffer.
void drawTwice(Kit& kit, bool isAnnounced) {
    const Buffer vertices = kit.buffer(strip(kit, 0, kRed));
    const BufferBinding binding{vertices.ref, 0};
    kit.beginPass();
    for (uint32_t i = 0; i < 2; ++i) {
        if (i == 1) {
            kit.submit();
            vertices.memory.write(0, bytesOf(strip(kit, 1, kBlue)));
            if (isAnnounced) kit.rewritten(vertices.ref);
            beginAgain(kit);
        }
        kit.stream().setPipeline(kit.pipeline());
        kit.stream().setBuffers(Stage::Vertex, 0, {&binding, 1});
        kit.stream().draw(Draw{Primitive::TriangleStrip, 0, 4, 1});
    }
}

void rewritten(Kit& kit) { drawTwice(kit, true); }
void unannounced(Kit& kit) { drawTwice(kit, false); }

// Clears a texture to (51, 102, 204), draws a white corner of 8 x 4 texels.
void drawSmall(Kit& kit, const Texture& texture) {
    RenderPass pass{{texture.ref}, texture.shape.width, texture.shape.height};
    pass.color.load = LoadAction::Clear;
    pass.color.clear = {0.2, 0.4, 0.8, 1};
    kit.stream().beginRender(pass);
    kit.setExtent(texture.shape.width, texture.shape.height);
    kit.stream().setPipeline(kit.pipeline());
    kit.fill({0, 0, 8, 4}, kWhite);
    kit.setExtent(Kit::kWidth, Kit::kHeight);
}

uint32_t wordAt(const Texture& texture, uint64_t offset) {
    uint32_t word = 0;
    texture.memory.read(offset, std::as_writable_bytes(std::span(&word, 1)));
    return word;
}

void judgeSmall(Kit& kit, const Texture& texture) {
    const uint64_t row = texture.levels[0].bytesPerRow;
    judge(kit, 0, wordAt(texture, 0) == bgra(255, 255, 255));
    judge(kit, 1, wordAt(texture, 3 * row + 4 * 7) == bgra(255, 255, 255));
    judge(kit, 2, wordAt(texture, 4 * row) == bgra(51, 102, 204));
    judge(kit, 3, wordAt(texture, 18 * row + 4 * 26) == bgra(51, 102, 204));
}

bool waitForDownload(Kit& kit, ObjectRef ref) {
    Driver& driver = kit.task().driver();
    return driver.wait(driver.submit(Channel::Downloads, Command::SynchronizeResources, encodeSynchronize(kit.task().id(), {&ref, 1})));
}

// 27 x 19 texels: rows with padding, which has a mark of the CPU's.
void drawnToCpu(Kit& kit) {
    const Texture texture = kit.texture({PixelFormat::BGRA8Unorm, 27, 19, 1, kUsageRead | kUsageTarget, Storage::Shared, false});
    const uint64_t row = texture.levels[0].bytesPerRow;
    const uint32_t mark = 0x12345678;
    for (uint64_t y = 0; y < 18 && row >= 27 * 4 + 4; ++y) texture.memory.write(y * row + row - 4, std::as_bytes(std::span(&mark, 1)));
    drawSmall(kit, texture);
    kit.submit();
    waitForDownload(kit, texture.ref);
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    judgeSmall(kit, texture);
    for (uint32_t i = 0; i < 2; ++i) judge(kit, 8 + i, row < 27 * 4 + 4 || wordAt(texture, (17 * i + 1) * row - 4) == mark);
}

void managed(Kit& kit) {
    const Texture texture = kit.texture({PixelFormat::BGRA8Unorm, 27, 19, 1, kUsageRead | kUsageTarget, Storage::Managed, false});
    drawSmall(kit, texture);
    kit.stream().beginBlit();
    kit.stream().synchronize(texture.ref);
    kit.submit();
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    judgeSmall(kit, texture);
}

// Drawn, then one texel written by the CPU, then sampled, then drawn over.
void cpuThenGpu(Kit& kit) {
    const Texture texture = kit.texture({PixelFormat::BGRA8Unorm, 32, 32, 1, kUsageRead | kUsageTarget, Storage::Shared, false});
    drawSmall(kit, texture);
    kit.submit();
    waitForDownload(kit, texture.ref);
    const std::vector<uint32_t> green(16, bgra(0, 255, 0));
    texture.memory.write(20 * texture.levels[0].bytesPerRow, bytesOf(green));
    kit.rewritten(texture.ref);
    RenderPass pass{{texture.ref}, 32, 32};
    pass.color.load = LoadAction::Load;
    kit.stream().beginRender(pass);
    kit.setExtent(32, 32);
    kit.stream().setPipeline(kit.pipeline());
    kit.fill({28, 28, 32, 32}, kRed);
    kit.setExtent(Kit::kWidth, Kit::kHeight);
    kit.beginPass();
    kit.stream().setPipeline(kit.texturedPipeline());
    const ObjectRef sampler = makeSampler(kit.task(), {});
    kit.stream().setFragmentTextures(0, {&texture.ref, 1});
    kit.stream().setFragmentSamplers(0, {&sampler, 1});
    kit.fillTextured({0, 0, 32, 32});
}

void reusedRef(Kit& kit) {
    const Texture texture = kit.texture({PixelFormat::BGRA8Unorm, 2, 1, 1, kUsageRead, Storage::Shared, false},
                                        std::vector<uint32_t>{bgra(255, 0, 0), bgra(0, 255, 0)});
    const ObjectRef sampler = makeSampler(kit.task(), {.address = Address::ClampToEdge});
    for (uint32_t i = 0; i < 2; ++i) {
        if (i == 1) {
            kit.submit();
            kit.task().clearSlot(sampler);
            Driver& driver = kit.task().driver();
            const Bytes deletion = encodeDeleteObject(kit.task().id(), ObjectKind::Sampler, sampler);
            driver.wait(driver.submit(Channel::Immediate, Command::DeleteObject, deletion)); // channels are not ordered
            kit.task().publish(sampler, SlotType::Serializer, samplerRecord(sampler, {.address = Address::Repeat}));
        }
        kit.stream().beginRender(kit.pass(i == 0 ? LoadAction::Clear : LoadAction::Load));
        kit.stream().setPipeline(kit.texturedPipeline());
        kit.stream().setFragmentTextures(0, {&texture.ref, 1});
        kit.stream().setFragmentSamplers(0, {&sampler, 1});
        kit.fillTextured(cell(i), {1, 0, 2, 1}); // right of the texture
    }
}

// A private texture is nowhere but with the host between the packets.
void twoPackets(Kit& kit) {
    const Texture texture = kit.texture({PixelFormat::BGRA8Unorm, 32, 32, 1, kUsageRead | kUsageTarget, Storage::Private, false});
    drawSmall(kit, texture);
    kit.submit();
    kit.beginPass();
    kit.stream().setPipeline(kit.texturedPipeline());
    const ObjectRef sampler = makeSampler(kit.task(), {});
    kit.stream().setFragmentTextures(0, {&texture.ref, 1});
    kit.stream().setFragmentSamplers(0, {&sampler, 1});
    kit.fillTextured({64, 64, 96, 96});
}

} // namespace

std::span<const Feature> coherencyFeatures() {
#define SCENE(name, summary) Feature{"coherency", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/coherency.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
