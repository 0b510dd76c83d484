// Texture kinds, views of views, and drawing into views whose store has red and blue exchanged.
#include "probe.h"

using namespace gltest;
using pvg::mtl::Swizzle;
using pvg::mtl::TextureType;

namespace {

using V = std::vector<float>;

pvg::TextureId view(Fixture& f, pvg::TextureId base, const pvg::TextureViewRange& range) {
    const auto made = f.backend().createTextureView(base, range);
    REQUIRE_MESSAGE(made.ok(), (made ? "" : made.error().sentence()));
    return *made;
}

pvg::TextureViewRange as(unsigned number) {
    pvg::TextureViewRange range;
    range.format = format(number);
    return range;
}

// A triangle pair of one colour over the whole of `target`.
void paint(Fixture& f, pvg::TextureId target, unsigned number, const V& color, const pvg::ColorAttachmentDescriptor& attachment = {},
           const std::array<float, 4>& blendColor = {}) {
    pvg::RenderPipelineRequest r = request(f, {number});
    const auto written = r.descriptor.colors[0].format;
    r.descriptor.colors[0] = attachment;
    r.descriptor.colors[0].format = written;
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    const V vertices = quad(-1, -1, 1, 1);
    state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
    state.fragment.buffers[0] = bound(f.bufferOf(color), 16);
    state.blendColor = blendColor;
    REQUIRE(f.backend().beginRenderPass(Pass().load(target).descriptor).ok());
    draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
}

using Quad = std::vector<uint8_t>;
Quad pixel(Fixture& f, pvg::TextureId texture) { return fromBytes<uint8_t>(f.read(texture, region2d(1, 1), 4)); }

} // namespace

TEST_CASE("drawing into a view of the other order of components lands in the view's order") {
    for (const bool lowerLeft : {false, true}) {
        gl::BackendOptions options;
        options.forceLowerLeft = lowerLeft;
        Fixture f(options);
        const auto base = f.texture(body2d(80, 1, 1)); // bytes b, g, r, a
        const auto other = view(f, base, as(70));
        paint(f, other, 70, {1, 0.8F, 0.4F, 0.2F});
        CHECK(pixel(f, base) == Quad{255, 204, 102, 51}); // bytes r, g, b, a of the view
        paint(f, base, 80, {1, 0.8F, 0.4F, 0.2F});        // the same functions into the plain store
        CHECK(pixel(f, base) == Quad{102, 204, 255, 51});
        REQUIRE(f.backend().beginRenderPass(Pass().color(other, {1, 0.8, 0.4, 0.2}).descriptor).ok());
        REQUIRE(f.backend().endRenderPass().ok());
        CHECK(pixel(f, base) == Quad{255, 204, 102, 51});
    }
}

TEST_CASE("write masks and blend colors follow the view's order") {
    Fixture f;
    const auto base = f.texture(body2d(80, 1, 1));
    const auto other = view(f, base, as(70));
    f.write(base, region2d(1, 1), 4, toBytes<uint8_t>({1, 2, 3, 4}));
    pvg::ColorAttachmentDescriptor redOnly;
    redOnly.writeMask = 8;
    paint(f, other, 70, {1, 1, 1, 1}, redOnly);
    CHECK(pixel(f, base) == Quad{255, 2, 3, 4}); // the view's red is byte 0
    pvg::ColorAttachmentDescriptor byColor;
    byColor.blendingEnabled = true;
    byColor.sourceRGB = byColor.sourceAlpha = pvg::mtl::BlendFactor::BlendColor;
    byColor.destinationRGB = byColor.destinationAlpha = pvg::mtl::BlendFactor::Zero;
    paint(f, other, 70, {1, 1, 1, 1}, byColor, {0.2F, 0.4F, 0.6F, 0.8F});
    CHECK(pixel(f, base) == Quad{51, 102, 153, 204});
}

TEST_CASE("sRGB views of linear stores encode and blend in linear light") {
    Fixture f;
    const auto base = f.texture(body2d(80, 1, 1));
    const auto encoded = view(f, base, as(81));
    paint(f, encoded, 81, {0.5F, 0.214041F, 0, 0.5F});
    const Quad drawn = pixel(f, base); // 0.5 encodes to 0.7354, 0.21404 to 0.5
    CHECK(drawn[0] == 0);
    CHECK(std::abs(drawn[1] - 127) <= 1);
    CHECK(std::abs(drawn[2] - 188) <= 1);
    CHECK(std::abs(drawn[3] - 127.5) < 1);
    f.write(base, region2d(1, 1), 4, toBytes<uint8_t>({255, 0, 188, 255}));
    pvg::ColorAttachmentDescriptor half;
    half.blendingEnabled = true;
    half.sourceRGB = pvg::mtl::BlendFactor::SourceAlpha;
    half.destinationRGB = pvg::mtl::BlendFactor::OneMinusSourceAlpha;
    paint(f, encoded, 81, {0, 1, 0.5F, 0.5F}, half);
    const Quad got = pixel(f, base);
    CHECK(std::abs(got[0] - 225) <= 1); // (0.5 + 1) / 2 = 0.75 encodes to 225
    CHECK(std::abs(got[1] - 188) <= 1);
    CHECK(std::abs(got[2] - 137) <= 1); // 188 decodes to 0.5029, halved
}

