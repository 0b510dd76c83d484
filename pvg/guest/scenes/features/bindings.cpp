#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

namespace {

constexpr uint32_t kEdge = 24; // of the textures: a cell

// A texel for each place, all different.
std::vector<uint32_t> ramp(uint32_t width = kEdge, uint32_t height = kEdge) {
    std::vector<uint32_t> texels;
    for (uint32_t y = 0; y < height; ++y)
        for (uint32_t x = 0; x < width; ++x) texels.push_back(bgra(x * 9, y * 9, 255 - x * 5, 255));
    return texels;
}

TextureShape shapeOf(PixelFormat format, uint32_t width = kEdge, uint32_t height = kEdge) {
    return {format, width, height, 1, kUsageRead | kUsageViews, Storage::Shared, false};
}

void use(Kit& kit, ObjectRef texture, uint32_t slot = 0) { kit.stream().setFragmentTextures(slot, {&texture, 1}); }

void begin(Kit& kit, std::string_view fragment = "textured_fragment", const std::array<double, 4>& clear = {0, 0, 0, 1}) {
    kit.beginPass(clear);
    kit.stream().setPipeline(kit.texturedPipeline(fragment));
    const ObjectRef sampler = makeSampler(kit.task(), {});
    kit.stream().setFragmentSamplers(0, {&sampler, 1});
}

void show(Kit& kit, ObjectRef texture, uint32_t number) {
    use(kit, texture);
    kit.fillTextured(cell(number));
}

void unbound(Kit& kit) {
    begin(kit, "two_textures_fragment", {0, 0, 1, 1});
    const Texture white = kit.texture(shapeOf(PixelFormat::BGRA8Unorm), std::vector<uint32_t>(kEdge * kEdge, 0xffffffff));
    use(kit, white.ref, 0);
    kit.fillTextured(cell(0));
    use(kit, white.ref, 1);
    kit.fillTextured(cell(1));
    use(kit, ObjectRef{}, 0);
    kit.fillTextured(cell(2));
    use(kit, ObjectRef{}, 1);
    kit.fillTextured(cell(3));
}

void tablesEnd(Kit& kit) {
    begin(kit);
    const Texture white = kit.texture(shapeOf(PixelFormat::BGRA8Unorm), std::vector<uint32_t>(kEdge * kEdge, 0xffffffff));
    show(kit, white.ref, 0);
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    kit.stream().setPipeline(kit.pipeline());
    kit.fill({32, 0, 64, 32}, kRed);
    kit.stream().setPipeline(kit.texturedPipeline());
    kit.fillTextured(cell(1));
}

void wideRecord(Kit& kit) {
    begin(kit);
    TextureShape shape = shapeOf(PixelFormat::BGRA8Unorm);
    shape.isWide = true;
    show(kit, kit.texture(shape, ramp()).ref, 4);
}

// Rows of 27 texels, which no alignment leaves as they are.
void padding(Kit& kit) {
    begin(kit);
    const Texture texture = kit.texture(shapeOf(PixelFormat::BGRA8Unorm, 27, 27), ramp(27, 27));
    use(kit, texture.ref);
    kit.fillTextured({10, 10, 37, 37});
    const Texture bytes = kit.texture(shapeOf(PixelFormat::R8Unorm, 27, 3), std::vector<uint8_t>(81, 255));
    use(kit, bytes.ref);
    kit.fillTextured({50, 10, 77, 13});
}

void fillSlices(const Texture& texture, uint32_t slices) {
    const LevelLayout& level = texture.levels.front();
    for (uint32_t i = 0; i < slices; ++i) {
        const Color c = palette(i);
        const uint32_t texel = bgra(uint32_t(c[0] * 255), uint32_t(c[1] * 255), uint32_t(c[2] * 255));
        texture.write(bytesOf(std::vector<uint32_t>(size_t{level.width} * level.height, texel)), {0, i});
    }
}

// A texture in the middle of a larger box; texel 0, 0 at pixel 40, 40.
void drawReads(Kit& kit, ObjectRef texture) {
    kit.bind(Stage::Fragment, 0, std::vector<int32_t>{-40, -40});
    use(kit, texture);
    kit.fillTextured({20, 20, 100, 100});
}

void integers(Kit& kit) {
    begin(kit, "uint_fragment", {0, 0, 1, 1});
    drawReads(kit, kit.texture(shapeOf(PixelFormat::RGBA8Uint), ramp()).ref);
}

void vertexStage(Kit& kit) {
    kit.beginPass();
    kit.stream().setPipeline(kit.pipeline([&](RenderPipeline& p) { p.vertex = kit.function("texture_vertex"); }));
    const Texture texture =
        kit.texture(shapeOf(PixelFormat::BGRA8Unorm, 3, 1), std::vector<uint32_t>{bgra(255, 0, 0), bgra(0, 255, 0), bgra(51, 102, 153)});
    kit.stream().setTextures(Stage::Vertex, 0, {&texture.ref, 1});
    std::vector<Kit::Vertex> vertices;
    for (uint32_t i = 0; i < 3; ++i) {
        const Box b = cell(2 * i);
        for (const auto& [x, y] : std::initializer_list<std::pair<double, double>>{
                 {b.left, b.top}, {b.right, b.top}, {b.left, b.bottom}, {b.left, b.bottom}, {b.right, b.top}, {b.right, b.bottom}})
            vertices.push_back(kit.vertex(x, y, kWhite));
    }
    kit.bind(Stage::Vertex, 0, vertices);
    kit.stream().draw(Draw{Primitive::Triangle, 0, 18, 1});
}

void sliceViews(Kit& kit) {
    begin(kit);
    TextureShape shape = shapeOf(PixelFormat::BGRA8Unorm);
    shape.type = TextureType::Type2DArray;
    shape.layers = 4;
    const Texture layers = kit.texture(shape);
    fillSlices(layers, 4);
    show(kit, kit.list(makeView(kit.task(), layers.ref, {PixelFormat::Invalid, TextureType::Type2D, 0, 1, 3, 1})), 3);
    shape.type = TextureType::TypeCube;
    shape.layers = 1;
    const Texture faces = kit.texture(shape);
    fillSlices(faces, 6);
    show(kit, kit.list(makeView(kit.task(), faces.ref, {PixelFormat::Invalid, TextureType::Type2D, 0, 1, 5, 1})), 5);
}

void cpuRewrites(Kit& kit) {
    const Texture texture = kit.texture(shapeOf(PixelFormat::BGRA8Unorm), ramp());
    begin(kit);
    show(kit, texture.ref, 0);
    kit.submit();
    texture.write(bytesOf(std::vector<uint32_t>(kEdge * 3, bgra(255, 255, 255))));
    kit.rewritten(texture.ref);
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    kit.stream().setPipeline(kit.texturedPipeline());
    const ObjectRef sampler = makeSampler(kit.task(), {});
    kit.stream().setFragmentSamplers(0, {&sampler, 1});
    show(kit, texture.ref, 1);
}

// Two colours in the buffer; the third and the thousandth are beyond its end.
void beyondTheBuffer(Kit& kit) {
    kit.beginPass({0, 0, 1, 1});
    kit.stream().setPipeline(kit.pipeline([&](RenderPipeline& p) { p.fragment = kit.function("constant_fragment"); }));
    const Buffer colors = kit.buffer(std::vector{kRed, kGreen});
    const BufferBinding binding{colors.ref, 0};
    kit.stream().setBuffers(Stage::Fragment, 0, {&binding, 1});
    constexpr std::array<uint32_t, 4> kAsked{0, 1, 2, 1000};
    for (uint32_t i = 0; i < kAsked.size(); ++i) {
        kit.bind(Stage::Fragment, 1, std::vector{kAsked[i]});
        kit.fill(cell(i), kWhite);
    }
}

} // namespace

std::span<const Feature> bindingsFeatures() {
#define SCENE(name, summary) Feature{"bindings", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/bindings.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
