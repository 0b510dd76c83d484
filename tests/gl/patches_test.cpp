// Patches from AIR text to pixels. A patch is a rectangle between its two control points; which pixels it covers is computed here.
#include <fmt/format.h>

#include "drawing.h"
#include "tests/air/kernel_runner.h"

using namespace gltest;
using pvg::mtl::CullMode;
using pvg::mtl::StepFunction;
using pvg::mtl::Winding;
using FactorStep = pvg::mtl::TessellationFactorStepFunction;
using IndexType = pvg::mtl::TessellationControlPointIndexType;
using Partition = pvg::mtl::TessellationPartitionMode;

namespace {

constexpr unsigned kSize = 16, kRgba32Float = 125, kFloat2 = 29, kFloat4 = 31;
constexpr uint16_t kHalf0 = 0, kHalf1 = 0x3c00, kHalf2 = 0x4000, kHalf3 = 0x4200, kHalf4 = 0x4400, kHalfNaN = 0x7e00;

// Control points (attribute 0) are two opposite corners; the colour is attribute 1 of the patch, its last component that of the patch id.
// The height at u is the rectangle's times `u * u` where the patch is curved.
std::string quadModule(bool isCurved) {
    std::string body = "define <{ <4 x float>, <4 x float> }> @k(<2 x float> %at, ptr %patch, i32 %id, <4 x float> %colour) {\n"
                       "  %u = extractelement <2 x float> %at, i32 0\n  %v = extractelement <2 x float> %at, i32 1\n";
    for (int k = 0; k < 2; ++k)
        body += fmt::format("  %r{0} = call {{ <2 x float> }} @P.MTL_CONTROL_POINT_FN(i32 {0}, ptr %patch)\n"
                            "  %c{0} = extractvalue {{ <2 x float> }} %r{0}, 0\n  %x{0} = extractelement <2 x float> %c{0}, i32 0\n"
                            "  %y{0} = extractelement <2 x float> %c{0}, i32 1\n",
                            k);
    body += "  %w = fsub float %x1, %x0\n  %wu = fmul float %w, %u\n  %x = fadd float %x0, %wu\n"
            "  %h = fsub float %y1, %y0\n  %hv = fmul float %h, %v\n";
    body += isCurved ? "  %hu = fmul float %hv, %u\n  %huu = fmul float %hu, %u\n  %y = fadd float %y0, %huu\n" : "  %y = fadd float %y0, %hv\n";
    body += "  %p0 = insertelement <4 x float> <float 0.0, float 0.0, float 0.5, float 1.0>, float %x, i32 0\n"
            "  %p = insertelement <4 x float> %p0, float %y, i32 1\n"
            "  %idf = uitofp i32 %id to float\n  %q = insertelement <4 x float> %colour, float %idf, i32 3\n"
            "  %o0 = insertvalue <{ <4 x float>, <4 x float> }> undef, <4 x float> %p, 0\n"
            "  %o1 = insertvalue <{ <4 x float>, <4 x float> }> %o0, <4 x float> %q, 1\n"
            "  ret <{ <4 x float>, <4 x float> }> %o1\n}\n"
            "declare { <2 x float> } @P.MTL_CONTROL_POINT_FN(i32, ptr)\n";
    return body + "!air.vertex = !{!0}\n!0 = !{ptr @k, !1, !2, !12}\n!1 = !{!3, !4}\n!2 = !{!6, !7, !8, !10}\n"
                  "!3 = !{!\"air.position\", !\"air.arg_type_name\", !\"float4\"}\n"
                  "!4 = !{!\"air.vertex_output\", !\"user(c)\", !\"air.arg_type_name\", !\"float4\"}\n"
                  "!6 = !{i32 0, !\"air.position_in_patch\", !\"air.arg_type_name\", !\"float2\"}\n"
                  "!7 = !{i32 1, !\"air.patch_control_point_input\", !11, !13}\n"
                  "!8 = !{i32 2, !\"air.patch_id\", !\"air.arg_type_name\", !\"uint\"}\n"
                  "!10 = !{i32 3, !\"air.patch_input\", !\"air.location_index\", i32 1, i32 1, !\"air.arg_type_name\", !\"float4\"}\n"
                  "!11 = !{!\"air.patch_control_point_function\", ptr @P.MTL_CONTROL_POINT_FN}\n"
                  "!12 = !{!\"air.patch\", !\"quad\", !\"air.patch_control_point\", i32 2}\n"
                  "!13 = !{!\"air.location_index\", i32 0, i32 1, !\"air.arg_type_name\", !\"float2\"}\n";
}

const char* const kFragment = "define <4 x float> @f(<4 x float> %c) {\n  ret <4 x float> %c\n}\n"
                              "!air.fragment = !{!0}\n!0 = !{ptr @f, !1, !2}\n!1 = !{!3}\n!2 = !{!4}\n"
                              "!3 = !{!\"air.render_target\", i32 0, i32 0, !\"air.arg_type_name\", !\"float4\"}\n"
                              "!4 = !{i32 0, !\"air.fragment_input\", !\"user(c)\", !\"air.center\", !\"air.perspective\", "
                              "!\"air.arg_type_name\", !\"float4\", !\"air.arg_name\", !\"c\"}\n";

std::shared_ptr<const pvg::ShaderLibrary> translated(Fixture& f, const std::string& module) {
    air::Outcome outcome = airtest::translateText(module);
    REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
    auto received = air::outcomeFromJson(air::toJson(outcome)); // as it arrives from a worker
    REQUIRE(received.ok());
    return f.shaders().addOutcome(std::move(*received));
}

// Four patches, each a quarter of the target: patch p in column p % 2, row p / 2 from the bottom; red p + 1.
struct Patches {
    explicit Patches(Fixture& fixture, bool isCurved = false) : f(fixture), target(f.texture(body2d(kRgba32Float, kSize, kSize))) {
        request.vertex = translated(f, quadModule(isCurved));
        request.fragment = translated(f, kFragment);
        request.descriptor.colors[0].format = format(kRgba32Float);
        request.descriptor.tessellation.partitionMode = Partition::Integer;
        auto& input = request.descriptor.vertexDescriptor.emplace();
        input.attributes = {{0, pvg::mtl::VertexFormat(kFloat2), 4, 0}, {1, pvg::mtl::VertexFormat(kFloat4), 0, 3}};
        input.layouts[0] = {StepFunction::PerPatchControlPoint, 1, 12, true};
        input.layouts[3] = {StepFunction::PerPatch, 1, 16, true};
        std::vector<float> corners, colours;
        for (unsigned p = 0; p < 4; ++p) {
            const float x = float(p % 2) - 1, y = float(p / 2) - 1;
            corners.insert(corners.end(), {77, x, y, 77, x + 1, y + 1});
            colours.insert(colours.end(), {float(p + 1), 0.25F, 0.5F, 9});
        }
        bindBuffer(0, corners);
        bindBuffer(3, colours);
        setFactors({kHalf1, kHalf1, kHalf1, kHalf1, kHalf1, kHalf1});
        call.isPatches = true;
        call.count = 4;
        call.controlPoints = 2;
    }
    void bindBuffer(unsigned index, const std::vector<float>& values) {
        std::vector<float> shifted(3, -5); // Metal buffers start anywhere
        shifted.insert(shifted.end(), values.begin(), values.end());
        state.vertex.buffers[index] = bound(f.bufferOf(shifted), shifted.size() * 4, 12);
    }
    void setFactors(const std::vector<uint16_t>& halves) {
        std::vector<uint16_t> shifted(2, kHalf4);
        shifted.insert(shifted.end(), halves.begin(), halves.end());
        state.tessellation.buffer = bound(f.bufferOf(shifted), shifted.size() * 2, 4);
    }
    std::vector<float> draw() {
        if (!state.pipeline) state.pipeline = pipeline(f, request);
        state.dirty = pvg::RenderState::Everything;
        REQUIRE(f.backend().beginRenderPass(Pass().color(target, {0, 0, 0, 0}).descriptor).ok());
        gltest::draw(f, state, call);
        REQUIRE(f.backend().endRenderPass().ok());
        return fromBytes<float>(f.read(target, region2d(kSize, kSize), kSize * 16));
    }
    pvg::Declined<void> tryDraw() {
        if (!state.pipeline) state.pipeline = pipeline(f, request);
        state.dirty = pvg::RenderState::Everything;
        REQUIRE(f.backend().beginRenderPass(Pass().color(target, {0, 0, 0, 0}).descriptor).ok());
        auto drawn = f.backend().draw(state, call);
        REQUIRE(f.backend().endRenderPass().ok());
        return drawn;
    }
    Fixture& f;
    pvg::TextureId target;
    pvg::RenderPipelineRequest request;
    pvg::RenderState state;
    pvg::DrawCall call;
};

// Red of each quarter, in the order of the patches that fill it; -1 where its pixels differ. Rows are stored from the top.
std::vector<float> quarters(const std::vector<float>& pixels) {
    std::vector<float> reds;
    for (unsigned q = 0; q < 4; ++q) {
        const unsigned x0 = q % 2 * kSize / 2, y0 = q / 2 == 0 ? kSize / 2 : 0;
        float red = pixels[(y0 * kSize + x0) * 4];
        for (unsigned y = y0; y < y0 + kSize / 2; ++y)
            for (unsigned x = x0; x < x0 + kSize / 2; ++x)
                if (pixels[(y * kSize + x) * 4] != red) red = -1;
        reds.push_back(red);
    }
    return reds;
}

using V = std::vector<float>;

gl::BackendOptions lowerLeft(bool isLower) {
    gl::BackendOptions options;
    options.forceLowerLeft = isLower;
    return options;
}

// Whether each pixel's centre lies below the line through the heights u * u at u = k / pieces, over the whole width.
void checkCurve(const std::vector<float>& pixels, unsigned pieces) {
    unsigned wrong = 0;
    for (unsigned y = 0; y < kSize; ++y)
        for (unsigned x = 0; x < kSize; ++x) {
            const float u = (float(x) + 0.5F) / kSize, height = 1 - (float(y) + 0.5F) / kSize;
            const float left = std::floor(u * float(pieces)) / float(pieces), right = left + 1.0F / float(pieces);
            const float top = left * left + (u - left) * (right * right - left * left) / (right - left);
            if (std::fabs(top - height) < 1e-3F) continue; // on the edge
            if ((pixels[(y * kSize + x) * 4] != 0) != (height < top)) ++wrong;
        }
    CHECK_MESSAGE(wrong == 0, wrong << " pixels with " << pieces << " pieces");
}

} // namespace

