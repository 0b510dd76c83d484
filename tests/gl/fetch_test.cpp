// Fragment functions that read their render target (air.md 3, "fb fetch"), from AIR text to pixels.
#include "drawing.h"
#include "tests/air/kernel_runner.h"

using namespace gltest;

namespace {

constexpr unsigned kA8 = 1, kRgba8 = 70, kRgba32Uint = 123, kRgba32Float = 125;

// A fragment function of attachment 0 that returns %r, computed by `body` from %dst, what is there, and %k, a constant of its own.
std::string fetchModule(const std::string& type, const char* typeName, const std::string& body) {
    const std::string name = std::string("!\"") + typeName + "\"";
    return "define " + type + " @f(" + type + " %dst, ptr addrspace(2) %p) {\n  %k = load " + type + ", ptr addrspace(2) %p\n" + body +
           "  ret " + type +
           " %r\n}\n!air.fragment = !{!0}\n!0 = !{ptr @f, !1, !2}\n!1 = !{!3}\n!2 = !{!4, !5}\n"
           "!3 = !{!\"air.render_target\", i32 0, i32 0, !\"air.arg_type_name\", " +
           name +
           "}\n"
           "!4 = !{i32 0, !\"air.render_target\", i32 0, !\"air.arg_type_name\", " +
           name +
           ", !\"air.arg_name\", !\"dst\"}\n"
           "!5 = !{i32 1, !\"air.buffer\", !\"air.buffer_size\", i32 16, !\"air.location_index\", i32 0, i32 1, !\"air.read\", "
           "!\"air.arg_type_name\", " +
           name + ", !\"air.arg_name\", !\"k\"}\n";
}

// Half of what is there plus k.
std::string blendModule() {
    return fetchModule("<4 x float>", "float4",
                       "  %h = fmul <4 x float> %dst, <float 0.5, float 0.5, float 0.5, float 0.5>\n  %r = fadd <4 x float> %h, %k\n");
}

std::shared_ptr<const pvg::ShaderLibrary> translated(Fixture& f, const std::string& module) {
    air::Outcome outcome = airtest::translateText(module);
    REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
    // As it arrives from a worker.
    auto received = air::outcomeFromJson(air::toJson(outcome));
    REQUIRE(received.ok());
    return f.shaders().addOutcome(std::move(*received));
}

struct Target {
    pvg::TextureId texture;
    unsigned format = kRgba32Float;
    uint32_t samples = 1;
};

pvg::RenderState fetchingState(Fixture& f, const std::string& module, const Target& target) {
    auto r = request(f, {target.format});
    r.fragment = translated(f, module);
    r.descriptor.rasterSampleCount = target.samples;
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    const auto vertices = quad(-1, -1, 1, 1);
    state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
    return state;
}

pvg::RenderState constantState(Fixture& f, const Target& target, const std::vector<float>& vertices, const std::vector<float>& color) {
    auto r = request(f, {target.format});
    r.descriptor.rasterSampleCount = target.samples;
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
    state.fragment.buffers[0] = bound(f.bufferOf(color), 16);
    return state;
}

// Draws instance i into layer i.
std::shared_ptr<const pvg::ShaderLibrary> layeredVertex(Fixture& f) {
    std::string text = pulledVertexText("    gl_Layer = gl_InstanceID;\n");
    text.insert(text.find('\n') + 1, "#extension GL_ARB_shader_viewport_layer_array : require\n");
    air::Reflection reflection = pulledVertexReflection();
    reflection.writesLayer = true;
    return f.shaders().add(text, reflection);
}

std::array<float, 4> pixel(const std::vector<float>& all, unsigned at) {
    return {all[at * 4], all[at * 4 + 1], all[at * 4 + 2], all[at * 4 + 3]};
}

void checkBlending(const gl::BackendOptions& options) {
    Fixture f(options);
    const auto target = f.texture(body2d(kRgba32Float, 4, 4));
    auto upper = constantState(f, {target}, quad(-1, 0, 1, 1), {8, 4, 2, 1});
    auto state = fetchingState(f, blendModule(), {target});
    state.fragment.buffers[0] = bound(f.bufferOf<float>({1, 0, 0, 0}), 16);
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {16, 32, 64, 128}).descriptor).ok());
    draw(f, upper, triangles(6));
    draw(f, state, triangles(6));
    // The second one only in the left half.
    state.scissors[0] = {0, 0, 2, 4};
    state.scissorCount = 1;
    state.dirty = pvg::RenderState::Scissors;
    draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    const auto pixels = fromBytes<float>(f.read(target, region2d(4, 4), 64));
    for (unsigned y = 0; y < 4; ++y) {
        const std::array<float, 4> once = y < 2 ? std::array<float, 4>{5, 2, 1, 0.5F} : std::array<float, 4>{9, 16, 32, 64};
        const std::array<float, 4> twice = y < 2 ? std::array<float, 4>{3.5F, 1, 0.5F, 0.25F} : std::array<float, 4>{5.5F, 8, 16, 32};
        for (unsigned x = 0; x < 4; ++x) CHECK(pixel(pixels, y * 4 + x) == (x < 2 ? twice : once));
    }
}

} // namespace

