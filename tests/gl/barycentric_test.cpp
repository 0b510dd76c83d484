// Barycentric coordinates of fragment functions, from AIR text to pixels. Expected values come from the triangle's corners: on the screen
// they are ratios of areas, along the perspective each is divided by its corner's w.
#include <cmath>

#include "drawing.h"
#include "tests/air/kernel_runner.h"

using namespace gltest;

namespace {

constexpr unsigned kRgba32Float = 125, kSize = 8;

struct Corner {
    float x, y, w; // x and y in normalised device coordinates
};
constexpr std::array<Corner, 3> kTriangle = {{{-1, -1, 1}, {0.9F, -0.8F, 4}, {-0.7F, 1, 2}}};
constexpr std::array<float, 3> kTints = {3, 5, 9}; // a varying at the corners

// Returns the coordinates and the varying.
std::string module(const std::string& way) {
    const std::string named = "!\"air.arg_type_name\", !\"float3\", !\"air.arg_name\", !\"b\"}\n";
    return "define <4 x float> @f(<3 x float> %b, float %tint) {\n"
           "  %c = shufflevector <3 x float> %b, <3 x float> undef, <4 x i32> <i32 0, i32 1, i32 2, i32 undef>\n"
           "  %r = insertelement <4 x float> %c, float %tint, i32 3\n  ret <4 x float> %r\n}\n"
           "!air.fragment = !{!0}\n!0 = !{ptr @f, !1, !2}\n!1 = !{!3}\n!2 = !{!4, !5}\n"
           "!3 = !{!\"air.render_target\", i32 0, i32 0, !\"air.arg_type_name\", !\"float4\"}\n"
           "!4 = !{i32 0, !\"air.barycentric_coord\", !\"air.center\", !\"" +
           way + "\", " + named + "!5 = !{i32 1, !\"air.fragment_input\", !\"user(tint)\", !\"air.center\", !\"" + way +
           "\", !\"air.arg_type_name\", !\"float\"}\n";
}

std::shared_ptr<const pvg::ShaderLibrary> fragment(Fixture& f, const std::string& way) {
    air::Outcome outcome = airtest::translateText(module(way));
    REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
    auto received = air::outcomeFromJson(air::toJson(outcome));
    REQUIRE(received.ok());
    return f.shaders().addOutcome(std::move(*received));
}

// The tint is the vertex's z, which then becomes a depth inside the clip volume.
std::shared_ptr<const pvg::ShaderLibrary> vertex(Fixture& f, bool clips) {
    const std::string clipping = clips ? "    gl_ClipDistance[0] = -gl_Position.x;\n" : "";
    std::string text = pulledVertexText("    v_user_tint = vec4(gl_Position.z);\n    gl_Position.z = gl_Position.w * 0.5;\n" + clipping);
    const std::string main = "void main";
    text.insert(text.find(main),
                "#ifndef AIR_IQ_v_user_tint\n#define AIR_IQ_v_user_tint\n#endif\nAIR_IQ_v_user_tint out vec4 v_user_tint;\n");
    if (clips) text.insert(text.find(main), "out float gl_ClipDistance[1];\n");
    air::Reflection reflection = pulledVertexReflection();
    reflection.outputs.push_back({"v_user_tint", 0, ""});
    reflection.clipDistances = clips ? 1 : 0;
    return f.shaders().add(text, reflection);
}

std::vector<float> corners() {
    std::vector<float> all;
    for (size_t i = 0; i < 3; ++i) {
        const Corner& c = kTriangle[i];
        all.insert(all.end(), {c.x * c.w, c.y * c.w, kTints[i], c.w});
    }
    return all;
}

float area(float ax, float ay, float bx, float by, float cx, float cy) { return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax); }