TEST_CASE("six views deep: formats, levels, slices and cubes") {
    Fixture f;
    auto body = body2d(70, 8, 8);
    body.type = TextureType::Type2DArray;
    body.arrayLength = 14;
    body.mipCount = 3;
    const auto base = f.texture(body);
    pvg::TextureRegion place = region2d(2, 2);
    place.level = 2;
    place.slice = 9;
    f.write(base, place, 8, toBytes<uint8_t>({10, 20, 30, 40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    const auto step = [&](pvg::TextureId from, unsigned number, TextureType type, uint32_t level, uint32_t levels, uint32_t slice, uint32_t slices) {
        pvg::TextureViewRange range = as(number);
        range.type = type;
        range.levelBase = level, range.levelCount = levels, range.sliceBase = slice, range.sliceCount = slices;
        return view(f, from, range);
    };
    auto id = step(base, 53, TextureType::Type2DArray, 0, 3, 1, 13);      // slices 1 to 13
    id = step(id, 71, TextureType::Type2DArray, 1, 2, 1, 12);             // 2 to 13, levels 1 and 2
    id = step(id, 73, TextureType::TypeCubeArray, 0, 2, 0, 12);           // two cubes
    id = step(id, 0, TextureType::TypeCube, 1, 1, 6, 6);                  // 8 to 13, level 2
    id = step(id, 70, TextureType::Type2DArray, 0, 1, 0, 6);              // back to an array
    id = step(id, 62, TextureType::Type2D, 0, 1, 1, 1);                   // slice 9
    CHECK(fromBytes<uint8_t>(f.read(id, region2d(1, 1), 4)) == Quad{10, 20, 30, 40});
    f.write(id, region2d(1, 1), 4, toBytes<uint8_t>({5, 6, 7, 8}));
    CHECK(fromBytes<uint8_t>(f.read(base, place, 8))[3] == 8);
}

TEST_CASE("views that OpenGL has no form for are declined by name") {
    Fixture f;
    const auto refused = [&](unsigned number, unsigned other, pvg::DeclineReason reason) {
        const auto made = f.backend().createTextureView(f.texture(body2d(number, 4, 4)), as(other));
        REQUIRE(!made.ok());
        CHECK(made.error().reason == reason);
    };
    refused(20, 40, pvg::DeclineReason::UnsupportedFormat);   // 5:6:5 stands alone
    refused(552, 115, pvg::DeclineReason::UnsupportedFormat); // extended range is converted
    refused(552, 553, pvg::DeclineReason::UnsupportedFormat);
    refused(10, 11, pvg::DeclineReason::UnsupportedFormat);
    refused(130, 140, pvg::DeclineReason::UnsupportedFormat);
    const auto flat = f.texture(body2d(70, 4, 4));
    pvg::TextureViewRange volume = as(70);
    volume.type = TextureType::Type3D;
    const auto made = f.backend().createTextureView(flat, volume);
    REQUIRE(!made.ok());
    CHECK(made.error().reason == pvg::DeclineReason::BadDescriptor);
}

TEST_CASE("extended range and one-channel sRGB have views of themselves, with a swizzle") {
    Fixture f;
    Probe probe(f, "uniform sampler2D fs_t2;", "texelFetch(fs_t2, ivec2(0), 0)", {fetched()});
    const auto base = f.texture(body2d(554, 1, 1));
    f.write(base, region2d(1, 1), 4, toBytes<uint32_t>({384U | 894U << 10 | 639U << 20})); // b 0, g 1, r 0.5
    pvg::TextureViewRange range = as(0);
    range.swizzle = {Swizzle::Green, Swizzle::Blue, Swizzle::Red, Swizzle::Alpha};
    probe.state.fragment.textures[2] = view(f, base, range);
    CHECK(near(probe.run(), V{1, 0, 0.5F, 1}));
    const auto gray = f.texture(body2d(11, 1, 1));
    f.write(gray, region2d(1, 1), 1, toBytes<uint8_t>({255}));
    range.swizzle = {Swizzle::Green, Swizzle::Red, Swizzle::Alpha, Swizzle::Red};
    probe.state.fragment.textures[2] = view(f, gray, range);
    CHECK(near(probe.run(), V{0, 1, 1, 1}));
}

TEST_CASE("sizes that are no powers of two keep their levels apart, also of volumes and cubes") {
    Fixture f;
    for (const TextureType type : {TextureType::Type2D, TextureType::TypeCube, TextureType::Type3D}) {
        auto body = body2d(53, 7, 7);
        body.type = type;
        body.depth = type == TextureType::Type3D ? 5 : 1;
        body.mipCount = 3;
        const auto texture = f.texture(body);
        for (uint32_t level = 0; level < 3; ++level) {
            pvg::TextureRegion region = region2d(7 >> level, 7 >> level);
            region.level = level;
            region.slice = type == TextureType::TypeCube ? 5 : 0;
            region.z = type == TextureType::Type3D ? (5U >> level) - 1 : 0;
            f.write(texture, region, region.width * 4, toBytes(std::vector<uint32_t>(region.width * region.width, level + 1)));
        }
        for (uint32_t level = 0; level < 3; ++level) {
            pvg::TextureRegion region = region2d(1, 1);
            region.x = region.y = (7U >> level) - 1;
            region.level = level;
            region.slice = type == TextureType::TypeCube ? 5 : 0;
            region.z = type == TextureType::Type3D ? (5U >> level) - 1 : 0;
            CHECK(fromBytes<uint32_t>(f.read(texture, region, 4)) == std::vector<uint32_t>{level + 1});
        }
    }
}
