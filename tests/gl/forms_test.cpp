// Forms of draws beyond a triangle list into one target: viewport arrays, layers, lines, coverage, counters, strips.
#include <functional>

#include "drawing.h"

using namespace gltest;
using pvg::mtl::IndexType;
using pvg::mtl::PrimitiveType;
using pvg::mtl::VisibilityResultMode;

namespace {

constexpr unsigned kSize = 8, kRgba8 = 70;
const std::vector<float> kWhole = quad(-1, -1, 1, 1);

gl::BackendOptions lowerLeft(bool isLower) {
    gl::BackendOptions options;
    options.forceLowerLeft = isLower;
    return options;
}

struct Target {
    explicit Target(Fixture& fixture, uint32_t sampleCount = 1) : f(fixture), samples(sampleCount) {
        auto body = body2d(kRgba8, kSize, kSize);
        resolved = f.texture(body);
        body.type = samples > 1 ? pvg::mtl::TextureType::Type2DMultisample : pvg::mtl::TextureType::Type2D;
        body.sampleCount = uint16_t(samples);
        drawn = samples > 1 ? f.texture(body) : resolved;
        request = gltest::request(f, {kRgba8});
        request.descriptor.rasterSampleCount = samples;
        pass = Pass().color(drawn, {0, 0, 0, 0}).descriptor;
        if (samples > 1) {
            pass.colors[0].store = pvg::mtl::StoreAction::MultisampleResolve;
            pass.colors[0].resolveTexture = resolved;
        }
    }
    void begin() { REQUIRE(f.backend().beginRenderPass(pass).ok()); }
    void draw(const std::vector<float>& vertices, pvg::DrawCall call, std::vector<float> color = {1, 1, 1, 1}) {
        if (!state.pipeline) state.pipeline = pipeline(f, request);
        state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
        state.fragment.buffers[0] = bound(f.bufferOf(color), 16);
        state.dirty = pvg::RenderState::Everything;
        gltest::draw(f, state, call);
    }
    void draw(const std::vector<float>& vertices, std::vector<float> color = {1, 1, 1, 1}) {
        draw(vertices, triangles(vertices.size() / 4), std::move(color));
    }
    std::vector<uint8_t> end() {
        REQUIRE(f.backend().endRenderPass().ok());
        return fromBytes<uint8_t>(f.read(resolved, region2d(kSize, kSize), kSize * 4));
    }
    Fixture& f;
    uint32_t samples;
    pvg::TextureId drawn, resolved;
    pvg::RenderPipelineRequest request;
    pvg::RenderPass pass;
    pvg::RenderState state;
};

// Where the first channel is not what `wanted` says of the pixel.
unsigned wrongPixels(const std::vector<uint8_t>& pixels, const std::function<bool(unsigned, unsigned)>& wanted) {
    unsigned wrong = 0;
    for (unsigned y = 0; y < kSize; ++y)
        for (unsigned x = 0; x < kSize; ++x) wrong += (pixels[(y * kSize + x) * 4] != 0) != wanted(x, y) ? 1 : 0;
    return wrong;
}

// Instance i goes to viewport i or layer i.
std::shared_ptr<const pvg::ShaderLibrary> choosingVertex(Fixture& f, const char* output) {
    std::string text = pulledVertexText(std::string("    ") + output + " = gl_InstanceID;\n");
    text.insert(text.find('\n') + 1, "#extension GL_ARB_shader_viewport_layer_array : require\n");
    air::Reflection reflection = pulledVertexReflection();
    (std::string(output) == "gl_Layer" ? reflection.writesLayer : reflection.writesViewport) = true;
    return f.shaders().add(text, reflection);
}

} // namespace