// Empty where the pixel's centre lies outside, or so near an edge that rounding decides.
std::vector<float> expected(unsigned x, unsigned y, bool isPerspective) {
    const float px = (float(x) + 0.5F) / kSize * 2 - 1, py = 1 - (float(y) + 0.5F) / kSize * 2;
    const auto& [a, b, c] = kTriangle;
    const float whole = area(a.x, a.y, b.x, b.y, c.x, c.y);
    std::array<float, 3> l = {area(px, py, b.x, b.y, c.x, c.y) / whole, area(a.x, a.y, px, py, c.x, c.y) / whole,
                              area(a.x, a.y, b.x, b.y, px, py) / whole};
    if (l[0] < 0.02F || l[1] < 0.02F || l[2] < 0.02F) return {};
    float sum = 0;
    for (size_t i = 0; i < 3; ++i) sum += isPerspective ? l[i] /= kTriangle[i].w : l[i];
    for (float& v : l) v /= sum;
    return {l[0], l[1], l[2], l[0] * kTints[0] + l[1] * kTints[1] + l[2] * kTints[2]};
}

struct Drawing {
    pvg::TextureId target;
    pvg::RenderState state;
};

Drawing drawing(Fixture& f, const std::string& way, bool clips = false) {
    const auto target = f.texture(body2d(kRgba32Float, kSize, kSize));
    auto r = request(f, {kRgba32Float});
    r.vertex = vertex(f, clips);
    r.fragment = fragment(f, way);
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    const auto vertices = corners();
    state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
    return {target, state};
}

void check(const gl::BackendOptions& options, bool isPerspective) {
    Fixture f(options);
    auto [target, state] = drawing(f, isPerspective ? "air.perspective" : "air.no_perspective");
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {-1, -1, -1, -1}).descriptor).ok());
    draw(f, state, triangles(3));
    REQUIRE(f.backend().endRenderPass().ok());
    const auto pixels = fromBytes<float>(f.read(target, region2d(kSize, kSize), kSize * 16));
    unsigned looked = 0;
    for (unsigned y = 0; y < kSize; ++y)
        for (unsigned x = 0; x < kSize; ++x) {
            const auto wanted = expected(x, y, isPerspective);
            if (wanted.empty()) continue;
            ++looked;
            CAPTURE(x);
            CAPTURE(y);
            for (unsigned i = 0; i < 4; ++i) CHECK(std::abs(pixels[(y * kSize + x) * 4 + i] - wanted[i]) < 1e-4F);
        }
    CHECK(looked > 15);
}

} // namespace

TEST_CASE("barycentric coordinates follow the perspective, and so does another varying") {
    check({}, true);
    gl::BackendOptions options;
    options.forceLowerLeft = true;
    check(options, true);
}

TEST_CASE("barycentric coordinates on the screen") { check({}, false); }

TEST_CASE("clip distances go along") {
    Fixture f;
    auto [target, state] = drawing(f, "air.perspective", true);
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {-1, -1, -1, -1}).descriptor).ok());
    draw(f, state, triangles(3));
    REQUIRE(f.backend().endRenderPass().ok());
    const auto pixels = fromBytes<float>(f.read(target, region2d(kSize, kSize), kSize * 16));
    for (unsigned y = 0; y < kSize; ++y)
        for (unsigned x = 0; x < kSize; ++x)
            if (!expected(x, y, true).empty()) CHECK((pixels[(y * kSize + x) * 4] == -1) == (x >= kSize / 2));
}

TEST_CASE("points and lines have no barycentric coordinates") {
    Fixture f;
    auto [target, state] = drawing(f, "air.perspective");
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {0, 0, 0, 0}).descriptor).ok());
    pvg::DrawCall lines = triangles(2);
    lines.primitive = pvg::mtl::PrimitiveType::Line;
    const auto drawn = f.backend().draw(state, lines);
    REQUIRE(!drawn.ok());
    CHECK(drawn.error().reason == pvg::DeclineReason::NotImplemented);
    draw(f, state, triangles(3));
    REQUIRE(f.backend().endRenderPass().ok());
}
