#include "drawing.h"

using namespace gltest;
using pvg::mtl::LoadAction;
using pvg::mtl::StoreAction;

namespace {

void runEmptyPass(Fixture& f, const pvg::RenderPass& pass) {
    const auto begun = f.backend().beginRenderPass(pass);
    REQUIRE_MESSAGE(begun.ok(), (begun ? "" : begun.error().sentence()));
    REQUIRE(f.backend().endRenderPass().ok());
}

} // namespace

TEST_CASE("clears of every kind of colour format") {
    Fixture f;
    const auto cleared = [&](unsigned number, std::array<double, 4> value, uint64_t bytes) {
        const auto target = f.texture(body2d(number, 2, 2));
        runEmptyPass(f, Pass().color(target, value).descriptor);
        const Bytes all = f.read(target, region2d(2, 2), bytes * 2);
        const Bytes first(all.begin(), all.begin() + long(bytes));
        for (size_t i = 0; i < all.size(); ++i) CHECK(all[i] == first[i % bytes]);
        return first;
    };
    CHECK(cleared(80, {1, 0.2, 0, 0.4}, 4) == toBytes<uint8_t>({0, 51, 255, 102}));
    CHECK(cleared(70, {1, 0.2, 0, 0.4}, 4) == toBytes<uint8_t>({255, 51, 0, 102}));
    CHECK(cleared(81, {0.2158605, 0, 1, 0.4}, 4) == toBytes<uint8_t>({255, 0, 128, 102})); // linear values are encoded
    CHECK(cleared(1, {0.2, 0.4, 0.6, 1}, 1) == toBytes<uint8_t>({255}));                    // A8 keeps alpha
    CHECK(cleared(115, {2, -1, 0.5, 1}, 8) == toBytes<uint16_t>({0x4000, 0xbc00, 0x3800, 0x3c00}));
    CHECK(cleared(123, {4294967295.0, 7, 0, -5}, 16) == toBytes<uint32_t>({0xffffffff, 7, 0, 0}));
    CHECK(cleared(54, {-7, 0, 0, 0}, 4) == toBytes<int32_t>({-7}));
    CHECK(cleared(55, {0.75, 0, 0, 0}, 4) == toBytes<float>({0.75F}));
}

TEST_CASE("depth and stencil clear apart and together") {
    Fixture f;
    const auto target = f.texture(body2d(260, 2, 2));
    pvg::RenderPass pass;
    pass.depth.texture = target;
    pass.depth.load = LoadAction::Clear;
    pass.depth.clearDepth = 0.25;
    runEmptyPass(f, pass);
    pvg::RenderPass stencil;
    stencil.stencil.texture = target;
    stencil.stencil.load = LoadAction::Clear;
    stencil.stencil.clearStencil = 0x1a5;
    runEmptyPass(f, stencil);
    Bytes cell = f.read(target, region2d(1, 1), 8);
    CHECK(fromBytes<float>(cell)[0] == 0.25F);
    CHECK(cell[4] == std::byte{0xa5});
    pass.depth.clearDepth = 0.5;
    pass.stencil.texture = target;
    pass.stencil.load = LoadAction::Clear;
    pass.stencil.clearStencil = 3;
    runEmptyPass(f, pass);
    cell = f.read(target, region2d(1, 1), 8);
    CHECK(fromBytes<float>(cell)[0] == 0.5F);
    CHECK(cell[4] == std::byte{3});
}

TEST_CASE("a pass smaller than its attachment clears its own extent only") {
    Fixture f;
    const auto target = f.texture(body2d(10, 4, 4));
    Pass pass = Pass().color(target, {1, 0, 0, 0});
    pass.descriptor.width = 2;
    pass.descriptor.height = 3;
    runEmptyPass(f, pass.descriptor);
    const auto got = fromBytes<uint8_t>(f.read(target, region2d(4, 4), 4));
    for (unsigned y = 0; y < 4; ++y)
        for (unsigned x = 0; x < 4; ++x) CHECK(got[y * 4 + x] == (x < 2 && y < 3 ? 255 : 0));
}

TEST_CASE("levels, slices, faces and planes are targets of their own") {
    using pvg::mtl::TextureType;
    Fixture f;
    for (const TextureType type : {TextureType::Type2DArray, TextureType::TypeCube, TextureType::Type3D}) {
        CAPTURE(int(type));
        auto body = body2d(53, 4, 4);
        body.type = type;
        body.mipCount = 2;
        body.arrayLength = type == TextureType::Type2DArray ? 4 : 1;
        body.depth = type == TextureType::Type3D ? 8 : 1;
        const auto target = f.texture(body);
        Pass pass = Pass().color(target, {77, 0, 0, 0});
        pass.descriptor.colors[0].level = 1;
        (type == TextureType::Type3D ? pass.descriptor.colors[0].depthPlane : pass.descriptor.colors[0].slice) = 3;
        runEmptyPass(f, pass.descriptor);
        for (uint32_t at = 0; at < 4; ++at) {
            pvg::TextureRegion region = region2d(2, 2);
            region.level = 1;
            (type == TextureType::Type3D ? region.z : region.slice) = at;
            CHECK(fromBytes<uint32_t>(f.read(target, region, 8)) == std::vector<uint32_t>(4, at == 3 ? 77 : 0));
        }
    }
}