TEST_CASE("each instance in its own viewport and scissor") {
    for (const bool isLower : {false, true}) {
        Fixture f(lowerLeft(isLower));
        Target t(f);
        t.request.vertex = choosingVertex(f, "gl_ViewportIndex");
        t.state.viewportCount = t.state.scissorCount = 3;
        t.state.viewports[0] = {0, 0, 4, 4, 0, 1};
        t.state.viewports[1] = {4, 1, 4, 2, 0, 1};
        t.state.viewports[2] = {0, 4, 8, 4, 0, 1};
        t.state.scissors[0] = {1, 0, 8, 2};
        t.state.scissors[1] = {0, 0, 8, 8};
        t.state.scissors[2] = {6, 7, 1, 1};
        t.begin();
        pvg::DrawCall call = triangles(6);
        call.instances = 3;
        t.draw(kWhole, call);
        CHECK(wrongPixels(t.end(), [](unsigned x, unsigned y) {
                  return (x >= 1 && x < 4 && y < 2) || (x >= 4 && y >= 1 && y < 3) || (x == 6 && y == 7);
              }) == 0);
    }
}

TEST_CASE("each instance in its own layer, those that none chooses stay clear") {
    Fixture f;
    auto body = body2d(kRgba8, kSize, kSize);
    body.type = pvg::mtl::TextureType::Type2DArray;
    body.arrayLength = 4;
    Target t(f);
    const auto layers = f.texture(body);
    t.request.vertex = choosingVertex(f, "gl_Layer");
    t.pass = Pass().color(layers, {0, 0, 0, 1}).descriptor;
    t.pass.arrayLength = 4;
    t.begin();
    pvg::DrawCall call = triangles(6);
    call.instances = 3;
    t.draw(quad(-1, 0, 1, 1), call); // the upper half
    REQUIRE(f.backend().endRenderPass().ok());
    for (uint32_t layer = 0; layer < 4; ++layer) {
        auto region = region2d(kSize, kSize);
        region.slice = layer;
        const auto pixels = fromBytes<uint8_t>(f.read(layers, region, kSize * 4));
        CHECK(wrongPixels(pixels, [&](unsigned, unsigned y) { return layer < 3 && y < kSize / 2; }) == 0);
        CHECK(pixels[3] == 255);
    }
}

TEST_CASE("lines instead of triangles draw their edges, biased as triangles are") {
    Fixture f;
    Target t(f);
    const auto depth = f.texture(body2d(252, kSize, kSize));
    t.pass.depth.texture = depth;
    t.pass.depth.load = pvg::mtl::LoadAction::Clear;
    t.request.descriptor.depthFormat = format(252);
    t.state.depthStencil.depthWrite = true;
    t.state.fillMode = pvg::mtl::TriangleFillMode::Lines;
    t.state.depthBias = 1e7F;
    t.state.depthBiasClamp = 0.125F;
    t.begin();
    // Right angle at the centre of pixel (1, 6), legs through pixel centres up to (1, 1) and (6, 6).
    const auto place = [](float pixel) { return (pixel + 0.5F) / 4 - 1; };
    t.draw({place(1), -place(6), 0.5F, 1, place(6), -place(6), 0.5F, 1, place(1), -place(1), 0.5F, 1});
    const auto pixels = t.end();
    for (unsigned i = 2; i < 6; ++i) {
        CHECK(pixels[(i * kSize + 1) * 4] != 0); // both legs
        CHECK(pixels[(6 * kSize + i) * 4] != 0);
        CHECK(pixels[(i * kSize + i) * 4] != 0); // the long side
    }
    CHECK(pixels[(5 * kSize + 2) * 4] == 0); // inside
    CHECK(pixels[(5 * kSize + 3) * 4] == 0);
    CHECK(pixels[(2 * kSize + 5) * 4] == 0); // outside
    const auto depths = fromBytes<float>(f.read(depth, region2d(kSize, kSize), kSize * 4));
    CHECK(depths[6 * kSize + 3] == doctest::Approx(0.625F));
    CHECK(depths[5 * kSize + 2] == 1.0F);
}

