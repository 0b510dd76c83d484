#include "pvg/guest/scenes/features/feature.h"
#include "pvg/guest/scenes/features/picture_box.h"

namespace pvg::guest {

namespace {

using Bytes8 = std::vector<uint8_t>;

TextureShape shapeOf(TextureType type, uint32_t width, uint32_t height) {
    TextureShape shape{PixelFormat::BGRA8Unorm, width, height};
    shape.type = type;
    shape.usage = kUsageRead | kUsageViews;
    return shape;
}

// 2 x 2 texels: blue 200 to the right, green 200 below, red `red`.
Bytes8 quarters(uint8_t red) { return {0, 0, red, 255, 200, 0, red, 255, 0, 200, red, 255, 200, 200, red, 255}; }

void writePart(const Texture& texture, const Bytes8& texels, const Texture::Part& part) { texture.write(std::as_bytes(std::span(texels)), part); }

ObjectRef view(Kit& kit, ObjectRef base, const ViewShape& shape) { return kit.list(makeView(kit.task(), base, shape), Written::ByGpu); }

// Where texture coordinates 0 to 1 lead on each face, in the order +x -x +y -y +z -z: the start, and the ways along u and v.
using Frame = std::array<float, 12>;
constexpr Frame kFaces[6] = {{1, 1, 1, 0, 0, 0, -2, 0, 0, -2, 0, 0},    {-1, 1, -1, 0, 0, 0, 2, 0, 0, -2, 0, 0},
                             {-1, 1, -1, 0, 2, 0, 0, 0, 0, 0, 2, 0},    {-1, -1, 1, 0, 2, 0, 0, 0, 0, 0, -2, 0},
                             {-1, 1, 1, 0, 2, 0, 0, 0, 0, -2, 0, 0},    {1, 1, -1, 0, -2, 0, 0, 0, 0, -2, 0, 0}};

void showFaces(Kit& kit, PictureBox& box, ObjectRef cube) {
    for (uint32_t face = 0; face < 6; ++face) {
        kit.bind(Stage::Fragment, 0, std::vector(kFaces[face].begin(), kFaces[face].end()));
        box.show(cube, cell(face));
    }
}

// Face i has red 40 i.
void cube(Kit& kit) {
    const Texture texture = kit.texture(shapeOf(TextureType::TypeCube, 2, 2));
    for (uint32_t face = 0; face < 6; ++face) writePart(texture, quarters(uint8_t(40 * face)), {0, face});
    kit.beginPass();
    PictureBox box(kit, "cube_fragment");
    showFaces(kit, box, texture.ref);
}

// Layer i has red 30 i; faces 0 to 5 are layers 1 to 6. Row 0 the cube, row 1 its faces as layers of an array.
void cubeFromArray(Kit& kit) {
    TextureShape shape = shapeOf(TextureType::Type2DArray, 2, 2);
    shape.layers = 8;
    const Texture texture = kit.texture(shape);
    for (uint32_t layer = 0; layer < 8; ++layer) writePart(texture, quarters(uint8_t(30 * layer)), {0, layer});
    ViewShape faces;
    faces.type = TextureType::TypeCube;
    faces.slice = 1, faces.slices = 6;
    const ObjectRef cubeView = view(kit, texture.ref, faces);
    faces.type = TextureType::Type2DArray;
    faces.slice = 0;
    const ObjectRef arrayView = view(kit, cubeView, faces);
    kit.beginPass();
    PictureBox asCube(kit, "cube_fragment");
    showFaces(kit, asCube, cubeView);
    PictureBox asArray(kit, "array_fragment");
    for (uint32_t layer = 0; layer < 6; ++layer) {
        kit.bind(Stage::Fragment, 0, std::vector{layer});
        asArray.show(arrayView, cell(8 + layer));
    }
}

// 2 x 2 x 4, plane i has red 80 i. Cells 0 to 3: the planes. Cell 4: linear, in the middle of the first texel's way from plane 1 to plane 2.
void volume(Kit& kit) {
    TextureShape shape = shapeOf(TextureType::Type3D, 2, 2);
    shape.depth = 4;
    Bytes8 all;
    for (uint32_t plane = 0; plane < 4; ++plane) {
        const Bytes8 texels = quarters(uint8_t(80 * plane));
        all.insert(all.end(), texels.begin(), texels.end());
    }
    const Texture texture = kit.texture(shape, all);
    kit.beginPass();
    PictureBox box(kit, "volume_fragment");
    for (uint32_t plane = 0; plane < 4; ++plane) {
        kit.bind(Stage::Fragment, 0, std::vector<float>{0, 0, (float(plane) + 0.5F) / 4, 0, 1, 0, 0, 0, 0, 1, 0, 0});
        box.show(texture.ref, cell(plane));
    }
    SamplerState linear;
    linear.filter = Filter::Linear;
    box.useSampler(linear);
    kit.bind(Stage::Fragment, 0, std::vector<float>{0.25F, 0.25F, 0.5F, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    box.show(texture.ref, cell(4));
}

// Layer i has red 60 i. The last cell asks for layer 9.
void layers(Kit& kit) {
    TextureShape shape = shapeOf(TextureType::Type2DArray, 2, 2);
    shape.layers = 4;
    const Texture texture = kit.texture(shape);
    for (uint32_t layer = 0; layer < 4; ++layer) writePart(texture, quarters(uint8_t(60 * layer)), {0, layer});
    kit.beginPass();
    PictureBox box(kit, "array_fragment");
    for (uint32_t i = 0; i < 5; ++i) {
        kit.bind(Stage::Fragment, 0, std::vector{i < 4 ? i : 9u});
        box.show(texture.ref, cell(i));
    }
}

// Red 51, green 102, blue 204, alpha 153.
void swizzles(Kit& kit) {
    const Texture texture = kit.texture(shapeOf(TextureType::Type2D, 1, 1), Bytes8{204, 102, 51, 153});
    const auto swizzled = [&](ObjectRef base, const std::array<uint8_t, 4>& swizzle) {
        ViewShape shape;
        shape.swizzle = swizzle;
        return view(kit, base, shape);
    };
    const ObjectRef turned = swizzled(texture.ref, {3, 4, 2, 5});
    const ObjectRef shown[] = {swizzled(texture.ref, {5, 2, 3, 1}), swizzled(texture.ref, {4, 4, 4, 1}), swizzled(texture.ref, {0, 1, 2, 1}), turned,
                               swizzled(turned, {4, 0, 2, 5})};
    kit.beginPass();
    PictureBox box(kit);
    for (uint32_t i = 0; i < 5; ++i) box.show(shown[i], cell(i));
}

// Level 2, layer 9 of RGBA8 holds four texels. Formats R32Uint, sRGB, RGBA8Uint, kept, sRGB with red and green exchanged, kept with alpha one.
void viewChain(Kit& kit) {
    TextureShape shape = shapeOf(TextureType::Type2DArray, 8, 8);
    shape.format = PixelFormat::RGBA8Unorm;
    shape.layers = 14;
    shape.mips = 3;
    const Texture texture = kit.texture(shape);
    writePart(texture, {255, 0, 0, 9, 0, 255, 0, 9, 188, 64, 255, 9, 128, 128, 128, 9}, {2, 9});
    const ViewShape steps[] = {{PixelFormat::R32Uint, TextureType::Type2DArray, 0, 3, 1, 13},
                               {PixelFormat::RGBA8UnormSrgb, TextureType::Type2DArray, 1, 2, 1, 12},
                               {PixelFormat::RGBA8Uint, TextureType::TypeCubeArray, 0, 2, 0, 12},
                               {PixelFormat::Invalid, TextureType::TypeCube, 1, 1, 6, 6},
                               {PixelFormat::RGBA8UnormSrgb, TextureType::Type2DArray, 0, 1, 0, 6, {3, 2, 4, 5}},
                               {PixelFormat::Invalid, TextureType::Type2D, 0, 1, 1, 1, {2, 3, 4, 1}}};
    ObjectRef ref = texture.ref;
    for (const ViewShape& step : steps) ref = view(kit, ref, step);
    kit.beginPass();
    PictureBox box(kit);
    box.show(ref, cell(0));
}

void beginLevel(Kit& kit, const Texture& texture, uint16_t level, const std::array<double, 4>& clear) {
    const uint32_t edge = texture.shape.width >> level;
    RenderPass pass{{texture.ref, level}, edge, edge};
    pass.color.load = LoadAction::Clear;
    pass.color.clear = clear;
    kit.setExtent(edge, edge);
    kit.stream().beginRender(pass);
}

// Level 0, 16 x 16: red left, blue right. Level 1: green, its upper half drawn from level 0. Level 2: white, its left half drawn from the left of
// level 1.
void levelTargets(Kit& kit) {
    TextureShape shape = shapeOf(TextureType::Type2D, 16, 16);
    shape.usage |= kUsageTarget;
    shape.mips = 3;
    const Texture texture = kit.texture(shape);
    ObjectRef levelViews[3];
    for (uint32_t level = 0; level < 3; ++level) levelViews[level] = kit.list(makeLevelView(kit.task(), texture, level), Written::ByGpu);
    beginLevel(kit, texture, 0, {1, 0, 0, 1});
    kit.stream().setPipeline(kit.pipeline());
    kit.fill({8, 0, 16, 16}, {0, 0, 1, 1});
    beginLevel(kit, texture, 1, {0, 1, 0, 1});
    PictureBox(kit).show(levelViews[0], {0, 0, 8, 4});
    beginLevel(kit, texture, 2, {1, 1, 1, 1});
    PictureBox(kit).show(levelViews[1], {0, 0, 2, 4}, {0, 0, 0.5, 1});
    kit.setExtent(Kit::kWidth, Kit::kHeight);
    kit.beginPass();
    PictureBox box(kit);
    for (uint32_t level = 0; level < 3; ++level) box.show(levelViews[level], cell(level));
}

// Red 30 x, green 40 y, blue 80 level.
void oddSizes(Kit& kit) {
    TextureShape shape = shapeOf(TextureType::Type2D, 7, 5);
    shape.mips = 3;
    const Texture texture = kit.texture(shape);
    for (uint32_t level = 0; level < 3; ++level) {
        Bytes8 texels;
        for (uint32_t y = 0; y < texture.levels[level].height; ++y)
            for (uint32_t x = 0; x < texture.levels[level].width; ++x)
                texels.insert(texels.end(), {uint8_t(80 * level), uint8_t(40 * y), uint8_t(30 * x), 255});
        writePart(texture, texels, {level, 0});
    }
    ObjectRef levelViews[3];
    for (uint32_t level = 0; level < 3; ++level) levelViews[level] = kit.list(makeLevelView(kit.task(), texture, level));
    kit.beginPass();
    PictureBox box(kit);
    for (uint32_t level = 0; level < 3; ++level) box.show(levelViews[level], cell(level));
}

// 8 x 8 texels, rows of 256 bytes, from byte 256 of the buffer on. Cell 0: what the CPU wrote, red 30 x, green 30 y. Cell 1: what number_kernel
// stored through the buffer. Cell 2: what a pass left, gray with a white quarter, copied out of the buffer (8 x 8 pixels, not magnified).
void overBuffer(Kit& kit) {
    constexpr uint64_t kOffset = 256, kRow = 256;
    Bytes8 content(kOffset + 8 * kRow);
    for (uint32_t y = 0; y < 8; ++y)
        for (uint32_t x = 0; x < 8; ++x) {
            uint8_t* texel = &content[kOffset + y * kRow + size_t{4} * x];
            texel[1] = uint8_t(30 * y), texel[2] = uint8_t(30 * x), texel[3] = 255;
        }
    const Buffer buffer = kit.buffer(content);
    TextureShape shape{PixelFormat::BGRA8Unorm, 8, 8};
    shape.usage = kUsageRead | kUsageTarget;
    const ObjectRef texture = kit.list(makeBufferTexture(kit.task(), {buffer.ref, kOffset, kRow, shape}), Written::ByGpu);
    kit.beginPass();
    PictureBox(kit).show(texture, cell(0));
    kit.stream().beginCompute();
    kit.stream().setComputePipeline(kit.kernel("number_kernel"));
    const BufferBinding texels{buffer.ref, kOffset};
    kit.stream().setBuffers(Stage::Kernel, 0, {&texels, 1});
    kit.bind(Stage::Kernel, 1, std::vector<uint32_t>{kRow / 4});
    kit.stream().dispatchThreads({8, 8, 1}, {8, 8, 1});
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    PictureBox(kit).show(texture, cell(1));
    RenderPass pass{{texture}, 8, 8};
    pass.color.load = LoadAction::Clear;
    pass.color.clear = {0.4, 0.4, 0.4, 1};
    kit.setExtent(8, 8);
    kit.stream().beginRender(pass);
    kit.stream().setPipeline(kit.pipeline());
    kit.fill({0, 0, 4, 4}, {1, 1, 1, 1});
    kit.setExtent(Kit::kWidth, Kit::kHeight);
    kit.stream().beginBlit();
    kit.stream().copy(LinearPlace{texels, kRow, 8 * kRow}, ImagePlace{kit.picture(), {68, 4, 0}}, {8, 8, 1});
}

// Over green: cell 0 reads texels -8 to 15 of an 8 x 8 texture of 200, 100, 50.
void beyondTheEdge(Kit& kit) {
    Bytes8 texels;
    for (uint32_t i = 0; i < 64; ++i) texels.insert(texels.end(), {50, 100, 200, 255});
    const Texture texture = kit.texture(shapeOf(TextureType::Type2D, 8, 8), texels);
    kit.beginPass({0, 1, 0, 1});
    PictureBox box(kit, "read_fragment");
    kit.bind(Stage::Fragment, 0, std::vector<int32_t>{-12, -12});
    box.show(texture.ref, cell(0));
}

// Over green: cell 0 has a texture, cell 1 none after it, cell 2 none of another function in another encoder: tables die with theirs.
void unbound(Kit& kit) {
    const Texture texture = kit.texture(shapeOf(TextureType::Type2D, 1, 1), Bytes8{255, 255, 255, 255});
    kit.beginPass({0, 1, 0, 1});
    PictureBox box(kit);
    box.show(texture.ref, cell(0));
    box.show(ObjectRef{}, cell(1));
    kit.stream().beginRender(kit.pass(LoadAction::Load));
    kit.stream().setPipeline(kit.texturedPipeline("two_textures_fragment"));
    kit.fillTextured(cell(2));
}

// Cleared to 0.5, 0.2, 0.05, linear. Cell 0: the plain texture. Cell 1: the sRGB one.
void sharedSurface(Kit& kit) {
    const PlanarSurface surface = makePlanarSurface(kit.session().kernel(), kFourccBgra, {{{24, 24}, 4}});
    TextureShape shape{PixelFormat::BGRA8Unorm, 24, 24};
    shape.usage = kUsageRead | kUsageTarget;
    const ObjectRef plain = kit.list(makePlaneTexture(kit.task(), surface.id, shape, 0), Written::ByGpu);
    shape.format = PixelFormat::BGRA8UnormSrgb;
    const ObjectRef encoded = kit.list(makePlaneTexture(kit.task(), surface.id, shape, 0), Written::ByGpu);
    RenderPass pass{{encoded}, 24, 24};
    pass.color.load = LoadAction::Clear;
    pass.color.clear = {0.5, 0.2, 0.05, 1};
    kit.stream().beginRender(pass);
    kit.beginPass();
    PictureBox box(kit);
    box.show(plain, cell(0));
    box.show(encoded, cell(1));
}

} // namespace

std::span<const Feature> texturesFeatures() {
#define SCENE(name, summary) Feature{"textures", #name, summary, name},
    static constexpr Feature kAll[] = {
#include "pvg/guest/scenes/features/textures.inc"
    };
#undef SCENE
    return kAll;
}

} // namespace pvg::guest
