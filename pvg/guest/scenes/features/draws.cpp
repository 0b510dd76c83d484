#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

namespace {

constexpr std::array<uint16_t, 6> kQuad{0, 1, 2, 2, 1, 3};

void addCorners(Kit& kit, std::vector<Kit::Vertex>& to, uint32_t number, const Color& color) {
    const Box b = cell(number);
    for (double y : {b.top, b.bottom})
        for (double x : {b.left, b.right}) to.push_back(kit.vertex(x, y, color));
}

// Binds squares 0 to 7 of the palette's colours as lists of six vertices.
void bindLists(Kit& kit, uint32_t firstCell = 0) {
    std::vector<Kit::Vertex> vertices;
    for (uint32_t i = 0; i < 8; ++i) {
        std::vector<Kit::Vertex> corners;
        addCorners(kit, corners, firstCell + i, palette(i));
        for (uint16_t index : kQuad) vertices.push_back(corners[index]);
    }
    kit.bind(Stage::Vertex, 0, vertices);
}

// The same squares as four corners each.
void bindCorners(Kit& kit) {
    std::vector<Kit::Vertex> vertices;
    for (uint32_t i = 0; i < 8; ++i) addCorners(kit, vertices, i, palette(i));
    kit.bind(Stage::Vertex, 0, vertices);
}

// Instance n: n cells to the right, colour n of the palette.
struct Instance {
    std::array<float, 4> offset;
    Color color;
};
void bindInstances(Kit& kit) {
    std::vector<Instance> instances;
    for (uint32_t i = 0; i < 8; ++i) instances.push_back({{0.25f * float(i), 0, 0, 0}, palette(i)});
    kit.bind(Stage::Vertex, 1, instances);
}

ObjectRef instancePipeline(Kit& kit) {
    return kit.pipeline([&](RenderPipeline& p) { p.vertex = kit.function("instance_vertex"); });
}

void begin(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline());
}

void beginInstanced(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(instancePipeline(kit));
    bindInstances(kit);
}

// Indices of the squares with the given numbers, behind `before` entries that must not be used.
template <class Index>
std::vector<Index> indicesOf(std::initializer_list<uint32_t> squares, size_t before) {
    std::vector<Index> indices(before, Index{31});
    for (uint32_t square : squares)
        for (uint16_t corner : kQuad) indices.push_back(static_cast<Index>(4 * square + corner));
    return indices;
}

void plain(Kit& kit) {
    begin(kit);
    bindLists(kit);
    kit.stream().draw(Draw{Primitive::Triangle, 12, 12, 1});
    kit.stream().draw(Draw{Primitive::Triangle, 36, 6, 1, 0, true});
}

void instanced(Kit& kit) {
    beginInstanced(kit);
    bindLists(kit);
    kit.stream().draw(Draw{Primitive::Triangle, 6, 6, 3});
    bindLists(kit, 8);
    kit.stream().draw(Draw{Primitive::Triangle, 12, 6, 2, 0, true});
}

void baseInstance(Kit& kit) {
    beginInstanced(kit);
    bindLists(kit);
    kit.stream().draw(Draw{Primitive::Triangle, 0, 6, 2, 3});
    bindLists(kit, 8);
    kit.stream().draw(Draw{Primitive::Triangle, 0, 6, 3, 5, true});
}

void indexed(Kit& kit) {
    begin(kit);
    bindCorners(kit);
    const Buffer indices = kit.buffer(indicesOf<uint16_t>({1, 4, 6}, 3));
    kit.stream().draw(IndexedDraw{Primitive::Triangle, {indices.ref, 6}, 12});
    kit.stream().draw(IndexedDraw{.indices = {indices.ref, 6 + 24}, .count = 6, .isWide = true});
}

void indexed32(Kit& kit) {
    begin(kit);
    bindCorners(kit);
    const Buffer indices = kit.buffer(indicesOf<uint32_t>({0, 7}, 2));
    kit.stream().draw(IndexedDraw{Primitive::Triangle, {indices.ref, 8}, 12, IndexType::U32});
}

void indexedInstanced(Kit& kit) {
    beginInstanced(kit);
    bindCorners(kit);
    const Buffer indices = kit.buffer(indicesOf<uint16_t>({0, 2}, 1));
    kit.stream().draw(IndexedDraw{Primitive::Triangle, {indices.ref, 2}, 6, IndexType::U16, 2});
    kit.stream().draw(IndexedDraw{.indices = {indices.ref, 14}, .count = 6, .instances = 5, .isWide = true});
}

void drawBaseVertices(Kit& kit, bool isSecondForm) {
    begin(kit);
    bindCorners(kit);
    const Buffer indices = kit.buffer(indicesOf<uint16_t>({2}, 4));
    const BufferBinding place{indices.ref, 8};
    kit.stream().draw(IndexedDraw{.indices = place, .count = 6, .baseVertex = 4, .isSecondForm = isSecondForm});
    kit.stream().draw(IndexedDraw{.indices = place, .count = 6, .baseVertex = -8, .isSecondForm = isSecondForm});
    kit.stream().draw(IndexedDraw{.indices = place, .count = 6, .baseVertex = 16, .isSecondForm = isSecondForm, .isWide = true});
    kit.stream().draw(IndexedDraw{.indices = place, .count = 6, .baseVertex = -4, .isSecondForm = isSecondForm, .isWide = true});
}