TEST_CASE("patches cover what their control points say, with the colour of the patch") {
    for (const bool isLower : {false, true}) {
        Fixture f(lowerLeft(isLower));
        Patches p(f);
        const auto all = p.draw();
        CHECK(quarters(all) == V{1, 2, 3, 4});
        for (size_t i = 0; i < all.size(); i += 4) CHECK(V(all.begin() + i + 1, all.begin() + i + 3) == V{0.25F, 0.5F});
        CHECK(all[3] == 2); // the patch at the top left has the number 2
        p.call.start = 1;
        p.call.count = 2;
        CHECK(quarters(p.draw()) == V{0, 2, 3, 0});
    }
}

TEST_CASE("factors divide the patch as partition, limit and scale say") {
    struct Case {
        Partition partition;
        uint16_t factor;
        uint32_t most;
        float scale; // 0: not enabled
        unsigned pieces;
    };
    const Case cases[] = {{Partition::Integer, kHalf1, 16, 0, 1}, {Partition::Integer, kHalf3, 16, 0, 3}, {Partition::Pow2, kHalf3, 16, 0, 4},
                          {Partition::Integer, kHalf4, 2, 0, 2},  {Partition::Integer, kHalf2, 16, 1.5F, 3}, {Partition::FractionalOdd, kHalf3, 16, 0, 3},
                          {Partition::FractionalEven, kHalf4, 16, 0, 4}};
    for (const bool isLower : {false, true}) {
        Fixture f(lowerLeft(isLower));
        for (const Case& c : cases) {
            Patches p(f, true);
            p.request.descriptor.tessellation = {c.partition, FactorStep::Constant, IndexType::None, Winding::Clockwise, c.most, c.scale != 0};
            p.state.tessellation.scale = c.scale;
            p.setFactors(std::vector<uint16_t>(6, c.factor));
            p.bindBuffer(0, {0, -1, -1, 0, 1, 1});
            p.call.count = 1;
            checkCurve(p.draw(), c.pieces);
        }
    }
}

