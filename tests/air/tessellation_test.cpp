// Tessellation from factors to triangles, with the vertex and control stages that are written for it. What is expected is computed here.
#include <fmt/format.h>

#include <cmath>
#include <map>
#include <set>

#include "shaders/air/stage_input.h"
#include "shaders/air/tessellation_link.h"
#include "stage_program.h"

using namespace airtest;
using air::AttributeLayout;
using air::FetchedInput;
using air::StepFunction;

namespace {

// Vertices as the evaluation stage gave them, three a triangle: position (x: what was computed of control points), place in the patch,
// numbers.
struct Vertex {
    Vec4 position, place;
    std::array<uint32_t, 4> numbers;
};

struct Patches {
    air::PatchType type;
    air::TessellationState state;
    std::vector<uint16_t> factors; // halves
    uint32_t start = 0, count = 1, instances = 1, baseInstance = 0, instanceStride = 0;
    float scale = 1.0F;
    std::vector<uint32_t> patchIndices{};
    std::vector<uint16_t> pointIndices{};
    StepFunction tagStep = StepFunction::PerPatch;
    uint32_t tagRate = 1;
};

// The sum of control points weighted by place, attribute 0 of them; attribute 1 of the patch in numbers.w.
air::Translation patchFunction(bool isQuad) {
    const char* domain = isQuad ? "<2 x float>" : "<3 x float>";
    std::string body =
        fmt::format("define <{{ <4 x float>, <4 x float>, <4 x i32> }}> @k({} %at, ptr %patch, i32 %id, i32 %instance, i32 %tag) {{\n"
                    "  %u = extractelement {} %at, i32 0\n  %v = extractelement {} %at, i32 1\n",
                    domain, domain, domain);
    for (int k = 0; k < (isQuad ? 4 : 3); ++k)
        body += fmt::format("  %r{0} = call {{ <2 x float> }} @P.MTL_CONTROL_POINT_FN(i32 {0}, ptr %patch)\n"
                            "  %c{0} = extractvalue {{ <2 x float> }} %r{0}, 0\n  %x{0} = extractelement <2 x float> %c{0}, i32 0\n"
                            "  %y{0} = extractelement <2 x float> %c{0}, i32 1\n",
                            k);
    const auto bilinear = [](char axis) {
        return fmt::format("  %{0}n = fsub float %{0}1, %{0}0\n  %{0}nu = fmul float %{0}n, %u\n  %{0}a = fadd float %{0}0, %{0}nu\n"
                           "  %{0}f = fsub float %{0}3, %{0}2\n  %{0}fu = fmul float %{0}f, %u\n  %{0}b = fadd float %{0}2, %{0}fu\n"
                           "  %{0}d = fsub float %{0}b, %{0}a\n  %{0}dv = fmul float %{0}d, %v\n  %{0} = fadd float %{0}a, %{0}dv\n",
                           axis);
    };
    const auto flat = [](char axis) {
        return fmt::format("  %{0}0u = fmul float %{0}0, %u\n  %{0}1v = fmul float %{0}1, %v\n  %{0}2w = fmul float %{0}2, %w\n"
                           "  %{0}s = fadd float %{0}0u, %{0}1v\n  %{0} = fadd float %{0}s, %{0}2w\n",
                           axis);
    };
    if (!isQuad) body += "  %w = extractelement <3 x float> %at, i32 2\n";
    for (const char axis : {'x', 'y'}) body += isQuad ? bilinear(axis) : flat(axis);
    body += "  %p0 = insertelement <4 x float> <float 0.0, float 0.0, float 0.5, float 1.0>, float %x, i32 0\n"
            "  %p = insertelement <4 x float> %p0, float %y, i32 1\n"
            "  %q0 = insertelement <4 x float> zeroinitializer, float %u, i32 0\n  %q = insertelement <4 x float> %q0, float %v, i32 1\n"
            "  %n0 = insertelement <4 x i32> zeroinitializer, i32 %id, i32 0\n  %n1 = insertelement <4 x i32> %n0, i32 %instance, i32 1\n"
            "  %n = insertelement <4 x i32> %n1, i32 %tag, i32 2\n"
            "  %o0 = insertvalue <{ <4 x float>, <4 x float>, <4 x i32> }> undef, <4 x float> %p, 0\n"
            "  %o1 = insertvalue <{ <4 x float>, <4 x float>, <4 x i32> }> %o0, <4 x float> %q, 1\n"
            "  %o2 = insertvalue <{ <4 x float>, <4 x float>, <4 x i32> }> %o1, <4 x i32> %n, 2\n"
            "  ret <{ <4 x float>, <4 x float>, <4 x i32> }> %o2\n}\n"
            "declare { <2 x float> } @P.MTL_CONTROL_POINT_FN(i32, ptr)\n";
    const std::string metadata =
        fmt::format("!air.vertex = !{{!0}}\n!0 = !{{ptr @k, !1, !2, !12}}\n!1 = !{{!3, !4, !5}}\n!2 = !{{!6, !7, !8, !9, !10}}\n"
                    "!3 = !{{!\"air.position\", !\"air.arg_type_name\", !\"float4\"}}\n"
                    "!4 = !{{!\"air.vertex_output\", !\"user(place)\", !\"air.arg_type_name\", !\"float4\"}}\n"
                    "!5 = !{{!\"air.vertex_output\", !\"user(numbers)\", !\"air.arg_type_name\", !\"uint4\"}}\n"
                    "!6 = !{{i32 0, !\"air.position_in_patch\", !\"air.arg_type_name\", !\"float{}\"}}\n"
                    "!7 = !{{i32 1, !\"air.patch_control_point_input\", !11, !13}}\n!8 = !{{i32 2, !\"air.patch_id\", "
                    "!\"air.arg_type_name\", !\"uint\"}}\n"
                    "!9 = !{{i32 3, !\"air.instance_id\", !\"air.arg_type_name\", !\"uint\"}}\n"
                    "!10 = !{{i32 4, !\"air.patch_input\", !\"air.location_index\", i32 1, i32 1, !\"air.arg_type_name\", !\"uint\"}}\n"
                    "!11 = !{{!\"air.patch_control_point_function\", ptr @P.MTL_CONTROL_POINT_FN}}\n"
                    "!12 = !{{!\"air.patch\", !\"{}\", !\"air.patch_control_point\", i32 {}}}\n"
                    "!13 = !{{!\"air.location_index\", i32 0, i32 1, !\"air.arg_type_name\", !\"float2\"}}\n",
                    isQuad ? 2 : 3, isQuad ? "quad" : "triangle", isQuad ? 4 : 3);
    const air::Outcome outcome = translateText(body + metadata);
    REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
    CHECK(outcome.translation.reflection.stage == air::Stage::Tessellation);
    CHECK(outcome.translation.reflection.patchControlPoints == (isQuad ? 4 : 3));
    return outcome.translation;
}

// Point k of patch p of attribute 0: a corner of the unit square (quads) or triangle, p to the right.
Vec4 pointOf(const Patches& patches, uint32_t patch, uint32_t k) {
    const bool isQuad = patches.type == air::PatchType::Quad;
    const float x = isQuad ? float(k % 2) : float(k == 1), y = isQuad ? float(k / 2) : float(k == 2);
    return {float(patch) + x, y, 0, 0};
}

constexpr uint32_t kPatchesInBuffers = 8;

uint32_t pointsOf(const Patches& patches) { return patches.type == air::PatchType::Quad ? 4 : 3; }

void bindPatches(Program& program, const Patches& patches) {
    const uint32_t points = pointsOf(patches);
    std::vector<float> positions;
    std::vector<uint32_t> tags;
    for (uint32_t p = 0; p < kPatchesInBuffers; ++p) {
        for (uint32_t k = 0; k < points; ++k) positions.insert(positions.end(), {pointOf(patches, p, k)[0], pointOf(patches, p, k)[1]});
        tags.insert(tags.end(), {0, 1000 + p});
    }
    program.bind("ts_fetch0", 0, bytesOf(positions), kShift);
    program.bind("ts_fetch2", 2, bytesOf(tags), kShift);
    glUniform2ui(program.uniform("ts_fetch[0]"), kShift, GLuint(positions.size() * 4));
    glUniform2ui(program.uniform("ts_fetch[2]"), kShift, GLuint(tags.size() * 4));
    if (!patches.pointIndices.empty()) {
        program.bind("ts_fetch31", 5, bytesOf(patches.pointIndices), kShift);
        glUniform2ui(program.uniform("ts_fetch[31]"), kShift, GLuint(patches.pointIndices.size() * 2));
    }
    program.bind("tc_factors", 3, bytesOf(patches.factors), kShift);
    glUniform3ui(program.uniform("tc_factorPlace"), kShift, GLuint(patches.factors.size() * 2), patches.instanceStride);
    if (patches.state.scalesFactors) glUniform1f(program.uniform("tc_factorScale"), patches.scale);
    if (!patches.patchIndices.empty()) {
        program.bind("tc_patches", 4, bytesOf(patches.patchIndices));
        glUniform2ui(program.uniform("tc_patchPlace"), 0, GLuint(patches.patchIndices.size() * 4));
    }
}

// Draws and catches the triangles.
std::vector<Vertex> caughtTriangles(const Patches& patches) {
    constexpr GLsizeiptr kMost = 1 << 20;
    GLuint target = 0, caught = 0, query = 0, array = 0;
    glCreateVertexArrays(1, &array);
    glBindVertexArray(array);
    glCreateFramebuffers(1, &target);
    glNamedFramebufferParameteri(target, GL_FRAMEBUFFER_DEFAULT_WIDTH, 4);
    glNamedFramebufferParameteri(target, GL_FRAMEBUFFER_DEFAULT_HEIGHT, 4);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
    glCreateBuffers(1, &caught);
    glNamedBufferStorage(caught, kMost, nullptr, 0);
    glBindBufferBase(GL_TRANSFORM_FEEDBACK_BUFFER, 0, caught);
    glCreateQueries(GL_TRANSFORM_FEEDBACK_PRIMITIVES_WRITTEN, 1, &query);
    glPatchParameteri(GL_PATCH_VERTICES, 1);
    glEnable(GL_RASTERIZER_DISCARD);
    glBeginQuery(GL_TRANSFORM_FEEDBACK_PRIMITIVES_WRITTEN, query);
    glBeginTransformFeedback(GL_TRIANGLES);
    glDrawArraysInstancedBaseInstance(GL_PATCHES, GLint(patches.start), GLsizei(patches.count), GLsizei(patches.instances),
                                      patches.baseInstance);
    glEndTransformFeedback();
    glEndQuery(GL_TRANSFORM_FEEDBACK_PRIMITIVES_WRITTEN);
    glDisable(GL_RASTERIZER_DISCARD);
    GLuint triangles = 0;
    glGetQueryObjectuiv(query, GL_QUERY_RESULT, &triangles);
    std::vector<Vertex> vertices(size_t(triangles) * 3);
    REQUIRE(GLsizeiptr(vertices.size() * sizeof(Vertex)) <= kMost);
    glGetNamedBufferSubData(caught, 0, GLsizeiptr(vertices.size() * sizeof(Vertex)), vertices.data());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &target);
    glDeleteBuffers(1, &caught);
    glDeleteQueries(1, &query);
    glDeleteVertexArrays(1, &array);
    CHECK(glGetError() == GL_NO_ERROR);
    return vertices;
}

