// Stage input of kernels from AIR text to bytes: buffers, strides, indices and origin reach the text. Formats and steps by themselves are in
// tests/air/stage_input_test.cpp.
#include "drawing.h"
#include "tests/air/kernel_runner.h"

using namespace gltest;
using pvg::mtl::IndexType;
using pvg::mtl::StepFunction;

namespace {

constexpr unsigned kFloat = 28, kUChar2 = 1;
constexpr uint32_t kThreads = 5;

// Thread i writes attributes 3 and 7 to out[i], buffer 0.
struct Input {
    explicit Input(Fixture& fixture) : f(fixture), out(f.buffer(Bytes(kThreads * 16))) {
        const std::string module = airtest::kernelModule(
            "define void @k(<2 x float> %a, float %b, i32 %tid, ptr addrspace(1) %out) {\n"
            "  %x = extractelement <2 x float> %a, i32 0\n  %y = extractelement <2 x float> %a, i32 1\n"
            "  %v0 = insertelement <4 x float> zeroinitializer, float %x, i32 0\n  %v1 = insertelement <4 x float> %v0, float %y, i32 1\n"
            "  %v2 = insertelement <4 x float> %v1, float %b, i32 2\n"
            "  %p = getelementptr <4 x float>, ptr addrspace(1) %out, i32 %tid\n"
            "  store <4 x float> %v2, ptr addrspace(1) %p, align 16\n  ret void\n}\n",
            {"i32 0, !\"air.stage_in\", !\"air.location_index\", i32 3, i32 1, !\"air.arg_type_name\", !\"float2\", !\"air.arg_name\", !\"a\"",
             "i32 1, !\"air.stage_in\", !\"air.location_index\", i32 7, i32 1, !\"air.arg_type_name\", !\"float\", !\"air.arg_name\", !\"b\"",
             airtest::threadIndex(2), airtest::buffer(3, 0)});
        air::Outcome outcome = airtest::translateText(module);
        REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
        request.kernel = f.shaders().addOutcome(std::move(outcome));
        auto& input = request.descriptor.stageInput.emplace();
        input.attributes = {{3, pvg::mtl::VertexFormat(kUChar2), 1, 2}, {7, pvg::mtl::VertexFormat(kFloat), 0, 4}};
        input.layouts[2] = {StepFunction::ThreadX, 1, 3, true};
        input.layouts[4] = {StepFunction::ThreadX, 1, 4, true};
        std::vector<uint8_t> small;
        std::vector<float> numbers;
        for (uint8_t i = 0; i < 8; ++i) {
            small.insert(small.end(), {0xee, uint8_t(10 + i), uint8_t(20 + i)});
            numbers.push_back(float(i) + 0.5F);
        }
        state.bindings.buffers[0] = bound(out, kThreads * 16);
        state.bindings.buffers[2] = bound(f.bufferOf(small), small.size());
        state.bindings.buffers[4] = bound(f.bufferOf(numbers), 32);
    }
    pvg::mtl::StepFunction& step(unsigned buffer) { return request.descriptor.stageInput->layouts[buffer].stepFunction; }
    // out[i][lane] of each thread.
    std::vector<float> run(unsigned lane) {
        if (!state.pipeline) {
            state.pipeline = f.backend().createComputePipeline(request);
            REQUIRE(f.backend().computePipelineState(state.pipeline) == pvg::PipelineState::Ready);
        }
        pvg::Dispatch call;
        call.threadsNotGroups = true;
        call.grid = {kThreads, 1, 1};
        call.threadsPerGroup = {4, 1, 1}; // the last group has one thread
        state.dirty = 0xffffffff;
        const auto done = f.backend().dispatch(state, call);
        REQUIRE_MESSAGE(done.ok(), (done ? "" : done.error().sentence()));
        const auto all = fromBytes<float>(f.read(out, 0, kThreads * 16));
        std::vector<float> lanes;
        for (uint32_t i = 0; i < kThreads; ++i) lanes.push_back(all[i * 4 + lane]);
        return lanes;
    }
    Fixture& f;
    pvg::BufferId out;
    pvg::ComputePipelineRequest request;
    pvg::ComputeState state;
};

using V = std::vector<float>;

} // namespace