TEST_CASE("each draw reads what the draws before it left in the same texel") { checkBlending({}); }

TEST_CASE("with the lower-left clip origin as well") {
    gl::BackendOptions options;
    options.forceLowerLeft = true;
    checkBlending(options);
}

TEST_CASE("integer targets are read as integers") {
    Fixture f;
    const auto target = f.texture(body2d(kRgba32Uint, 2, 2));
    auto state = fetchingState(f, fetchModule("<4 x i32>", "uint4", "  %r = add <4 x i32> %dst, %k\n"), {target, kRgba32Uint});
    state.fragment.buffers[0] = bound(f.bufferOf<uint32_t>({1, 2, 0x80000000U, 0}), 16);
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {10, 20, 30, 40}).descriptor).ok());
    for (int i = 0; i < 3; ++i) draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    const auto pixels = fromBytes<uint32_t>(f.read(target, region2d(2, 2), 32));
    for (unsigned i = 0; i < 4; ++i)
        CHECK(std::vector<uint32_t>(pixels.begin() + i * 4, pixels.begin() + i * 4 + 4) ==
              std::vector<uint32_t>{13, 26, 30U + 0x80000000U, 40});
}

// An 8 x 8 target of four samples, resolved: `colour` on one side of a slanted edge, whose pixels have samples of both values; then, with
// `fetches`, half of what each sample has.
Bytes slantedEdge(unsigned format, const std::vector<float>& colour, bool fetches) {
    Fixture f;
    auto body = body2d(format, 8, 8);
    const auto resolved = f.texture(body);
    body.type = pvg::mtl::TextureType::Type2DMultisample;
    body.sampleCount = 4;
    const Target target{f.texture(body), format, 4};
    const std::vector<float> corner = {-1, 1, 0.5F, 1, -1, -1, 0.5F, 1, 0.7F, 1, 0.5F, 1};
    auto cornerState = constantState(f, target, corner, colour);
    auto state = fetchingState(f, blendModule(), target);
    state.fragment.buffers[0] = bound(f.bufferOf<float>({0, 0, 0, 0}), 16);
    auto pass = Pass().color(target.texture, {0, 0, 0, 0}).descriptor;
    pass.colors[0].store = pvg::mtl::StoreAction::MultisampleResolve;
    pass.colors[0].resolveTexture = resolved;
    REQUIRE(f.backend().beginRenderPass(pass).ok());
    draw(f, cornerState, triangles(3));
    if (fetches) draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    return f.read(resolved, region2d(8, 8), format == kA8 ? 8 : 128);
}

TEST_CASE("every sample reads its own value") {
    const auto drawn = [](bool fetches) { return fromBytes<float>(slantedEdge(kRgba32Float, {1, 1, 1, 1}, fetches)); };
    const auto plain = drawn(false), halved = drawn(true);
    CHECK(std::any_of(plain.begin(), plain.end(), [](float v) { return v > 0 && v < 1; }));
    for (size_t i = 0; i < plain.size(); ++i) CHECK(halved[i] == plain[i] * 0.5F);
}

TEST_CASE("a slice of an array is read from that slice") {
    Fixture f;
    auto body = body2d(kRgba32Float, 2, 2);
    body.type = pvg::mtl::TextureType::Type2DArray;
    body.arrayLength = 3;
    const auto target = f.texture(body);
    auto state = fetchingState(f, blendModule(), {target});
    state.fragment.buffers[0] = bound(f.bufferOf<float>({0, 0, 0, 1}), 16);
    for (uint32_t slice : {0U, 1U, 2U}) {
        auto pass = Pass().color(target, {double(slice * 4), 0, 0, 0}).descriptor;
        pass.colors[0].slice = slice;
        REQUIRE(f.backend().beginRenderPass(pass).ok());
        state.dirty = pvg::RenderState::Everything;
        draw(f, state, triangles(6));
        REQUIRE(f.backend().endRenderPass().ok());
    }
    for (uint32_t slice : {0U, 1U, 2U}) {
        auto region = region2d(2, 2);
        region.slice = slice;
        const auto pixels = fromBytes<float>(f.read(target, region, 32));
        for (unsigned i = 0; i < 4; ++i) CHECK(pixel(pixels, i) == std::array<float, 4>{float(slice * 2), 0, 0, 1});
    }
}