std::vector<Vertex> drawPatches(const Patches& patches) {
    const bool isQuad = patches.type == air::PatchType::Quad;
    const uint32_t points = pointsOf(patches);
    const air::Translation function = patchFunction(isQuad);
    air::StageInputLayout layout{
        {{0, 29, 0, 0, 8, StepFunction::PerPatchControlPoint, 1}, {1, 36, 2, 4, 8, patches.tagStep, patches.tagRate}},
        uint8_t(patches.pointIndices.empty() ? 0 : 2),
        points};
    const auto fetch = air::fetchPreamble(function.reflection, layout);
    REQUIRE(fetch.ok());
    air::TessellationState state = patches.state;
    state.controlPoints = points;
    state.hasPatchIndices = !patches.patchIndices.empty();
    Program program({{GL_VERTEX_SHADER, air::patchVertexText()},
                     {GL_TESS_CONTROL_SHADER, air::patchControlText(patches.type, state)},
                     {GL_TESS_EVALUATION_SHADER, linked(function, air::tessellationPreamble(state) + *fetch)},
                     {GL_FRAGMENT_SHADER, "#version 450 core\nin vec4 v_user_place;\nlayout(location = 0) out vec4 fs_color0;\n"
                                          "void main() { fs_color0 = v_user_place; }\n"}},
                    {"gl_Position", "v_user_place", "vu_user_numbers"});
    bindPatches(program, patches);
    return caughtTriangles(patches);
}

