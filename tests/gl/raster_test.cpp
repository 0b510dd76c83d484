#include "drawing.h"

using namespace gltest;
using pvg::mtl::BlendFactor;
using pvg::mtl::BlendOperation;
using pvg::mtl::CompareFunction;
using pvg::mtl::CullMode;
using pvg::mtl::Winding;

namespace {

constexpr unsigned kSize = 8;

// One colour target, an optional depth-stencil one; draws accumulate.
struct Scene {
    explicit Scene(Fixture& fixture, unsigned number = 70, std::array<double, 4> clear = {0, 0, 0, 0}) : f(fixture) {
        target = f.texture(body2d(number, kSize, kSize));
        request = gltest::request(f, {number});
        pass = Pass().color(target, clear).descriptor;
    }
    void begin() { REQUIRE(f.backend().beginRenderPass(pass).ok()); }
    void draw(const std::vector<float>& vertices, std::vector<float> color = {1, 1, 1, 1}) {
        if (!state.pipeline) state.pipeline = pipeline(f, request);
        state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
        state.fragment.buffers[0] = bound(f.bufferOf(color), 16);
        state.dirty = pvg::RenderState::Everything;
        gltest::draw(f, state, triangles(vertices.size() / 4));
    }
    std::vector<uint8_t> end() {
        REQUIRE(f.backend().endRenderPass().ok());
        return fromBytes<uint8_t>(f.read(target, region2d(kSize, kSize), kSize * 4));
    }
    Fixture& f;
    pvg::TextureId target;
    pvg::RenderPipelineRequest request;
    pvg::RenderPass pass;
    pvg::RenderState state;
};

unsigned covered(const std::vector<uint8_t>& pixels) {
    unsigned n = 0;
    for (size_t i = 0; i < pixels.size(); i += 4) n += pixels[i] != 0 ? 1 : 0;
    return n;
}

const std::vector<float> kWhole = quad(-1, -1, 1, 1);

} // namespace

TEST_CASE("scissor and viewport count rows from the first in memory") {
    for (const bool lower : {false, true}) {
        gl::BackendOptions options;
        options.forceLowerLeft = lower;
        Fixture f(options);
        Scene s(f);
        s.state.scissorCount = 1;
        s.state.scissors[0] = {1, 2, 3, 4};
        s.begin();
        s.draw(kWhole);
        auto got = s.end();
        for (unsigned y = 0; y < kSize; ++y)
            for (unsigned x = 0; x < kSize; ++x) CHECK((got[(y * kSize + x) * 4] != 0) == (x >= 1 && x < 4 && y >= 2 && y < 6));
        s.state.scissorCount = 0;
        s.state.viewportCount = 1;
        s.state.viewports[0] = {2, 1, 4, 2, 0, 1};
        s.begin();
        s.draw(quad(-1, 0, 1, 1)); // the upper half of the viewport
        got = s.end();
        for (unsigned y = 0; y < kSize; ++y)
            for (unsigned x = 0; x < kSize; ++x) CHECK((got[(y * kSize + x) * 4] != 0) == (x >= 2 && x < 6 && y == 1));
    }
}

TEST_CASE("an empty scissor draws nothing, an oversized one the pass") {
    Fixture f;
    Scene s(f);
    s.state.scissorCount = 1;
    s.begin();
    s.draw(kWhole);
    CHECK(covered(s.end()) == 0);
    s.state.scissors[0] = {4, 4, ~0ULL, ~0ULL};
    s.begin();
    s.draw(kWhole);
    CHECK(covered(s.end()) == 16);
    s.state.scissors[0] = {~0ULL, 0, 5, 5};
    s.begin();
    s.draw(kWhole);
    CHECK(covered(s.end()) == 0);
}