TEST_CASE("a layered pass clears every layer") {
    Fixture f;
    auto body = body2d(53, 2, 2);
    body.type = pvg::mtl::TextureType::Type2DArray;
    body.arrayLength = 3;
    const auto target = f.texture(body);
    Pass pass = Pass().color(target, {9, 0, 0, 0});
    pass.descriptor.arrayLength = 3;
    runEmptyPass(f, pass.descriptor);
    for (uint32_t slice = 0; slice < 3; ++slice) {
        pvg::TextureRegion region = region2d(2, 2);
        region.slice = slice;
        CHECK(fromBytes<uint32_t>(f.read(target, region, 8)) == std::vector<uint32_t>(4, 9));
    }
}

TEST_CASE("multisample colour resolves to the average, untouched by the scissor of the last draw") {
    Fixture f;
    auto body = body2d(80, 4, 4);
    body.type = pvg::mtl::TextureType::Type2DMultisample;
    body.sampleCount = 4;
    const auto samples = f.texture(body), resolved = f.texture(body2d(80, 4, 4));
    Pass pass = Pass().color(samples, {0, 0, 0, 0});
    pass.descriptor.colors[0].resolveTexture = resolved;
    pass.descriptor.colors[0].store = StoreAction::StoreAndMultisampleResolve;
    auto r = request(f, {80});
    r.descriptor.rasterSampleCount = 4;
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    // The left edge of column 1 lies in the middle of the pixel: half of its samples.
    const auto vertices = quad(-1, -1, -0.25F, 1);
    state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
    state.fragment.buffers[0] = bound(f.bufferOf<float>({1, 1, 1, 1}), 16);
    REQUIRE(f.backend().beginRenderPass(pass.descriptor).ok());
    draw(f, state, triangles(6));
    state.scissorCount = 1;
    state.scissors[0] = {0, 0, 1, 1};
    state.dirty = pvg::RenderState::Scissors;
    draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    const auto got = fromBytes<uint8_t>(f.read(resolved, region2d(4, 4), 16));
    for (unsigned y = 0; y < 4; ++y) {
        CHECK(got[y * 16 + 0] == 255);
        CHECK(std::abs(int(got[y * 16 + 4]) - 128) <= 1);
        CHECK(got[y * 16 + 8] == 0);
    }
    // The stored samples read back resolved (decisions.md 17), and an upload replicates.
    CHECK(std::abs(int(fromBytes<uint8_t>(f.read(samples, region2d(4, 4), 16))[4]) - 128) <= 1);
    f.write(samples, region2d(4, 4), 16, Bytes(64, std::byte{0x42}));
    CHECK(f.read(samples, region2d(4, 4), 16) == Bytes(64, std::byte{0x42}));
}

TEST_CASE("multisample depth resolves") {
    Fixture f;
    auto body = body2d(252, 2, 2);
    body.type = pvg::mtl::TextureType::Type2DMultisample;
    body.sampleCount = 4;
    pvg::RenderPass pass;
    pass.depth.texture = f.texture(body);
    pass.depth.load = LoadAction::Clear;
    pass.depth.clearDepth = 0.375;
    pass.depth.resolveTexture = f.texture(body2d(252, 2, 2));
    pass.depth.store = StoreAction::MultisampleResolve;
    runEmptyPass(f, pass);
    CHECK(fromBytes<float>(f.read(pass.depth.resolveTexture, region2d(2, 2), 8)) == std::vector<float>(4, 0.375F));
}

TEST_CASE("attachments that do not exist or do not fit are declined") {
    Fixture f;
    pvg::RenderPass pass;
    CHECK(!f.backend().beginRenderPass(pass).ok()); // neither attachments nor a size
    pass.width = pass.height = 4;
    CHECK(f.backend().beginRenderPass(pass).ok());
    REQUIRE(f.backend().endRenderPass().ok());
    CHECK(!f.backend().endRenderPass().ok());
    CHECK(!f.backend().beginRenderPass(Pass().color(pvg::TextureId{77}, {}).descriptor).ok());
    const auto colour = f.texture(body2d(80, 4, 4)), depth = f.texture(body2d(252, 4, 4));
    CHECK(!f.backend().beginRenderPass(Pass().color(depth, {}).descriptor).ok());
    Pass level = Pass().color(colour, {});
    level.descriptor.colors[0].level = 1;
    CHECK(!f.backend().beginRenderPass(level.descriptor).ok());
    CHECK(!f.backend().beginRenderPass(Pass().color(f.texture(body2d(152, 8, 8)), {}).descriptor).ok());
}

TEST_CASE("a texture deleted inside a pass stays until the pass ends") {
    Fixture f;
    const auto target = f.texture(body2d(80, 4, 4));
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {}).descriptor).ok());
    f.backend().destroyTexture(target);
    REQUIRE(f.backend().endRenderPass().ok());
    CHECK(!f.backend().beginRenderPass(Pass().color(target, {}).descriptor).ok());
}