// Twice the area of triangle `t` in the (u, v) plane, u to the right and v up: positive when it runs counter-clockwise there.
double area(const std::vector<Vertex>& v, size_t t) {
    const Vec4 &a = v[t * 3].place, &b = v[t * 3 + 1].place, &c = v[t * 3 + 2].place;
    return double(b[0] - a[0]) * double(c[1] - a[1]) - double(c[0] - a[0]) * double(b[1] - a[1]);
}

// The vertices lie where their place says, and the triangles cover the domain once, all with one orientation.
void checkCover(const Patches& patches, const std::vector<Vertex>& all, uint32_t patch, int orientation) {
    const bool isQuad = patches.type == air::PatchType::Quad;
    double sum = 0;
    for (size_t t = 0; t < all.size() / 3; ++t) {
        if (all[t * 3].numbers[0] != patch) continue;
        CHECK(area(all, t) * orientation > 0);
        sum += area(all, t) * orientation;
    }
    CHECK(sum == doctest::Approx(isQuad ? 2.0 : 1.0));
    for (const Vertex& v : all) {
        if (v.numbers[0] != patch) continue;
        const float u = v.place[0], w = v.place[1];
        // Triangles: point 0 has the weight u, 1 the weight v, 2 the rest.
        same(v.position, {float(patch) + (isQuad ? u : w), isQuad ? w : 1 - u - w, 0.5F, 1});
        CHECK(v.numbers[2] == 1000 + patch);
    }
}