TEST_CASE("culling follows Metal's winding under both clip origins") {
    // Counter-clockwise with y up.
    const std::vector<float> ccw{-1, -1, 0, 1, 1, -1, 0, 1, 1, 1, 0, 1};
    for (const bool lower : {false, true}) {
        gl::BackendOptions options;
        options.forceLowerLeft = lower;
        Fixture f(options);
        for (const Winding winding : {Winding::Clockwise, Winding::CounterClockwise}) {
            for (const CullMode cull : {CullMode::None, CullMode::Front, CullMode::Back}) {
                Scene s(f);
                s.state.winding = winding;
                s.state.cullMode = cull;
                s.begin();
                s.draw(ccw);
                const bool isFront = winding == Winding::CounterClockwise;
                const bool isDrawn = cull == CullMode::None || (cull == CullMode::Back) == isFront;
                CHECK((covered(s.end()) > 0) == isDrawn);
            }
        }
    }
}

TEST_CASE("blending, per channel factors and write masks") {
    Fixture f;
    Scene s(f, 70, {0.2, 0.4, 0.6, 0.8});
    auto& d = s.request.descriptor.colors[0];
    d.blendingEnabled = true;
    d.sourceRGB = BlendFactor::SourceAlpha, d.destinationRGB = BlendFactor::OneMinusSourceAlpha;
    d.sourceAlpha = BlendFactor::Zero, d.destinationAlpha = BlendFactor::DestinationAlpha;
    d.writeMask = 8 | 2 | 1; // red, blue, alpha
    s.begin();
    s.draw(kWhole, {1, 1, 0, 0.5F});
    const auto got = s.end();
    CHECK(std::abs(got[0] - 0.6 * 255) <= 1);
    CHECK(std::abs(got[1] - 0.4 * 255) <= 1); // green is masked
    CHECK(std::abs(got[2] - 0.3 * 255) <= 1);
    CHECK(std::abs(got[3] - 0.64 * 255) <= 1);
}

TEST_CASE("blend operations and the blend colour") {
    Fixture f;
    struct Row {
        BlendOperation operation;
        double expected;
    };
    for (const Row& row : {Row{BlendOperation::Add, 0.5 + 0.3}, Row{BlendOperation::Subtract, 0.2}, Row{BlendOperation::ReverseSubtract, 0.0},
                           Row{BlendOperation::Min, 0.3}, Row{BlendOperation::Max, 0.5}}) {
        Scene s(f, 70, {0.3, 0, 0, 0});
        auto& d = s.request.descriptor.colors[0];
        d.blendingEnabled = true;
        d.rgbOperation = row.operation;
        d.destinationRGB = BlendFactor::One;
        s.begin();
        s.draw(kWhole, {0.5F, 0, 0, 0});
        CHECK(std::abs(s.end()[0] - row.expected * 255) <= 1);
    }
    Scene s(f, 70, {1, 0, 0, 0});
    auto& d = s.request.descriptor.colors[0];
    d.blendingEnabled = true;
    d.sourceRGB = BlendFactor::BlendColor, d.destinationRGB = BlendFactor::OneMinusBlendAlpha;
    s.state.blendColor = {0.5F, 0, 0, 0.75F};
    s.begin();
    s.draw(kWhole, {0.5F, 0, 0, 0});
    CHECK(std::abs(s.end()[0] - 0.5 * 255) <= 1);
}

TEST_CASE("an A8 target takes the shader's alpha, blended as alpha") {
    Fixture f;
    auto plain = gltest::request(f, {1});
    const auto target = f.texture(body2d(1, kSize, kSize));
    pvg::RenderState state;
    state.pipeline = pipeline(f, plain);
    state.vertex.buffers[0] = bound(f.bufferOf(kWhole), kWhole.size() * 4);
    state.fragment.buffers[0] = bound(f.bufferOf<float>({1, 1, 1, 0.4F}), 16);
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {0, 0, 0, 0}).descriptor).ok());
    gltest::draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    CHECK(fromBytes<uint8_t>(f.read(target, region2d(1, 1), 1))[0] == 102);
    auto& d = plain.descriptor.colors[0];
    d.blendingEnabled = true;
    d.destinationAlpha = BlendFactor::OneMinusSourceAlpha;
    d.sourceAlpha = BlendFactor::OneMinusDestinationAlpha;
    d.writeMask = 1;
    state.pipeline = pipeline(f, plain);
    state.dirty = pvg::RenderState::Everything;
    REQUIRE(f.backend().beginRenderPass(Pass().load(target).descriptor).ok());
    gltest::draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    CHECK(std::abs(fromBytes<uint8_t>(f.read(target, region2d(1, 1), 1))[0] - (0.4 * 0.6 + 0.4 * 0.6) * 255) <= 1);
}

