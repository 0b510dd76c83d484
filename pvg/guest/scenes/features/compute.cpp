#include "pvg/guest/scenes/features/feature.h"

#include <numeric>

namespace pvg::guest {

namespace {

constexpr uint32_t kWritten = kUsageRead | kUsageWrite;

Texture target(Kit& kit, uint32_t width, uint32_t height, PixelFormat format = PixelFormat::RGBA8Unorm) {
    return kit.texture({format, width, height, 1, kWritten | kUsageTarget | kUsageViews, Storage::Private, false});
}

void useKernel(Kit& kit, std::string_view name) { kit.stream().setComputePipeline(kit.kernel(name)); }
void useTexture(Kit& kit, ObjectRef texture, uint32_t slot = 0) { kit.stream().setTextures(Stage::Kernel, slot, {&texture, 1}); }
void useBuffer(Kit& kit, const BufferBinding& buffer, uint32_t index) { kit.stream().setBuffers(Stage::Kernel, index, {&buffer, 1}); }

void begin(Kit& kit, std::string_view kernel) {
    kit.stream().beginCompute();
    useKernel(kit, kernel);
}

void show(Kit& kit, ObjectRef texture, const Box& box, const std::array<double, 4>& clear = {0, 0, 0, 1}) {
    kit.beginPass(clear);
    kit.stream().setPipeline(kit.texturedPipeline("textured_fragment", [](RenderPipeline& p) { p.colors[0].blend = kSourceOver; }));
    const ObjectRef sampler = makeSampler(kit.task(), {});
    kit.stream().setFragmentTextures(0, {&texture, 1});
    kit.stream().setFragmentSamplers(0, {&sampler, 1});
    kit.fillTextured(box);
}

// Clears a texture by a pass, then paints with a grid.
Texture painted(Kit& kit, const std::function<void(const Texture&)>& dispatch) {
    const Texture texture = target(kit, 64, 64);
    RenderPass pass{{texture.ref}, 64, 64};
    pass.color.load = LoadAction::Clear;
    pass.color.clear = {0, 0, 1, 1};
    kit.stream().beginRender(pass);
    begin(kit, "paint_kernel");
    useTexture(kit, texture.ref);
    kit.bind(Stage::Kernel, 0, std::vector<float>{1, 0.4f, 0, 1});
    dispatch(texture);
    return texture;
}

void threads(Kit& kit) {
    const Texture texture = painted(kit, [&](const Texture&) { kit.stream().dispatchThreads({37, 21, 1}, {8, 8, 1}); });
    show(kit, texture.ref, {32, 32, 96, 96});
}

void groups(Kit& kit) {
    const Texture texture = painted(kit, [&](const Texture&) { kit.stream().dispatchGroups({5, 3, 1}, {8, 8, 1}); });
    show(kit, texture.ref, {32, 32, 96, 96});
}

void indirect(Kit& kit) {
    const Buffer arguments = kit.buffer(std::vector<uint32_t>{9, 9, 9, 2, 7, 1});
    const Texture texture = painted(kit, [&](const Texture&) { kit.stream().dispatchIndirect({arguments.ref, 12}, {16, 4, 1}); });
    show(kit, texture.ref, {32, 32, 96, 96});
}

void zeroGrids(Kit& kit) {
    const Texture texture = painted(kit, [&](const Texture&) {
        kit.stream().dispatchThreads({0, 21, 1}, {8, 8, 1});
        kit.stream().dispatchGroups({4, 0, 1}, {8, 8, 1});
        kit.stream().dispatchThreads({8, 8, 1}, {8, 8, 1});
    });
    show(kit, texture.ref, {32, 32, 96, 96});
}

void beyondEdges(Kit& kit) {
    const Texture texture = painted(kit, [&](const Texture&) { kit.stream().dispatchGroups({40, 2, 1}, {8, 8, 1}); });
    show(kit, texture.ref, {32, 32, 96, 96});
}

Buffer words(Kit& kit, const std::vector<uint32_t>& values) {
    const Buffer buffer = kit.buffer(values);
    kit.list(buffer.ref, Written::ByGpu);
    return buffer;
}

// Words as texels of rows of 64.
void showWords(Kit& kit, const Buffer& buffer, uint64_t rows, uint64_t top = 0) {
    kit.stream().beginBlit();
    kit.stream().copy(LinearPlace{{buffer.ref, 0}, 256, 256 * rows}, ImagePlace{kit.picture(), {0, top, 0}}, {64, rows, 1});
}

void numbers(Kit& kit) {
    const Buffer out = words(kit, std::vector<uint32_t>(64 * 32, bgra(0, 0, 255)));
    begin(kit, "number_kernel");
    useBuffer(kit, {out.ref, 0}, 0);
    kit.bind(Stage::Kernel, 1, std::vector<uint32_t>{64});
    kit.stream().dispatchThreads({50, 30, 1}, {16, 4, 1});
    showWords(kit, out, 32);
}

// 100 words in groups of 32: three turned round whole, the last one of four.
void threadgroupMemory(Kit& kit) {
    std::vector<uint32_t> values(128);
    for (uint32_t i = 0; i < 128; ++i) values[i] = bgra(2 * i, 255 - i, 0);
    const Buffer buffer = words(kit, values);
    begin(kit, "reverse_kernel");
    useBuffer(kit, {buffer.ref, 0}, 0);
    kit.stream().setThreadgroupMemory(128, 0);
    kit.stream().dispatchThreads({100, 1, 1}, {32, 1, 1});
    showWords(kit, buffer, 2);
}

// 3 x 7 x 5 threads add 2 each; then 10 add 1000 to the next word.
void atomics(Kit& kit) {
    const Buffer counts = words(kit, std::vector<uint32_t>(64, bgra(0, 0, 0)));
    begin(kit, "count_kernel");
    useBuffer(kit, {counts.ref, 0}, 0);
    kit.bind(Stage::Kernel, 1, std::vector<uint32_t>{2});
    kit.stream().dispatchThreads({3, 7, 5}, {2, 2, 2});
    useBuffer(kit, {counts.ref, 4}, 0);
    kit.bind(Stage::Kernel, 1, std::vector<uint32_t>{1000});
    kit.stream().dispatchGroups({5, 1, 1}, {2, 1, 1});
    showWords(kit, counts, 1);
}

std::vector<uint32_t> greens(size_t count) {
    std::vector<uint32_t> values(count);
    for (uint32_t i = 0; i < count; ++i) values[i] = bgra(0, i, 0);
    return values;
}

void boundTwice(Kit& kit) {
    const Buffer buffer = words(kit, greens(256));
    begin(kit, "shift_kernel");
    useBuffer(kit, {buffer.ref, 16}, 0);
    useBuffer(kit, {buffer.ref, 640}, 1);
    kit.stream().dispatchThreads({64, 1, 1}, {64, 1, 1});
    showWords(kit, buffer, 4);
}

void bufferOffsets(Kit& kit) {
    const Buffer from = kit.buffer(greens(256)), to = words(kit, std::vector<uint32_t>(256, bgra(255, 0, 0)));
    begin(kit, "shift_kernel");
    useBuffer(kit, {from.ref, 0}, 0);
    useBuffer(kit, {to.ref, 0}, 1);
    for (uint64_t i : {0, 2}) {
        kit.stream().setBufferOffset(Stage::Kernel, 0, 256 * (3 - i));
        kit.stream().setBufferOffset(Stage::Kernel, 1, 256 * i + 32);
        kit.stream().dispatchThreads({48, 1, 1}, {16, 1, 1});
    }
    showWords(kit, to, 4);
}

// Coverage 0.4 over red.
void alphaTexture(Kit& kit) {
    const Texture texture = target(kit, 32, 32, PixelFormat::A8Unorm);
    begin(kit, "paint_kernel");
    useTexture(kit, texture.ref);
    kit.bind(Stage::Kernel, 0, std::vector<float>{1, 1, 1, 0.4f});
    kit.stream().dispatchThreads({32, 32, 1}, {8, 8, 1});
    show(kit, texture.ref, {32, 32, 64, 64}, {1, 0, 0, 1});
}

void sampleInKernel(Kit& kit) {
    std::vector<uint32_t> texels;
    for (uint32_t i = 0; i < 16; ++i) texels.push_back(bgra(i * 17, 255 - i * 17, 51));
    const Texture source = kit.texture({PixelFormat::BGRA8Unorm, 4, 4, 1, kUsageRead, Storage::Shared, false}, texels),
                  texture = target(kit, 32, 32);
    begin(kit, "sample_kernel");
    useTexture(kit, texture.ref);
    useTexture(kit, source.ref, 1);
    const ObjectRef sampler = makeSampler(kit.task(), {});
    kit.stream().setSamplers(Stage::Kernel, 0, {&sampler, 1});
    kit.stream().dispatchThreads({32, 32, 1}, {8, 8, 1});
    show(kit, texture.ref, {32, 32, 64, 64});
}

void writeLevels(Kit& kit) {
    const Texture texture =
        kit.texture({PixelFormat::RGBA8Unorm, 64, 64, 2, kWritten | kUsageTarget | kUsageViews, Storage::Private, false});
    const ObjectRef level = kit.list(makeLevelView(kit.task(), texture, 1), Written::ByGpu);
    begin(kit, "paint_kernel");
    useTexture(kit, level);
    kit.bind(Stage::Kernel, 0, std::vector<float>{0, 1, 0.4f, 1});
    kit.stream().dispatchThreads({32, 32, 1}, {8, 8, 1});
    show(kit, level, {32, 32, 64, 64});
}

// The vertices of cell 0, copied behind themselves by a kernel, moved nowhere; the draw uses the copy.
void beforeDraw(Kit& kit) {
    const Box b = cell(10);
    const std::vector<Kit::Vertex> vertices{kit.vertex(b.left, b.top, kGreen), kit.vertex(b.right, b.top, kGreen),
                                            kit.vertex(b.left, b.bottom, kGreen), kit.vertex(b.right, b.bottom, kGreen)};
    const Buffer from = kit.buffer(vertices), to = words(kit, std::vector<uint32_t>(32));
    begin(kit, "shift_kernel");
    useBuffer(kit, {from.ref, 0}, 0);
    useBuffer(kit, {to.ref, 0}, 1);
    kit.stream().dispatchThreads({32, 1, 1}, {32, 1, 1});
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    const BufferBinding binding{to.ref, 0};
    kit.stream().setBuffers(Stage::Vertex, 0, {&binding, 1});
    kit.stream().draw(Draw{Primitive::TriangleStrip, 0, 4, 1});
}

// Row 0 is copied to row 1, that to row 2, and that to row 3.
void chained(Kit& kit) {
    std::vector<uint32_t> values(256, bgra(255, 0, 0));
    for (uint32_t i = 0; i < 64; ++i) values[i] = bgra(0, 0, 4 * i);
    const Buffer buffer = words(kit, values);
    begin(kit, "shift_kernel");
    for (uint64_t row = 0; row < 3; ++row) {
        useBuffer(kit, {buffer.ref, 256 * row}, 0);
        useBuffer(kit, {buffer.ref, 256 * row + 256}, 1);
        kit.stream().dispatchThreads({64, 1, 1}, {32, 1, 1});
        kit.stream().barrierBuffers();
    }
    showWords(kit, buffer, 4);
}

// Words go by the thread, their places through indices that count down: row 0 whole, row 1 threads 0 to 15 of a region from 16 on.
void stageInput(Kit& kit) {
    std::vector<uint32_t> values(64), places(64);
    std::vector<uint16_t> indices(65, 77);
    for (uint32_t i = 0; i < 64; ++i) values[i] = bgra(0, 4 * i, 255), places[i] = i, indices[i + 1] = uint16_t(63 - i);
    const Buffer out = words(kit, std::vector<uint32_t>(128, bgra(255, 0, 0)));
    const VertexDescriptor input{{{0, VertexFormat::UInt, 0, 3}, {1, VertexFormat::UInt, 0, 4}}, {{3, 4, 5}, {4, 4, 7}}};
    kit.stream().beginCompute();
    kit.stream().setComputePipeline(makeComputePipeline(kit.task(), {"", kit.function("stage_input_kernel"), StageInput{input, 0, 9}}));
    useBuffer(kit, {kit.buffer(values).ref, 0}, 3);
    useBuffer(kit, {kit.buffer(places).ref, 0}, 4);
    useBuffer(kit, {kit.buffer(indices).ref, 2}, 9);
    useBuffer(kit, {out.ref, 0}, 0);
    kit.stream().dispatchThreads({64, 1, 1}, {24, 1, 1});
    useBuffer(kit, {out.ref, 256}, 0);
    kit.stream().record(0xd1, ByteWriter().u64(16).u64(1).u64(1).u64(16).u64(0).u64(0));
    kit.stream().dispatchThreads({16, 1, 1}, {8, 1, 1});
    showWords(kit, out, 2);
}

} // namespace

std::span<const Feature> computeFeatures() {
#define SCENE(name, summary) Feature{"compute", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/compute.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