void baseVertex(Kit& kit) { drawBaseVertices(kit, false); }
void baseVertexSecondForm(Kit& kit) { drawBaseVertices(kit, true); }

void indexedBaseInstance(Kit& kit) {
    beginInstanced(kit);
    bindCorners(kit);
    const Buffer indices = kit.buffer(indicesOf<uint16_t>({0}, 0));
    kit.stream().draw(IndexedDraw{.indices = {indices.ref, 0}, .count = 6, .instances = 3, .baseVertex = 4, .baseInstance = 2});
}

void indirect(Kit& kit) {
    beginInstanced(kit);
    bindLists(kit);
    const Buffer arguments = kit.buffer(std::vector<uint32_t>{99, 99, 6, 3, 12, 1}); // vertices, instances, first vertex, base instance
    kit.stream().draw(IndirectDraw{Primitive::Triangle, {arguments.ref, 8}});
}

void indexedIndirect(Kit& kit) {
    beginInstanced(kit);
    bindCorners(kit);
    const Buffer indices = kit.buffer(indicesOf<uint16_t>({7, 7, 0}, 2));
    const Buffer arguments =
        kit.buffer(std::vector<uint32_t>{99, 6, 2, 12, 4, 3}); // indices, instances, first index, base vertex, base instance
    kit.stream().draw(IndirectDraw{Primitive::Triangle, {arguments.ref, 4}, {indices.ref, 4}});
}

void restart(Kit& kit) {
    begin(kit);
    bindCorners(kit);
    const Buffer narrow = kit.buffer(std::vector<uint16_t>{0, 1, 2, 3, 0xffff, 8, 9, 10, 11, 0xffff});
    kit.stream().draw(IndexedDraw{Primitive::TriangleStrip, {narrow.ref, 0}, 10});
    const Buffer wide = kit.buffer(std::vector<uint32_t>{16, 17, 18, 19, 0xffffffff, 0xffffffff, 24, 25, 26, 27});
    kit.stream().draw(IndexedDraw{Primitive::TriangleStrip, {wide.ref, 0}, 10, IndexType::U32});
}

// Back faces are culled: all triangles of a strip face the way its first one does.
void strips(Kit& kit) {
    begin(kit);
    kit.stream().set(State::Cull, kCullBack);
    std::vector<Kit::Vertex> vertices;
    for (int i = 0; i < 10; ++i) vertices.push_back(kit.vertex(16 * (i / 2) + 16, i % 2 ? 16 : 48, kRed));
    kit.bind(Stage::Vertex, 0, vertices);
    kit.stream().draw(Draw{Primitive::TriangleStrip, 0, 10, 1});
    for (Kit::Vertex& v : vertices) v.position[0] += 1;
    std::swap(vertices[0], vertices[1]); // turns its first triangle round, and with it the strip's
    kit.bind(Stage::Vertex, 0, vertices);
    kit.stream().draw(Draw{Primitive::TriangleStrip, 0, 3, 1});
}

void zeroCounts(Kit& kit) {
    begin(kit);
    bindCorners(kit);
    const Buffer indices = kit.buffer(indicesOf<uint16_t>({1}, 0));
    kit.stream().draw(Draw{Primitive::Triangle, 0, 0, 1});
    kit.stream().draw(Draw{Primitive::Triangle, 0, 6, 0});
    kit.stream().draw(Draw{Primitive::Triangle, 0, 0, 1, 0, true});
    kit.stream().draw(IndexedDraw{Primitive::Triangle, {indices.ref, 0}, 0});
    kit.stream().draw(IndexedDraw{Primitive::Triangle, {indices.ref, 0}, 6, IndexType::U16, 0});
    kit.stream().draw(IndexedDraw{Primitive::Triangle, {indices.ref, 0}, 6});
}

void incomplete(Kit& kit) {
    begin(kit);
    bindLists(kit);
    kit.stream().draw(Draw{Primitive::Triangle, 0, 8, 1});
    bindCorners(kit);
    const Buffer indices = kit.buffer(indicesOf<uint16_t>({3, 5}, 0));
    kit.stream().draw(IndexedDraw{Primitive::Triangle, {indices.ref, 0}, 11});
}

void farStart(Kit& kit) {
    begin(kit);
    constexpr size_t kFirst = 70000;
    std::vector<Kit::Vertex> vertices(kFirst, Kit::Vertex{{0, 0, 0, 1}, kWhite});
    std::vector<Kit::Vertex> corners;
    addCorners(kit, corners, 10, kGreen);
    vertices.insert(vertices.end(), corners.begin(), corners.end());
    const Buffer buffer = kit.buffer(vertices);
    const BufferBinding binding{buffer.ref, 0};
    kit.stream().setBuffers(Stage::Vertex, 0, {&binding, 1});
    kit.stream().draw(Draw{Primitive::TriangleStrip, kFirst, 4, 1});
}

} // namespace

std::span<const Feature> drawsFeatures() {
#define SCENE(name, summary) Feature{"draws", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/draws.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