TEST_CASE("drawing into sRGB encodes") {
    Fixture f;
    Scene s(f, 71);
    s.begin();
    s.draw(kWhole, {0.2158605F, 1, 0, 0.4F});
    const auto got = s.end();
    CHECK(std::abs(got[0] - 128) <= 1);
    CHECK(got[1] == 255);
    CHECK(got[3] == 102);
}

TEST_CASE("an sRGB view of a plain texture encodes what is drawn and cleared through it") {
    Fixture f;
    const auto base = f.texture(body2d(80, 4, 4));
    pvg::TextureViewRange range;
    range.format = format(81);
    const auto view = f.backend().createTextureView(base, range);
    REQUIRE(view.ok());
    pvg::RenderState state;
    state.pipeline = pipeline(f, gltest::request(f, {81}));
    const auto half = quad(-1, 0, 1, 1);
    state.vertex.buffers[0] = bound(f.bufferOf(half), half.size() * 4);
    state.fragment.buffers[0] = bound(f.bufferOf<float>({0.2158605F, 0, 0, 1}), 16);
    REQUIRE(f.backend().beginRenderPass(Pass().color(*view, {0, 0.2158605, 0, 1}).descriptor).ok());
    gltest::draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    const auto got = fromBytes<uint8_t>(f.read(base, region2d(4, 4), 16));
    CHECK(std::abs(got[2] - 128) <= 1);
    CHECK(got[1] == 0);
    CHECK(std::abs(got[3 * 16 + 1] - 128) <= 1);
    CHECK(got[3 * 16 + 2] == 0);
}

TEST_CASE("uploads between the draws of a pass leave its state alone") {
    Fixture f;
    Scene s(f);
    s.state.scissorCount = 1;
    s.state.scissors[0] = {0, 0, 2, 2};
    s.begin();
    s.draw(kWhole, {1, 0, 0, 1});
    auto body = body2d(80, 4, 4);
    body.type = pvg::mtl::TextureType::Type2DMultisample;
    body.sampleCount = 4;
    const auto samples = f.texture(body);
    f.write(samples, region2d(4, 4), 16, Bytes(64)); // a blit
    const auto combined = f.texture(body2d(260, 2, 2));
    const auto stencil = f.bufferOf<uint8_t>({1, 2, 3, 4});
    REQUIRE(f.backend().copyBufferToTexture(stencil, 0, {2, 4}, combined, region2d(2, 2), pvg::Aspect::Stencil).ok()); // a dispatch
    s.state.dirty = 0;
    gltest::draw(f, s.state, triangles(6));
    CHECK(covered(s.end()) == 4);
}

