#include "pvg/guest/scenes/features/feature.h"

#include <bit>

namespace pvg::guest {

namespace {

constexpr uint16_t kNone = 0, kOne = 0x3c00, kTwo = 0x4000, kThree = 0x4200, kFour = 0x4400; // halves
constexpr uint16_t kTwoControlPoints = 2;

// Corners and colours of patches 0 to 7, cell i of colour i; factors of one.
struct Patches {
    explicit Patches(Kit& k) : kit(k) {
        kit.beginPass();
        for (uint32_t i = 0; i < 8; ++i) add(cell(i), palette(i));
    }
    // The first corner is the lower left one; alpha 0 stands for a parabola.
    void add(const Box& b, const Color& color) {
        const auto first = kit.clip(b.left, b.bottom), second = kit.clip(b.right, b.top);
        for (const float v : {first[0], first[1], second[0], second[1]}) corners.push_back(v);
        colors.push_back(color);
    }
    void use(const Tessellation& tessellation) {
        const VertexDescriptor input{{{0, VertexFormat::Float2, 0, 0}, {1, VertexFormat::Float4, 0, 1}}, {{0, 8, 4}, {1, 16, 3}}};
        kit.stream().setPipeline(kit.pipeline([&](RenderPipeline& p) {
            p.vertex = kit.function("patch_vertex");
            p.vertexDescriptor = input;
            p.tessellation = tessellation;
        }));
        kit.bind(Stage::Vertex, 0, corners);
        kit.bind(Stage::Vertex, 1, colors);
        setFactors(std::vector<uint16_t>(6, kOne));
    }
    // 0x7a; they lie behind eight bytes of something else.
    void setFactors(const std::vector<uint16_t>& halves) {
        ByteWriter all;
        for (int i = 0; i < 4; ++i) all.u16(kFour);
        for (const uint16_t half : halves) all.u16(half);
        kit.stream().record(0x7a, ByteWriter().u32(kit.buffer(all.view()).ref.value).u64(8).u64(0));
    }
    void draw(uint16_t start, uint16_t count, const BufferBinding& indices = {}) {
        ByteWriter w;
        w.u16(start).u16(count).u32(indices.buffer.value).u16(uint16_t(indices.offset)).u16(1).u16(0).u16(kTwoControlPoints);
        kit.stream().record(0x0d, w);
    }
    Kit& kit;
    std::vector<float> corners;
    std::vector<Color> colors;
};

// Cells 0 and 1, then 3 and 4, then 7.
void quads(Kit& kit) {
    Patches p(kit);
    p.use({});
    p.draw(0, 2);
    p.draw(3, 2);
    kit.stream().record(0x0c, ByteWriter().u64(7).u64(1).u32(0).u64(0).u64(1).u64(0).u16(kTwoControlPoints).unwritten(2));
}

struct Division {
    Tessellation tessellation;
    uint16_t factor;
    float scale;
};

void setScale(Kit& kit, float scale) {
    ByteWriter w;
    w.zeros(4).patch32(0, std::bit_cast<uint32_t>(scale));
    kit.stream().record(0x7b, w);
}

// Parabolas of 48 x 40 pixels, five in a row, drawn as lines through their points at equal distances.
void factors(Kit& kit) {
    constexpr std::array<Division, 8> kAll{{{{.partition = 1}, kOne, 1},
                                            {{.partition = 1}, kTwo, 1},
                                            {{.partition = 1}, kThree, 1},
                                            {{.partition = 0}, kThree, 1},
                                            {{.partition = 1, .isScaling = true}, kTwo, 1.5F},
                                            {{.partition = 2}, kThree, 1},
                                            {{.partition = 3}, kFour, 1},
                                            {{.partition = 1, .maxFactor = 2}, kFour, 1}}};
    Patches p(kit);
    for (uint32_t i = 0; i < kAll.size(); ++i) {
        p.corners.clear();
        p.colors.clear();
        const double left = 4 + 50 * (i % 5), top = 10 + 60 * (i / 5);
        p.add({left, top, left + 48, top + 40}, {1, 0, 0, 0});
        p.use(kAll[i].tessellation);
        p.setFactors(std::vector<uint16_t>(6, kAll[i].factor));
        setScale(kit, kAll[i].scale);
        p.draw(0, 1);
    }
}

// Colours 0 and 1 in cells 3 and 1, then 0 in cell 6. The wide record has the opcode of the plain one.
void indices(Kit& kit) {
    Patches p(kit);
    const ObjectRef narrow = kit.buffer(std::vector<uint16_t>{99, 6, 7, 2, 3}).ref, wide = kit.buffer(std::vector<uint32_t>{99, 12, 13}).ref;
    p.use({.indexType = 1});
    kit.stream().record(0x0f, ByteWriter().u16(0).u16(2).u32(0).u16(0).u32(narrow.value).u16(2).u16(1).u16(0).u16(kTwoControlPoints).unwritten(2));
    p.use({.indexType = 2});
    kit.stream().record(0x0c, ByteWriter().u64(0).u64(1).u32(0).u64(0).u32(wide.value).u64(4).u64(1).u64(0).u16(kTwoControlPoints).unwritten(2));
}

// Patches 5, 6 and 2, of which the factors of the second are zeros.
void patchIndices(Kit& kit) {
    Patches p(kit);
    p.use({.factorStep = 1});
    std::vector<uint16_t> factors(18, kOne);
    std::fill(factors.begin() + 6, factors.begin() + 12, kNone);
    p.setFactors(factors);
    p.draw(0, 3, {kit.buffer(std::vector<uint32_t>{9, 5, 6, 2}).ref, 4});
}

// Cells 3 and 4; then the colours of patches 1 and 2 in cells 6 and 7.
void indirect(Kit& kit) {
    const Buffer source = kit.buffer(std::vector<uint32_t>{2, 1, 3, 0, 2, 1, 1, 0}), arguments = kit.buffer(std::vector<uint32_t>(8));
    kit.list(arguments.ref, Written::ByGpu);
    kit.stream().beginBlit();
    kit.stream().copy(BufferBinding{source.ref, 0}, BufferBinding{arguments.ref, 0}, 32);
    Patches p(kit);
    p.use({});
    kit.stream().record(0x12, ByteWriter().u32(0).u32(arguments.ref.value).u64(0).u64(0).u16(kTwoControlPoints).unwritten(2));
    p.use({.indexType = 2});
    const ObjectRef points = kit.buffer(std::vector<uint32_t>{0, 0, 12, 13, 14, 15}).ref;
    kit.stream().record(0x13, ByteWriter().u32(0).u32(points.value).u32(arguments.ref.value).u64(0).u64(0).u64(16).u16(kTwoControlPoints).unwritten(2));
}

// Back faces are culled. Cells 0 and 1: the tessellator turns clockwise, 2 and 3: counter-clockwise; clockwise is front in 0 and 2.
void winding(Kit& kit) {
    Patches p(kit);
    kit.stream().set(State::Cull, kCullBack);
    for (uint32_t i = 0; i < 4; ++i) {
        kit.stream().set(State::Winding, i % 2);
        p.use({.winding = i / 2});
        p.draw(uint16_t(i), 1);
    }
}

} // namespace

std::span<const Feature> patchesFeatures() {
#define SCENE(name, summary) Feature{"patches", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/patches.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