constexpr uint16_t kHalf1 = 0x3c00, kHalf2 = 0x4000, kHalf3 = 0x4200, kHalf4 = 0x4400, kHalf5 = 0x4500, kHalfNaN = 0x7e00;

std::vector<uint16_t> repeated(std::vector<uint16_t> factors, unsigned times) {
    const std::vector<uint16_t> once = factors;
    for (unsigned i = 1; i < times; ++i) factors.insert(factors.end(), once.begin(), once.end());
    return factors;
}

size_t edgeVertices(const std::vector<Vertex>& all, size_t axis, float at) {
    std::set<float> places;
    for (const Vertex& v : all)
        if (std::fabs(v.place[axis] - at) < 1e-6F) places.insert(std::round(v.place[1 - axis] * 1e5F));
    return places.size();
}

} // namespace

TEST_CASE("a quad's factors divide its edges and its inside, whole numbers upwards") {
    if (lacksGl()) return;
    Patches p{air::PatchType::Quad, {}, {kHalf1, kHalf2, kHalf3, kHalf5, kHalf4, kHalf2}};
    p.state.partition = air::TessellationState::Partition::Integer;
    const auto all = drawPatches(p);
    checkCover(p, all, 0, 1);
    CHECK(edgeVertices(all, 0, 0) == 2); // factor 0: the edge u = 0
    CHECK(edgeVertices(all, 1, 0) == 3); // 1: v = 0
    CHECK(edgeVertices(all, 0, 1) == 4); // 2: u = 1
    CHECK(edgeVertices(all, 1, 1) == 6); // 3: v = 1
    p.state.partition = air::TessellationState::Partition::Pow2;
    p.state.isClockwise = false;
    const auto powers = drawPatches(p);
    checkCover(p, powers, 0, -1);
    CHECK(edgeVertices(powers, 0, 1) == 5);
    CHECK(edgeVertices(powers, 1, 1) == 9);
    p.state.maxFactor = 4;
    CHECK(edgeVertices(drawPatches(p), 1, 1) == 5);
}

TEST_CASE("a triangle's factors divide the edges opposite to its points") {
    if (lacksGl()) return;
    Patches p{air::PatchType::Triangle, {}, {kHalf1, kHalf2, kHalf4, kHalf3}};
    p.state.partition = air::TessellationState::Partition::Integer;
    const auto all = drawPatches(p);
    checkCover(p, all, 0, 1);
    CHECK(edgeVertices(all, 0, 0) == 2); // u = 0
    CHECK(edgeVertices(all, 1, 0) == 3); // v = 0
    std::set<float> places;
    for (const Vertex& v : all)
        if (std::fabs(v.place[0] + v.place[1] - 1) < 1e-6F) places.insert(std::round(v.place[0] * 1e5F));
    CHECK(places.size() == 5); // w = 0
    p.factors = {kHalf1, kHalf1, kHalf1, kHalf1};
    CHECK(drawPatches(p).size() == 3);
    p.state.partition = air::TessellationState::Partition::FractionalOdd;
    p.factors = {kHalf2, kHalf2, kHalf2, kHalf2};
    const auto odd = drawPatches(p);
    checkCover(p, odd, 0, 1);
    CHECK(edgeVertices(odd, 0, 0) == 4); // 2 goes up to 3 pieces
    p.state.partition = air::TessellationState::Partition::FractionalEven;
    p.factors = {kHalf3, kHalf3, kHalf3, kHalf3};
    CHECK(edgeVertices(drawPatches(p), 0, 0) == 5);
}