TEST_CASE("factors step by patch and by instance, and those that are not above 0 discard") {
    Fixture f;
    Patches p(f);
    const std::vector<uint16_t> one(6, kHalf1), none(6, kHalf0), bad = {kHalf1, kHalf1, kHalfNaN, kHalf1, kHalf1, kHalf1};
    std::vector<uint16_t> factors;
    for (const auto& patch : {one, none, bad, one}) factors.insert(factors.end(), patch.begin(), patch.end());
    p.request.descriptor.tessellation.factorStepFunction = FactorStep::PerPatch;
    p.setFactors(factors);
    CHECK(quarters(p.draw()) == V{1, 0, 0, 4});
    factors.resize(18); // those of the last patch lie beyond the end
    p.setFactors(factors);
    CHECK(quarters(p.draw()) == V{1, 0, 0, 0});

    // Instances at 16 bytes each, from the base instance on: colours step with them.
    Patches q(f);
    q.request.descriptor.tessellation.factorStepFunction = FactorStep::PerInstance;
    q.request.descriptor.vertexDescriptor->layouts[3] = {StepFunction::PerInstance, 1, 16, true};
    std::vector<uint16_t> instances(2 * 8, kHalf0);
    instances.insert(instances.end(), one.begin(), one.end());
    q.setFactors(instances);
    q.state.tessellation.instanceStride = 16;
    q.call.baseInstance = 1;
    q.call.instances = 2; // 1: discarded, 2: drawn
    CHECK(quarters(q.draw()) == V{3, 3, 3, 3});
}