TEST_CASE("depth test, write, clamp and bias") {
    Fixture f;
    Scene s(f);
    const auto depth = f.texture(body2d(252, kSize, kSize));
    s.pass.depth.texture = depth;
    s.pass.depth.load = pvg::mtl::LoadAction::Clear;
    s.pass.depth.clearDepth = 0.5;
    s.request.descriptor.depthFormat = format(252);
    s.state.depthStencil.depthCompare = CompareFunction::Less;
    s.state.depthStencil.depthWrite = true;
    s.begin();
    s.draw(quad(-1, -1, 0, 1, 0.75F)); // behind
    s.draw(quad(0, -1, 1, 1, 0.25F));  // in front
    CHECK(covered(s.end()) == 32);
    const auto depths = fromBytes<float>(f.read(depth, region2d(kSize, 1), kSize * 4));
    CHECK(depths[0] == 0.5F);
    CHECK(depths[7] == 0.25F);

    s.state.depthStencil.depthCompare = CompareFunction::Always;
    s.pass.depth.clearDepth = 0.5;
    s.begin();
    s.draw(quad(-1, -1, 1, 1, 2.0F)); // clipped
    CHECK(covered(s.end()) == 0);
    s.state.depthClipMode = pvg::mtl::DepthClipMode::Clamp;
    s.begin();
    s.draw(quad(-1, -1, 1, 1, 2.0F));
    CHECK(covered(s.end()) == 64);
    CHECK(fromBytes<float>(f.read(depth, region2d(1, 1), 4))[0] == 1.0F);

    s.state.depthClipMode = pvg::mtl::DepthClipMode::Clip;
    s.state.depthBias = 1e7F; // 0.6 in units of 2^-24, cut by the clamp
    s.state.depthBiasClamp = 0.125F;
    s.begin();
    s.draw(quad(-1, -1, 1, 1, 0.5F));
    s.end();
    CHECK(fromBytes<float>(f.read(depth, region2d(1, 1), 4))[0] == doctest::Approx(0.625F));
}

TEST_CASE("stencil faces, references and masks") {
    Fixture f;
    Scene s(f);
    const auto stencil = f.texture(body2d(253, kSize, kSize));
    s.pass.stencil.texture = stencil;
    s.pass.stencil.load = pvg::mtl::LoadAction::Clear;
    s.pass.stencil.clearStencil = 0xf0;
    s.request.descriptor.stencilFormat = format(253);
    using pvg::mtl::StencilOperation;
    s.state.depthStencil.front.pass = StencilOperation::Replace;
    s.state.depthStencil.back.pass = StencilOperation::Replace;
    s.state.depthStencil.front.writeMask = s.state.depthStencil.back.writeMask = 0x0f;
    s.state.stencilFrontReference = s.state.stencilBackReference = 0x35;
    s.begin();
    s.draw(quad(-1, -1, 0, 1));
    s.state.depthStencil.front = s.state.depthStencil.back = {CompareFunction::Equal, StencilOperation::Keep, StencilOperation::Keep,
                                                              StencilOperation::IncrementWrap, 0x0f, 0xff};
    s.draw(kWhole);
    s.end();
    const auto got = fromBytes<uint8_t>(f.read(stencil, region2d(kSize, 1), kSize));
    CHECK(got[0] == 0xf6);
    CHECK(got[7] == 0xf0);
}

TEST_CASE("several targets with their own blending, unwritten ones left alone") {
    Fixture f;
    auto r = gltest::request(f, {70, 10, 53});
    r.fragment = f.shaders().add("#version 450 core\n"
                                 "layout(location = 0) out vec4 fs_color0;\nlayout(location = 2) out uvec4 fs_color2;\n"
                                 "void main() { fs_color0 = vec4(0.2, 0.4, 0.6, 0.8); fs_color2 = uvec4(70000u); }\n",
                                 [] {
                                     air::Reflection reflection;
                                     reflection.stage = air::Stage::Fragment;
                                     reflection.colors = {{0, 0, 0}, {2, 0, 2}};
                                     return reflection;
                                 }());
    r.descriptor.colors[0].blendingEnabled = true;
    r.descriptor.colors[0].destinationRGB = BlendFactor::One;
    const auto a = f.texture(body2d(70, 4, 4)), b = f.texture(body2d(10, 4, 4)), c = f.texture(body2d(53, 4, 4));
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    state.vertex.buffers[0] = bound(f.bufferOf(kWhole), kWhole.size() * 4);
    REQUIRE(f.backend().beginRenderPass(Pass().color(a, {0.2, 0, 0, 0}, 0).color(b, {1, 0, 0, 0}, 1).color(c, {5, 0, 0, 0}, 2).descriptor).ok());
    gltest::draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    CHECK(std::abs(fromBytes<uint8_t>(f.read(a, region2d(1, 1), 4))[0] - 102) <= 1);
    CHECK(fromBytes<uint8_t>(f.read(b, region2d(1, 1), 1))[0] == 255);
    CHECK(fromBytes<uint32_t>(f.read(c, region2d(1, 1), 4))[0] == 70000);
}