TEST_CASE("threads read their elements, from the origin of the region on") {
    Fixture f;
    Input in(f);
    CHECK(in.run(0) == V{10, 11, 12, 13, 14});
    CHECK(in.run(1) == V{20, 21, 22, 23, 24});
    CHECK(in.run(2) == V{0.5F, 1.5F, 2.5F, 3.5F, 4.5F});
    in.state.stageInOrigin = {2, 9, 9};
    CHECK(in.run(0) == V{12, 13, 14, 15, 16});
    in.state.stageInOrigin = {6, 0, 0}; // three threads are beyond the buffers' ends
    CHECK(in.run(0) == V{16, 17, 0, 0, 0});
    CHECK(in.run(2) == V{6.5F, 7.5F, 0, 0, 0});
}

TEST_CASE("offsets, steps and strides of the encoder") {
    Fixture f;
    Input in(f);
    in.state.bindings.buffers[2].offset = 6; // two elements on
    in.state.bindings.buffers[2].size -= 6;
    in.state.bindings.buffers[4].attributeStride = 8;
    CHECK(in.run(0) == V{12, 13, 14, 15, 16});
    CHECK(in.run(2) == V{0.5F, 2.5F, 4.5F, 6.5F, 0});
    in.state.bindings.buffers[4].attributeStride = 0;
    CHECK(in.run(2) == V{0.5F, 1.5F, 2.5F, 3.5F, 4.5F});
    Input still(f);
    still.step(4) = StepFunction::Constant;
    still.request.descriptor.stageInput->layouts[2].stepRate = 2;
    CHECK(still.run(2) == V{0.5F, 0.5F, 0.5F, 0.5F, 0.5F});
    CHECK(still.run(0) == V{10, 10, 11, 11, 12});
    still.state.bindings.buffers[2] = {}; // unbound
    CHECK(still.run(0) == V{0, 0, 0, 0, 0});
}

TEST_CASE("indices of both widths come from one of the kernel's buffers") {
    Fixture f;
    for (const bool isWide : {false, true}) {
        Input in(f);
        in.step(2) = StepFunction::ThreadXIndexed;
        in.request.descriptor.stageInput->indexType = isWide ? IndexType::UInt32 : IndexType::UInt16;
        in.request.descriptor.stageInput->indexBufferIndex = 9;
        const auto indices = isWide ? f.bufferOf<uint32_t>({77, 4, 0, 7, 1, 2}) : f.bufferOf<uint16_t>({77, 4, 0, 7, 1, 2});
        in.state.bindings.buffers[9] = bound(indices, isWide ? 24 : 12, isWide ? 4 : 2);
        CHECK(in.run(0) == V{14, 10, 17, 11, 12});
        CHECK(in.run(2) == V{0.5F, 1.5F, 2.5F, 3.5F, 4.5F});
        CHECK(f.backend().computePipelineUsage(in.state.pipeline).fetchBuffers == (1U << 2 | 1U << 4 | 1U << 9));
    }
}

TEST_CASE("what no kernel can step by is declined at the dispatch") {
    Fixture f;
    Input in(f);
    in.step(2) = StepFunction::PerInstance;
    in.state.pipeline = f.backend().createComputePipeline(in.request);
    pvg::Dispatch call;
    call.grid = call.threadsPerGroup = {1, 1, 1};
    REQUIRE(f.backend().computePipelineState(in.state.pipeline) == pvg::PipelineState::Ready);
    const auto done = f.backend().dispatch(in.state, call);
    REQUIRE(!done.ok());
    CHECK(done.error().reason == pvg::DeclineReason::ShaderDeclined);
    in.request.descriptor.stageInput.reset(); // attributes without a descriptor read as missing ones
    in.state.pipeline = {};
    CHECK(in.run(0) == V{0, 0, 0, 0, 0});
}