TEST_CASE("patch indices and control point indices choose") {
    Fixture f;
    Patches p(f);
    p.call.patchIndices = bound(f.bufferOf<uint32_t>({99, 99, 0, 3, 1, 3}), 24, 4);
    p.call.start = 1;
    p.call.count = 2; // patches 0 and 3
    CHECK(quarters(p.draw()) == V{1, 0, 0, 4});
    p.call.patchIndices = {};
    p.call.start = 0;
    p.call.count = 2;
    CHECK(quarters(p.draw()) == V{1, 2, 0, 0});

    for (const bool isWide : {false, true}) {
        Patches q(f);
        q.request.descriptor.tessellation.controlPointIndexType = isWide ? IndexType::UInt32 : IndexType::UInt16;
        q.call.indexed = true;
        q.call.count = 2; // corners of patch 3, then those of patch 1
        if (isWide) q.call.indexBuffer = f.bufferOf<uint32_t>({55, 6, 7, 2, 3});
        else q.call.indexBuffer = f.bufferOf<uint16_t>({55, 6, 7, 2, 3});
        q.call.indexOffset = isWide ? 4 : 2;
        CHECK(quarters(q.draw()) == V{0, 2, 0, 1});
    }
}

TEST_CASE("the encoder's stride replaces the descriptor's") {
    Fixture f;
    Patches p(f);
    CHECK(quarters(p.draw()) == V{1, 2, 3, 4});
    p.state.vertex.buffers[3].attributeStride = 32;
    p.call.count = 2;
    CHECK(quarters(p.draw()) == V{1, 3, 0, 0});
    p.state.vertex.buffers[3].attributeStride = 0;
    CHECK(quarters(p.draw()) == V{1, 2, 0, 0});
}

// v runs down in Metal's domain, y up in its pictures: where y = v, the tessellator's clockwise is counter-clockwise on the screen.
TEST_CASE("output winding and culling") {
    for (const bool isLower : {false, true}) {
        Fixture f(lowerLeft(isLower));
        for (const Winding output : {Winding::Clockwise, Winding::CounterClockwise})
            for (const Winding front : {Winding::Clockwise, Winding::CounterClockwise}) {
                Patches p(f);
                p.request.descriptor.tessellation.outputWinding = output;
                p.state.winding = front;
                p.state.cullMode = CullMode::Back;
                const bool isFront = output != front;
                CHECK(quarters(p.draw()) == (isFront ? V{1, 2, 3, 4} : V{0, 0, 0, 0}));
            }
    }
}

TEST_CASE("patches and what is no patch do not mix") {
    Fixture f;
    Patches p(f);
    const auto reasonOf = [&] {
        const auto drawn = p.tryDraw();
        REQUIRE(!drawn.ok());
        return drawn.error().reason;
    };
    p.call.isPatches = false;
    CHECK(reasonOf() == pvg::DeclineReason::WrongKind);
    p.call.isPatches = true;
    p.call.controlPoints = 3;
    CHECK(reasonOf() == pvg::DeclineReason::BadField);
    p.call.controlPoints = 2;
    p.call.indexed = true;
    CHECK(reasonOf() == pvg::DeclineReason::BadField);
    p.call.indexed = false;
    CHECK(p.tryDraw().ok());
    auto plain = gltest::request(f, {kRgba32Float});
    p.state.pipeline = pipeline(f, plain);
    CHECK(reasonOf() == pvg::DeclineReason::WrongKind);
}