TEST_CASE("patches without a positive edge, or without factors, are left out") {
    if (lacksGl()) return;
    for (const uint16_t bad : {uint16_t(0), kHalfNaN, uint16_t(0xbc00)}) {
        Patches p{air::PatchType::Quad, {}, {kHalf1, kHalf1, bad, kHalf1, kHalf1, kHalf1}};
        CHECK(drawPatches(p).empty());
    }
    Patches inside{air::PatchType::Quad, {}, {kHalf1, kHalf1, kHalf1, kHalf1, 0, kHalfNaN}};
    CHECK(drawPatches(inside).size() == 6);
    Patches p{air::PatchType::Quad, {}, {kHalf1, kHalf1, kHalf1, kHalf1, kHalf1, kHalf1}, 0, 2};
    p.state.factorStep = air::TessellationState::FactorStep::PerPatch;
    CHECK(drawPatches(p).size() == 6); // the second patch's would lie beyond the end
}

TEST_CASE("patches have numbers, instances, indices, and factors of their own") {
    if (lacksGl()) return;
    Patches p{air::PatchType::Triangle, {}, repeated({kHalf1, kHalf1, kHalf1, kHalf1}, 13), 2, 3};
    p.state.factorStep = air::TessellationState::FactorStep::PerPatchAndPerInstance;
    p.instances = 2;
    p.baseInstance = 1;
    p.instanceStride = 32;                                                               // four patches
    std::fill(p.factors.begin() + (4 + 3) * 4, p.factors.begin() + (4 + 4) * 4, kHalf2); // instance 1, patch 3
    const auto all = drawPatches(p);
    CHECK(all.size() == 3 * (5 + 6));
    std::multiset<std::pair<uint32_t, uint32_t>> seen;
    for (const Vertex& v : all) seen.insert({v.numbers[1], v.numbers[0]});
    for (uint32_t instance : {1U, 2U})
        for (uint32_t patch : {2U, 3U, 4U}) CHECK(seen.count({instance, patch}) == (instance == 1 && patch == 3 ? 18 : 3));
    Patches indexed{air::PatchType::Triangle, {}, {kHalf1, kHalf1, kHalf1, kHalf1}, 1, 2};
    indexed.patchIndices = {9, 5, 3};
    const auto chosen = drawPatches(indexed);
    REQUIRE(chosen.size() == 6);
    checkCover(indexed, chosen, 5, 1);
    checkCover(indexed, chosen, 3, 1);
    indexed.patchIndices.clear();
    indexed.start = 0;
    indexed.count = 1;
    indexed.pointIndices = {6, 7, 8}; // those of patch 2
    const auto pointed = drawPatches(indexed);
    REQUIRE(pointed.size() == 3);
    for (const Vertex& v : pointed) CHECK(v.position[0] == doctest::Approx(2 + v.place[1]));
}

TEST_CASE("factors are scaled when the pipeline says so") {
    if (lacksGl()) return;
    Patches p{air::PatchType::Quad, {}, {kHalf2, kHalf2, kHalf2, kHalf2, kHalf2, kHalf2}};
    p.state.partition = air::TessellationState::Partition::Integer;
    p.state.scalesFactors = true;
    p.scale = 1.5F;
    CHECK(drawPatches(p).size() == 3 * 3 * 2 * 3);
}

TEST_CASE("what a patch reads may step by instance, or stay") {
    if (lacksGl()) return;
    Patches p{air::PatchType::Triangle, {}, {kHalf1, kHalf1, kHalf1, kHalf1}, 0, 2, 4, 1};
    const auto tags = [&] {
        std::map<uint32_t, std::set<uint32_t>> seen; // by instance id
        const auto all = drawPatches(p);
        CHECK(all.size() == 2 * 4 * 3);
        for (const Vertex& v : all) seen[v.numbers[1]].insert(v.numbers[2]);
        return seen;
    };
    using Tags = std::map<uint32_t, std::set<uint32_t>>;
    p.tagStep = StepFunction::PerInstance;
    CHECK(tags() == Tags{{1, {1001}}, {2, {1002}}, {3, {1003}}, {4, {1004}}});
    p.tagRate = 2; // counted from the base instance
    CHECK(tags() == Tags{{1, {1001}}, {2, {1001}}, {3, {1002}}, {4, {1002}}});
    p.tagRate = 1;
    p.tagStep = StepFunction::Constant;
    CHECK(tags() == Tags{{1, {1000}}, {2, {1000}}, {3, {1000}}, {4, {1000}}});
}
