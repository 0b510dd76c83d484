#include "pvg/guest/scenes/features/feature.h"
#include "pvg/guest/scenes/features/picture_box.h"

namespace pvg::guest {

namespace {

using Bytes8 = std::vector<uint8_t>;

ObjectRef formatView(Kit& kit, ObjectRef base, PixelFormat format) { return kit.list(makeFormatView(kit.task(), base, format), Written::ByGpu); }

void beginPassOver(Kit& kit, ObjectRef target, const std::array<double, 4>& clear) {
    RenderPass pass = kit.pass(LoadAction::Clear, clear);
    pass.color.texture = target;
    kit.stream().beginRender(pass);
}

// triangle_vertex and triangle_fragment over one target of that format.
ObjectRef colorPipeline(Kit& kit, PixelFormat format, const std::function<void(ColorAttachment&)>& change = {}) {
    return kit.pipeline([&](RenderPipeline& p) {
        p.colors[0].format = format;
        if (change) change(p.colors[0]);
    });
}

// Four texels: blue and green 0, 64, 128, 255, red 128. Cells 0 to 3.
void sampledViews(Kit& kit) {
    TextureShape shape{PixelFormat::BGRA8Unorm, 4, 1};
    shape.usage = kUsageRead | kUsageViews;
    const Texture base = kit.texture(shape, Bytes8{0, 0, 128, 255, 64, 64, 128, 255, 128, 128, 128, 255, 255, 255, 128, 255});
    const Texture gray = kit.texture({PixelFormat::R8UnormSrgb, 4, 1}, Bytes8{0, 64, 128, 255});
    const ObjectRef encoded = formatView(kit, base.ref, PixelFormat::BGRA8UnormSrgb), other = formatView(kit, base.ref, PixelFormat::RGBA8Unorm);
    kit.beginPass();
    PictureBox box(kit);
    box.show(base.ref, cell(0));
    box.show(encoded, cell(1));
    box.show(other, cell(2));
    box.show(gray.ref, cell(3));
}

// Cleared to 0.5, 0.2, 0.05. Cell 0: 0.5, 0.214, 0. Cell 1: white at half alpha over the clear. Both linear.
void srgbTarget(Kit& kit) {
    beginPassOver(kit, formatView(kit, kit.picture(), PixelFormat::BGRA8UnormSrgb), {0.5, 0.2, 0.05, 1});
    kit.stream().setPipeline(colorPipeline(kit, PixelFormat::BGRA8UnormSrgb));
    kit.fill(cell(0), {0.5F, 0.214F, 0, 1});
    kit.stream().setPipeline(colorPipeline(kit, PixelFormat::BGRA8UnormSrgb, [](ColorAttachment& a) { a.blend = BlendState{4, 5, 4, 5}; }));
    kit.fill(cell(1), {1, 1, 1, 0.5F});
}

// The view's red is the picture's blue. Cleared to 0.2, 0, 0; cell 0: 1, 0.4, 0; cell 1: white, red only; cell 2: white times the blend color
// 0.2, 0.4, 0.6.
void otherOrder(Kit& kit) {
    beginPassOver(kit, formatView(kit, kit.picture(), PixelFormat::RGBA8Unorm), {0.2, 0, 0, 1});
    kit.stream().setPipeline(colorPipeline(kit, PixelFormat::RGBA8Unorm));
    kit.fill(cell(0), {1, 0.4F, 0, 1});
    kit.stream().setPipeline(colorPipeline(kit, PixelFormat::RGBA8Unorm, [](ColorAttachment& a) { a.writeMask = 8; }));
    kit.fill(cell(1), kWhite);
    kit.stream().setPipeline(colorPipeline(kit, PixelFormat::RGBA8Unorm, [](ColorAttachment& a) { a.blend = BlendState{11, 0, 11, 0}; }));
    kit.stream().setBlendColor({0.2F, 0.4F, 0.6F, 1});
    kit.fill(cell(2), kWhite);
}

// Cell 0: the bytes 0, 85, 170, 255 as gray. Cell 1: left half cleared to alpha 0.2, right half drawn with 0.6 and then 0.5 over it.
void glyphs(Kit& kit) {
    TextureShape shape{PixelFormat::A8Unorm, 4, 1};
    shape.usage = kUsageRead | kUsageViews;
    const Texture atlas = kit.texture(shape, Bytes8{0, 85, 170, 255});
    shape = {PixelFormat::A8Unorm, 24, 24};
    shape.usage = kUsageRead | kUsageTarget | kUsageViews;
    const Texture drawn = kit.texture(shape);
    ViewShape gray;
    gray.swizzle = {5, 5, 5, 5};
    const ObjectRef atlasView = kit.list(makeView(kit.task(), atlas.ref, gray)), drawnView = kit.list(makeView(kit.task(), drawn.ref, gray));
    RenderPass pass{{drawn.ref}, 24, 24};
    pass.color.load = LoadAction::Clear;
    pass.color.clear = {1, 1, 1, 0.2};
    kit.setExtent(24, 24);
    kit.stream().beginRender(pass);
    kit.stream().setPipeline(colorPipeline(kit, PixelFormat::A8Unorm));
    kit.fill({12, 0, 24, 24}, {0, 0, 0, 0.6F});
    kit.stream().setPipeline(colorPipeline(kit, PixelFormat::A8Unorm, [](ColorAttachment& a) { a.blend = kSourceOver; }));
    kit.fill({12, 0, 24, 24}, {0, 0, 0, 0.5F});
    kit.setExtent(Kit::kWidth, Kit::kHeight);
    kit.beginPass();
    PictureBox box(kit);
    box.show(atlasView, cell(0));
    box.show(drawnView, cell(1));
}

// Each four texels: red, green, blue and a mixture of all.
void packed16(Kit& kit) {
    using Words = std::vector<uint16_t>;
    const Texture shown[] = {kit.texture({PixelFormat::B5G6R5Unorm, 4, 1}, Words{31 << 11, 63 << 5, 31, 10 << 11 | 20 << 5 | 30}),
                             kit.texture({PixelFormat::A1BGR5Unorm, 4, 1}, Words{31 << 11, 31 << 6, 31 << 1, 10 << 11 | 20 << 6 | 30 << 1}),
                             kit.texture({PixelFormat::BGR5A1Unorm, 4, 1}, Words{31 << 10, 31 << 5, 31, 10 << 10 | 20 << 5 | 30}),
                             kit.texture({PixelFormat::ABGR4Unorm, 4, 1}, Words{15 << 12, 15 << 8, 15 << 4, 3 << 12 | 6 << 8 | 12 << 4})};
    kit.beginPass();
    PictureBox box(kit);
    for (uint32_t i = 0; i < 4; ++i) box.show(shown[i].ref, cell(i));
}

// Each four texels: red, green, blue, and 0.25, 0.5, 0.75 (tenths of 1023 for the unsigned ones: 256, 512, 768).
void packed32(Kit& kit) {
    using Words = std::vector<uint32_t>;
    const Texture shown[] = {
        kit.texture({PixelFormat::RGB10A2Unorm, 4, 1}, Words{1023, 1023 << 10, 1023 << 20, 256 | 512 << 10 | 768 << 20}),
        kit.texture({PixelFormat::BGR10A2Unorm, 4, 1}, Words{1023 << 20, 1023 << 10, 1023, 768 | 512 << 10 | 256 << 20}),
        kit.texture({PixelFormat::RG11B10Float, 4, 1}, Words{0x3c0, 0x3c0 << 11, 0x1e0u << 22, 0x340 | 0x380 << 11 | 0x1d0u << 22}),
        kit.texture({PixelFormat::RGB9E5Float, 4, 1},
                    Words{256 | 16u << 27, 256 << 9 | 16u << 27, 256 << 18 | 16u << 27, 64 | 128 << 9 | 192 << 18 | 16u << 27})};
    kit.beginPass();
    PictureBox box(kit);
    for (uint32_t i = 0; i < 4; ++i) box.show(shown[i].ref, cell(i));
}

// A target of 24 x 24, cleared to 1.2, -0.2, 0.5 and drawn with -0.6, 1, 1.25 in its right half. Its cells are copied as they lie in memory:
// those of four bytes into cell 0, those of eight into the two squares' place right of x = 68.
void extendedRange(Kit& kit) {
    struct Row {
        PixelFormat format;
        uint32_t words, x;
    };
    for (const Row& row : {Row{PixelFormat::BGR10XR, 1, 4}, Row{PixelFormat::BGRA10XR, 2, 68}}) {
        TextureShape shape{row.format, 24, 24};
        shape.usage = kUsageRead | kUsageTarget;
        const Texture target = kit.texture(shape);
        RenderPass pass{{target.ref}, 24, 24};
        pass.color.load = LoadAction::Clear;
        pass.color.clear = {1.2, -0.2, 0.5, 1};
        kit.setExtent(24, 24);
        kit.stream().beginRender(pass);
        kit.stream().setPipeline(colorPipeline(kit, row.format));
        kit.fill({12, 0, 24, 24}, {-0.6F, 1, 1.25F, 1});
        kit.setExtent(Kit::kWidth, Kit::kHeight);
        const uint64_t bytesPerRow = 24 * 4 * row.words;
        const Buffer cells = kit.buffer(std::vector<uint8_t>(bytesPerRow * 24));
        kit.stream().beginBlit();
        kit.stream().copy(ImagePlace{target.ref}, LinearPlace{{cells.ref}, bytesPerRow, bytesPerRow * 24}, {24, 24, 1});
        kit.stream().copy(LinearPlace{{cells.ref}, bytesPerRow, bytesPerRow * 24}, ImagePlace{kit.picture(), {row.x, 4, 0}}, {24 * row.words, 24, 1});
    }
}

// Codes 384, 639, 894 and 1023 (0, 0.5, 1 and more) as gray; 282 (-0.2) as red. Cell 0 linear, cell 1 sRGB.
void extendedRangeSampled(Kit& kit) {
    const auto gray = [](uint32_t code) { return code | code << 10 | (code == 384 ? 282u : code) << 20; };
    const std::vector<uint32_t> texels{gray(384), gray(639), gray(894), gray(1023)};
    const Texture linear = kit.texture({PixelFormat::BGR10XR, 4, 1}, texels), encoded = kit.texture({PixelFormat::BGR10XRSrgb, 4, 1}, texels);
    kit.beginPass();
    PictureBox box(kit);
    box.show(linear.ref, cell(0));
    box.show(encoded.ref, cell(1));
}

// Fields from the lowest bit on.
class Bits {
public:
    Bits& add(uint64_t value, unsigned count) {
        for (unsigned i = 0; i < count; ++i, ++m_at) {
            if (m_at % 8 == 0) m_bytes.push_back(0);
            m_bytes.back() = static_cast<uint8_t>(m_bytes.back() | (value >> i & 1) << (m_at % 8));
        }
        return *this;
    }
    const Bytes8& bytes() const { return m_bytes; }

private:
    Bytes8 m_bytes;
    unsigned m_at = 0;
};

Bytes8 joined(Bytes8 a, const Bytes8& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// Texel i has index i modulo 8.
Bytes8 rampBlock(uint8_t first, uint8_t second) {
    Bits bits;
    bits.add(first, 8).add(second, 8);
    for (uint32_t i = 0; i < 16; ++i) bits.add(i % 8, 3);
    return bits.bytes();
}

// BC1 and the colors of BC3: red and blue ends, each row 0 1 2 3. BC4, BC5: ramps of eight, and of six for green. BC7: mode 6, red 0 to 255 by
// index, green 255, blue 0. BC6H: mode 11, one color of 512, 256, 0.
void blocks(Kit& kit) {
    const Bytes8 redBlue{0x00, 0xf8, 0x1f, 0x00, 0xe4, 0xe4, 0xe4, 0xe4};
    Bits bc7, bc6;
    bc7.add(0x40, 7).add(0, 7).add(127, 7).add(127, 7).add(127, 7).add(0, 14).add(127, 7).add(127, 7).add(0, 1).add(1, 1).add(0, 3);
    for (uint32_t i = 1; i < 16; ++i) bc7.add(i, 4);
    bc6.add(3, 5).add(512, 10).add(256, 10).add(0, 40).add(0, 63);
    struct Row {
        PixelFormat format;
        Bytes8 block;
    };
    const Row rows[] = {{PixelFormat::BC1, redBlue},
                        {PixelFormat::BC3, joined(rampBlock(255, 0), redBlue)},
                        {PixelFormat::BC4, rampBlock(255, 0)},
                        {PixelFormat::BC5, joined(rampBlock(255, 0), rampBlock(0, 255))},
                        {PixelFormat::BC7, bc7.bytes()},
                        {PixelFormat::BC6Unsigned, bc6.bytes()}};
    std::vector<ObjectRef> shown;
    for (const Row& row : rows) shown.push_back(kit.texture({row.format, 4, 4}, row.block).ref);
    kit.beginPass();
    PictureBox box(kit);
    for (uint32_t i = 0; i < shown.size(); ++i) box.show(shown[i], cell(i));
}

// EAC: base 128, multiplier 4, table 0, texel i down the columns has index i modulo 8. ETC2: red 136, green 68, blue 0 (with the punched-out
// texel 132 and 66), table 0; texel 0 has index 1, texel 1 index 2, the last index 3, others 0.
void etcBlocks(Kit& kit) {
    uint64_t indices = 0;
    for (uint64_t i = 0; i < 16; ++i) indices |= (i % 8) << (45 - 3 * i);
    Bytes8 eac{128, 4 << 4};
    for (int shift = 40; shift >= 0; shift -= 8) eac.push_back(static_cast<uint8_t>(indices >> shift));
    const Texture shown[] = {kit.texture({PixelFormat::EacR11, 4, 4}, eac), kit.texture({PixelFormat::EacRG11, 4, 4}, joined(eac, eac)),
                             kit.texture({PixelFormat::EtcRgb8, 4, 4}, Bytes8{0x88, 0x44, 0, 0, 0x80, 0x02, 0x80, 0x01}),
                             kit.texture({PixelFormat::EtcRgb8A1, 4, 4}, Bytes8{0x80, 0x40, 0, 0, 0x80, 0x02, 0x80, 0x01})};
    kit.beginPass({0, 0, 0, 1});
    PictureBox box(kit);
    for (uint32_t i = 0; i < 4; ++i) box.show(shown[i].ref, cell(i));
}

// Void-extent blocks: one color a block. 255, 128, 0 and then 0, 64, 255.
void astcBlocks(Kit& kit) {
    const Bytes8 head{0xfc, 0xfd, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
    const Bytes8 orange = joined(head, {0xff, 0xff, 0x80, 0x80, 0, 0, 0xff, 0xff}), blue = joined(head, {0, 0, 0x40, 0x40, 0xff, 0xff, 0xff, 0xff});
    const Texture small = kit.texture({PixelFormat::Astc4x4, 8, 4}, joined(orange, blue)), large = kit.texture({PixelFormat::Astc8x8, 16, 8}, joined(blue, orange));
    kit.beginPass();
    PictureBox box(kit);
    box.show(small.ref, cell(0));
    box.show(large.ref, cell(1));
}

// 4:2:2, four texels: greens 0, 85, 170, 255, blue 51 then 102, red 204 then 153. The surface: 4 x 4 luma in steps of 16 and 2 x 2 chroma, shown as
// red = luma, green and blue = the two of chroma.
void video(Kit& kit) {
    const Texture first = kit.texture({PixelFormat::GBGR422, 4, 1}, Bytes8{0, 51, 85, 204, 170, 102, 255, 153});
    const Texture second = kit.texture({PixelFormat::BGRG422, 4, 1}, Bytes8{51, 0, 204, 85, 102, 170, 153, 255});
    const PlanarSurface surface = makePlanarSurface(kit.session().kernel(), kFourccVideo, {{{4, 4}, 1}, {{2, 2}, 2}});
    Bytes8 luma;
    for (uint32_t i = 0; i < 16; ++i) luma.push_back(static_cast<uint8_t>(16 * i));
    surface.write(std::as_bytes(std::span(luma)), 0);
    const Bytes8 chroma{0, 255, 64, 192, 128, 128, 255, 0};
    surface.write(std::as_bytes(std::span(chroma)), 1);
    ViewShape shifted; // zero, red, green, one: chroma where two_textures_fragment takes it from
    shifted.swizzle = {0, 2, 3, 1};
    std::array<ObjectRef, 2> planes{};
    planes[0] = kit.list(makePlaneTexture(kit.task(), surface.id, {PixelFormat::R8Unorm, 4, 4}, 0));
    const ObjectRef chromaPlane = kit.list(makePlaneTexture(kit.task(), surface.id, {PixelFormat::RG8Unorm, 2, 2}, 1));
    planes[1] = kit.list(makeView(kit.task(), chromaPlane, shifted));
    kit.rewritten(planes[0]);
    kit.rewritten(chromaPlane);
    kit.beginPass();
    PictureBox box(kit);
    box.show(first.ref, cell(0));
    box.show(second.ref, cell(1));
    PictureBox both(kit, "two_textures_fragment");
    kit.stream().setFragmentTextures(0, planes);
    kit.fillTextured(cell(2));
}

} // namespace

std::span<const Feature> formatsFeatures() {
#define SCENE(name, summary) Feature{"formats", #name, summary, name},
    static constexpr Feature kAll[] = {
#include "pvg/guest/scenes/features/formats.inc"
    };
#undef SCENE
    return kAll;
}

} // namespace pvg::guest