TEST_CASE("dual source blending") {
    Fixture f;
    auto r = gltest::request(f, {70});
    air::Reflection reflection;
    reflection.stage = air::Stage::Fragment;
    reflection.colors = {{0, 0, 0}, {0, 1, 0}};
    r.fragment = f.shaders().add("#version 450 core\n"
                                 "layout(location = 0, index = 0) out vec4 fs_color0;\nlayout(location = 0, index = 1) out vec4 fs_color0_1;\n"
                                 "void main() { fs_color0 = vec4(0.5); fs_color0_1 = vec4(0.2, 0.4, 0.0, 1.0); }\n",
                                 reflection);
    auto& d = r.descriptor.colors[0];
    d.blendingEnabled = true;
    d.destinationRGB = BlendFactor::Source1Color;
    const auto a = f.texture(body2d(70, 4, 4));
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    state.vertex.buffers[0] = bound(f.bufferOf(kWhole), kWhole.size() * 4);
    REQUIRE(f.backend().beginRenderPass(Pass().color(a, {1, 1, 1, 1}).descriptor).ok());
    gltest::draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    const auto got = fromBytes<uint8_t>(f.read(a, region2d(1, 1), 4));
    CHECK(std::abs(got[0] - 0.7 * 255) <= 1);
    CHECK(std::abs(got[1] - 0.9 * 255) <= 1);
    CHECK(std::abs(got[2] - 0.5 * 255) <= 1);
}

TEST_CASE("visibility counts land at their offsets, one offset accumulates") {
    using pvg::mtl::VisibilityResultMode;
    Fixture f;
    Scene s(f);
    const auto results = f.bufferOf<uint64_t>({9, 9, 9, 9});
    s.pass.visibilityBuffer = results;
    s.pass.visibilityBufferOffset = 8;
    s.begin();
    s.state.visibilityMode = VisibilityResultMode::Counting;
    s.draw(quad(-1, 0, 1, 1)); // 32 samples
    s.state.visibilityOffset = 8;
    s.state.visibilityMode = VisibilityResultMode::Boolean;
    s.draw(kWhole);
    s.state.visibilityOffset = 0;
    s.state.visibilityMode = VisibilityResultMode::Counting;
    s.draw(kWhole); // 64 more
    s.end();
    CHECK(fromBytes<uint64_t>(f.read(results, 0, 32)) == std::vector<uint64_t>{9, 96, 1, 9});
}

TEST_CASE("draws that cannot be are declined and the pass goes on") {
    Fixture f;
    Scene s(f);
    pvg::RenderState none;
    CHECK(!f.backend().draw(none, triangles(3)).ok()); // outside a pass
    s.begin();
    auto refused = f.backend().draw(none, triangles(3));
    REQUIRE(!refused.ok());
    CHECK(refused.error().reason == pvg::DeclineReason::MissingPipeline);
    pvg::RenderState other;
    other.pipeline = pipeline(f, gltest::request(f, {80}));
    refused = f.backend().draw(other, triangles(3));
    REQUIRE(!refused.ok());
    CHECK(refused.error().reason == pvg::DeclineReason::MissingAttachment);
    s.state.viewportCount = 1;
    s.state.viewports[0] = {0, 0, -1, 1, 0, 1};
    s.state.pipeline = pipeline(f, s.request);
    CHECK(!f.backend().draw(s.state, triangles(3)).ok());
    s.state.viewportCount = 0;
    pvg::DrawCall indexed = triangles(3);
    indexed.indexed = true;
    CHECK(!f.backend().draw(s.state, indexed).ok());
    CHECK(f.backend().draw(s.state, triangles(0)).ok());
    s.draw(kWhole);
    CHECK(covered(s.end()) == 64);
}