TEST_CASE("alpha as coverage, alpha as one, and the sample mask") {
    Fixture f;
    const auto whole = [&](const std::vector<float>& color, const std::function<void(pvg::RenderPipelineDescriptor&)>& change) {
        Target t(f, 4);
        change(t.request.descriptor);
        t.begin();
        t.draw(kWhole, color);
        const auto pixels = t.end();
        return std::array<int, 2>{pixels[0], pixels[3]};
    };
    const auto coverage = [](pvg::RenderPipelineDescriptor& d) { d.alphaToCoverage = true; };
    CHECK(whole({1, 1, 1, 0}, coverage)[0] == 0);
    CHECK(whole({1, 1, 1, 1}, coverage)[0] == 255);
    CHECK(std::abs(whole({1, 1, 1, 0.5F}, coverage)[0] - 128) <= 1); // two samples of four
    CHECK(std::abs(whole({1, 1, 1, 0.3F}, [](auto& d) { d.alphaToOne = true; })[1] - 255) <= 0);
    CHECK(std::abs(whole({1, 1, 1, 0.3F}, [](auto&) {})[1] - 77) <= 1);
    CHECK(std::abs(whole({1, 1, 1, 1}, [](auto& d) { d.sampleMask = 5; })[0] - 128) <= 1);
    CHECK(std::abs(whole({1, 1, 1, 1}, [](auto& d) { d.sampleMask = 0xfffffff8; })[0] - 64) <= 1);
    // Both at once: the coverage comes from the alpha that the function wrote.
    const auto both = whole({1, 1, 1, 0.5F}, [](auto& d) { d.alphaToCoverage = d.alphaToOne = true; });
    CHECK(std::abs(both[0] - 128) <= 1);
    CHECK(std::abs(both[1] - 128) <= 1);
}

TEST_CASE("counters of two passes, of samples, and of draws between which they were off") {
    Fixture f;
    const auto results = f.bufferOf<uint64_t>({7, 7, 7, 7, 7});
    Target t(f, 4);
    t.pass.visibilityBuffer = results;
    const auto arm = [&](VisibilityResultMode mode, uint64_t offset) {
        t.state.visibilityMode = mode;
        t.state.visibilityOffset = offset;
    };
    t.begin();
    arm(VisibilityResultMode::Counting, 8);
    t.draw(quad(-1, 0, 0, 1)); // 16 pixels
    arm(VisibilityResultMode::Disabled, 0);
    t.draw(kWhole);
    arm(VisibilityResultMode::Counting, 8);
    t.draw(quad(0, 0, 1, 1)); // 16 more
    arm(VisibilityResultMode::Boolean, 16);
    t.draw(quad(2, 2, 3, 3)); // nothing
    arm(VisibilityResultMode::Boolean, 24);
    t.draw(kWhole);
    t.end();
    CHECK(fromBytes<uint64_t>(f.read(results, 0, 40)) == std::vector<uint64_t>{7, 128, 0, 1, 7});
    t.begin(); // a new encoder overwrites
    arm(VisibilityResultMode::Counting, 8);
    t.draw(quad(-1, 0, 0, 1));
    t.end();
    CHECK(fromBytes<uint64_t>(f.read(results, 0, 40)) == std::vector<uint64_t>{7, 64, 0, 1, 7});
}

TEST_CASE("strips restart at the greatest index, with a negative base vertex, from an odd place") {
    Fixture f;
    for (const bool isWide : {false, true}) {
        Target t(f);
        // Two rectangles of four vertices each, behind two that nobody asks for: columns 0 and 1, and 6 and 7.
        std::vector<float> vertices(8, 9);
        for (const float left : {-1.0F, 0.5F})
            for (const auto& [x, y] : {std::pair{left, 1.0F}, {left, -1.0F}, {left + 0.5F, 1.0F}, {left + 0.5F, -1.0F}})
                vertices.insert(vertices.end(), {x, y, 0.5F, 1});
        pvg::DrawCall call;
        call.primitive = PrimitiveType::TriangleStrip;
        call.indexed = true;
        call.indexType = isWide ? IndexType::UInt32 : IndexType::UInt16;
        call.baseVertex = -3;
        call.count = 9;
        std::vector<uint8_t> bytes(isWide ? 3 : 1, 0xcc);
        for (const uint32_t index : {5U, 6U, 7U, 8U, 0xffffffffU, 9U, 10U, 11U, 12U})
            for (unsigned b = 0; b < (isWide ? 4 : 2); ++b) bytes.push_back(uint8_t(index >> 8 * b));
        call.indexBuffer = f.bufferOf(bytes);
        call.indexOffset = isWide ? 3 : 1;
        t.begin();
        t.draw(vertices, call);
        CHECK(wrongPixels(t.end(), [](unsigned x, unsigned) { return x < 2 || x >= 6; }) == 0);
    }
}