TEST_CASE("each layer of a layered pass reads its own") {
    Fixture f;
    auto body = body2d(kRgba32Float, 2, 2);
    body.type = pvg::mtl::TextureType::Type2DArray;
    body.arrayLength = 3;
    const auto target = f.texture(body);
    for (uint32_t slice : {0U, 1U, 2U}) {
        auto region = region2d(2, 2);
        region.slice = slice;
        f.write(target, region, 32, toBytes(std::vector<float>(16, float(slice) * 8)));
    }
    auto r = request(f, {kRgba32Float});
    r.vertex = layeredVertex(f);
    r.fragment = translated(f, blendModule());
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    const auto vertices = quad(-1, -1, 1, 1);
    state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
    state.fragment.buffers[0] = bound(f.bufferOf<float>({1, 2, 3, 4}), 16);
    Pass pass = Pass().load(target);
    pass.descriptor.arrayLength = 3;
    REQUIRE(f.backend().beginRenderPass(pass.descriptor).ok());
    pvg::DrawCall call = triangles(6);
    call.instances = 3;
    draw(f, state, call);
    call.instances = 2; // the last layer once only
    draw(f, state, call);
    REQUIRE(f.backend().endRenderPass().ok());
    for (uint32_t slice : {0U, 1U, 2U}) {
        auto region = region2d(2, 2);
        region.slice = slice;
        const auto pixels = fromBytes<float>(f.read(target, region, 32));
        for (unsigned i = 0; i < 4; ++i)
            for (unsigned lane = 0; lane < 4; ++lane) {
                const float k = float(lane + 1), once = float(slice) * 4 + k;
                CHECK(pixels[i * 4 + lane] == (slice < 2 ? once / 2 + k : once));
            }
    }
}

TEST_CASE("each sample of A8 reads its own alpha") {
    const auto drawn = [](bool fetches) { return fromBytes<uint8_t>(slantedEdge(kA8, {0, 0, 0, 0.8F}, fetches)); };
    const auto plain = drawn(false), halved = drawn(true);
    CHECK(std::any_of(plain.begin(), plain.end(), [](uint8_t v) { return v > 0 && v < 204; }));
    CHECK(std::count(plain.begin(), plain.end(), 204) > 8);
    for (size_t i = 0; i < plain.size(); ++i) CHECK(std::abs(int(halved[i]) * 2 - int(plain[i])) <= 2);
}

TEST_CASE("A8 is read as alpha, a target of another kind or none as zeros") {
    Fixture f;
    const auto alpha = f.texture(body2d(kA8, 2, 2));
    auto state = fetchingState(f, blendModule(), {alpha, kA8});
    state.fragment.buffers[0] = bound(f.bufferOf<float>({0, 0, 0, 0.25F}), 16);
    REQUIRE(f.backend().beginRenderPass(Pass().color(alpha, {0, 0, 0, 1}).descriptor).ok());
    draw(f, state, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    const auto pixels = fromBytes<uint8_t>(f.read(alpha, region2d(2, 2), 2));
    for (unsigned i = 0; i < 4; ++i) CHECK(std::abs(int(pixels[i]) - 191) <= 1); // 0.5 * 1 + 0.25

    const auto other = f.texture(body2d(kRgba8, 2, 2));
    std::string second = blendModule();
    const std::string input = "!4 = !{i32 0, !\"air.render_target\", i32 0";
    REQUIRE(second.find(input) != std::string::npos);
    second.replace(second.find(input), input.size(), "!4 = !{i32 0, !\"air.render_target\", i32 3"); // an attachment the pass has not
    auto absent = fetchingState(f, second, {other, kRgba8});
    absent.fragment.buffers[0] = bound(f.bufferOf<float>({1, 0, 1, 0}), 16);
    REQUIRE(f.backend().beginRenderPass(Pass().color(other, {1, 1, 1, 1}).descriptor).ok());
    draw(f, absent, triangles(6));
    REQUIRE(f.backend().endRenderPass().ok());
    CHECK(fromBytes<uint32_t>(f.read(other, region2d(2, 2), 8)) == std::vector<uint32_t>(4, 0x00ff00ffU));
}
