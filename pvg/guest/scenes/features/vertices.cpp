#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

namespace {

using Layout = VertexDescriptor;
constexpr uint32_t kPerVertex = 1, kPerInstance = 2, kConstantStep = 0;

ObjectRef pipelineOf(Kit& kit, const Layout& layout, std::string_view vertex = "attribute_vertex") {
    return kit.pipeline([&](RenderPipeline& p) { p.vertex = kit.function(vertex), p.vertexDescriptor = layout; });
}

// The corners of a cell's two triangles in clip space.
std::vector<std::array<float, 2>> cornersOf(Kit& kit, uint32_t number) {
    const Box b = cell(number);
    const auto nw = kit.clip(b.left, b.top), ne = kit.clip(b.right, b.top), sw = kit.clip(b.left, b.bottom),
               se = kit.clip(b.right, b.bottom);
    return {nw, ne, sw, sw, ne, se};
}

void drawQuad(Kit& kit, const ByteWriter& vertices) {
    kit.bind(Stage::Vertex, 0, vertices.view());
    kit.stream().draw(Draw{Primitive::Triangle, 0, 6, 1});
}

// Position at 0, colour at 16, then 16 bytes that belong to nobody.
void stride(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(pipelineOf(kit, {{{0, VertexFormat::Float2, 0, 0}, {1, VertexFormat::Float4, 16, 0}}, {{0, 48}}}));
    ByteWriter w;
    for (const auto& c : cornersOf(kit, 0)) w.f32(c[0]).f32(c[1]).unwritten(8).f32(1).f32(0).f32(1).f32(1).unwritten(16);
    drawQuad(kit, w);
}

void longStride(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(pipelineOf(kit, {{{0, VertexFormat::Float2, 0, 0}, {1, VertexFormat::Float4, 2048, 0}}, {{0, 4096}}}));
    ByteWriter w;
    for (const auto& c : cornersOf(kit, 9)) w.f32(c[0]).f32(c[1]).unwritten(2040).f32(0).f32(1).f32(1).f32(1).unwritten(2032);
    drawQuad(kit, w);
}

void bgraColors(Kit& kit) {
    kit.beginPass();
    for (uint32_t i = 0; i < 2; ++i) {
        const VertexFormat format = i == 0 ? VertexFormat::UChar4Normalized : VertexFormat::UChar4NormalizedBgra;
        kit.stream().setPipeline(pipelineOf(kit, {{{0, VertexFormat::Float2, 0, 0}, {1, format, 8, 0}}, {{0, 12}}}));
        ByteWriter w;
        for (const auto& c : cornersOf(kit, i)) w.f32(c[0]).f32(c[1]).u8(255).u8(102).u8(51).u8(255);
        drawQuad(kit, w);
    }
}

// Half floats of the few values that are needed: 2^-5 steps around zero.
uint16_t half(float value) {
    if (value == 0) return 0;
    const auto bits = std::bit_cast<uint32_t>(value);
    const int exponent = int(bits >> 23 & 0xff) - 127 + 15;
    return static_cast<uint16_t>((bits >> 16 & 0x8000) | uint32_t(exponent) << 10 | (bits >> 13 & 0x3ff));
}

void halfFloats(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(pipelineOf(kit, {{{0, VertexFormat::Half2, 0, 0}, {1, VertexFormat::Half4, 4, 0}}, {{0, 12}}}));
    ByteWriter w;
    for (const auto& c : cornersOf(kit, 3)) w.u16(half(c[0])).u16(half(c[1])).u16(half(0.5f)).u16(half(1)).u16(half(0.25f)).u16(half(1));
    drawQuad(kit, w);
}

void packedColors(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(
        pipelineOf(kit, {{{0, VertexFormat::Float2, 0, 0}, {1, VertexFormat::UInt1010102Normalized, 8, 0}}, {{0, 12}}}));
    ByteWriter w;
    for (const auto& c : cornersOf(kit, 5)) w.f32(c[0]).f32(c[1]).u32(1023u | 0u << 10 | 341u << 20 | 3u << 30);
    drawQuad(kit, w);
}

// A position without z and w, a colour without blue and alpha, then one of red alone.
void missingComponents(Kit& kit) {
    kit.beginPass({0, 0, 1, 1});
    const auto additive = [](RenderPipeline& p) { p.colors[0].blend = BlendState{4, 0, 1, 0}; }; // times its own alpha, which is 1
    for (uint32_t i = 0; i < 2; ++i) {
        const Layout layout{{{0, VertexFormat::Float2, 0, 0}, {1, i == 0 ? VertexFormat::Float2 : VertexFormat::Float, 8, 0}}, {{0, 16}}};
        kit.stream().setPipeline(kit.pipeline(
            [&](RenderPipeline& p) { p.vertex = kit.function("attribute_vertex"), p.vertexDescriptor = layout, additive(p); }));
        ByteWriter w;
        for (const auto& c : cornersOf(kit, i)) w.f32(c[0]).f32(c[1]).f32(1).f32(0.4f);
        drawQuad(kit, w);
    }
}

void twoBuffers(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(
        pipelineOf(kit, {{{0, VertexFormat::Float2, 8, 3}, {1, VertexFormat::UChar4Normalized, 4, 5}}, {{3, 16}, {5, 8}}}));
    ByteWriter positions, colors;
    positions.unwritten(32);
    colors.unwritten(16);
    for (const auto& c : cornersOf(kit, 6)) {
        positions.unwritten(8).f32(c[0]).f32(c[1]);
        colors.unwritten(4).u8(0).u8(255).u8(255).u8(255);
    }
    const Buffer first = kit.buffer(positions.view()), second = kit.buffer(colors.view());
    const BufferBinding three{first.ref, 32}, five{second.ref, 16};
    kit.stream().setBuffers(Stage::Vertex, 3, {&three, 1});
    kit.stream().setBuffers(Stage::Vertex, 5, {&five, 1});
    kit.stream().draw(Draw{Primitive::Triangle, 0, 6, 1});
}

void bufferOffsets(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
    std::vector<Kit::Vertex> ring;
    for (uint32_t i = 0; i < 8; ++i)
        for (const auto& c : cornersOf(kit, i)) ring.push_back({{c[0], c[1], 0, 1}, palette(i)});
    const Buffer buffer = kit.buffer(ring);
    const BufferBinding binding{buffer.ref, 0};
    kit.stream().setBuffers(Stage::Vertex, 0, {&binding, 1});
    for (uint64_t i : {7, 0, 4, 2}) {
        kit.stream().setBufferOffset(Stage::Vertex, 0, i * 6 * sizeof(Kit::Vertex));
        kit.stream().draw(Draw{Primitive::Triangle, 0, 6, 1});
    }
}

// Position per vertex out of buffer 0, colour out of buffer 1 with the given layout.
void drawWithColors(Kit& kit, const VertexLayout& colors, const std::vector<Color>& values, uint32_t number) {
    kit.stream().setPipeline(pipelineOf(kit, {{{0, VertexFormat::Float2, 0, 0}, {1, VertexFormat::Float4, 0, 1}}, {{0, 8}, colors}}));
    kit.bind(Stage::Vertex, 1, values);
    ByteWriter w;
    for (const auto& c : cornersOf(kit, number)) w.f32(c[0]).f32(c[1]);
    drawQuad(kit, w);
}

// The step rate of constant attributes is 0.
void constantStep(Kit& kit) {
    kit.beginPass();
    drawWithColors(kit, {1, 16, kConstantStep, 0}, {kGreen, kRed, kRed, kRed, kRed, kRed}, 2);
}

void zeroStride(Kit& kit) {
    kit.beginPass();
    drawWithColors(kit, {1, 0, kPerVertex, 1}, {kBlue, kRed, kRed, kRed, kRed, kRed}, 4);
}

// Instance n: offset n of a list that advances every instance, colour n / 2 of one that advances every second.
void drawStepped(Kit& kit, uint64_t instances, uint64_t base) {
    kit.beginPass();
    const Layout layout{{{0, VertexFormat::Float2, 0, 0}, {1, VertexFormat::Float4, 0, 1}, {2, VertexFormat::Float2, 0, 2}},
                        {{0, 8, kPerVertex, 1}, {1, 16, kPerInstance, 2}, {2, 8, kPerInstance, 1}}};
    kit.stream().setPipeline(pipelineOf(kit, layout, "moved_vertex"));
    std::vector<Color> colors;
    std::vector<std::array<float, 2>> offsets;
    for (uint32_t i = 0; i < 8; ++i) colors.push_back(palette(i)), offsets.push_back({0.25f * float(i), 0});
    kit.bind(Stage::Vertex, 0, cornersOf(kit, 0));
    kit.bind(Stage::Vertex, 1, colors);
    kit.bind(Stage::Vertex, 2, offsets);
    kit.stream().draw(Draw{Primitive::Triangle, 0, 6, instances, base});
}

void instanceStep(Kit& kit) { drawStepped(kit, 7, 0); }
void instanceStepBase(Kit& kit) { drawStepped(kit, 4, 2); }

// Colours for six vertices, positions for twelve: the second square is black on blue.
void beyondTheEnd(Kit& kit) {
    kit.beginPass({0, 0, 1, 1});
    kit.stream().setPipeline(pipelineOf(kit, {{{0, VertexFormat::Float2, 0, 0}, {1, VertexFormat::Float4, 0, 1}}, {{0, 8}, {1, 16}}}));
    std::vector<std::array<float, 2>> positions = cornersOf(kit, 0);
    for (const auto& c : cornersOf(kit, 2)) positions.push_back(c);
    kit.bind(Stage::Vertex, 0, positions);
    const Buffer colors = kit.buffer(std::vector<Color>(6, kRed));
    const BufferBinding binding{colors.ref, 0};
    kit.stream().setBuffers(Stage::Vertex, 1, {&binding, 1});
    kit.stream().draw(Draw{Primitive::Triangle, 0, 12, 1});
}

} // namespace

std::span<const Feature> verticesFeatures() {
#define SCENE(name, summary) Feature{"vertices", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/vertices.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
