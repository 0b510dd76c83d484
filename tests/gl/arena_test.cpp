// Functions with more written buffers than GL has storage blocks (reflection.h, P_arena), from AIR text to the bytes of the buffers.
#include <epoxy/gl.h>
#include <fmt/format.h>

#include <bit>

#include "drawing.h"
#include "tests/air/kernel_runner.h"

using namespace gltest;

namespace {

constexpr unsigned kBlocks = 16, kMetalBuffers = 31; // blocks of a stage: the floor of GL 4.5 here
using Words = std::vector<uint32_t>;

struct Function {
    std::string parameters, body; // IR; body ends with the return
    std::string kind, result = "void", outputs;
    std::vector<std::string> inputs; // metadata behind the buffers'
};

// A function of `count` buffers with what `access(i)` does to %b<i>.
template <class Access>
std::string module(Function f, unsigned count, Access&& access) {
    std::string parameters, body, list, nodes;
    for (unsigned i = 0; i < count; ++i) {
        parameters += fmt::format("ptr addrspace(1) %b{}, ", i);
        body += access(i);
        f.inputs.insert(f.inputs.begin() + i, airtest::buffer(i, i));
    }
    for (size_t i = 0; i < f.inputs.size(); ++i) {
        list += fmt::format("{}!{}", i ? ", " : "", i + 10);
        nodes += fmt::format("!{} = !{{{}}}\n", i + 10, f.inputs[i]);
    }
    return "declare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, i1)\n" +
           fmt::format("define {} @k({}{}) {{\n{}{}}}\n", f.result, parameters, f.parameters, body, f.body) +
           fmt::format("!air.{} = !{{!0}}\n!0 = !{{ptr @k, !1, !2}}\n!1 = !{{{}}}\n!2 = !{{{}}}\n!3 = !{{{}}}\n", f.kind,
                       f.outputs.empty() ? "" : "!3", list, f.outputs) +
           nodes;
}

std::string add(unsigned i) {
    return fmt::format("  %o{0} = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %b{0}, i32 {1}, i32 0, i32 2, i1 true)\n", i, i + 1);
}

// Every thread adds i + 1 to the first word of buffer i.
std::string addingKernel(unsigned count) {
    Function f{"i32 %tid", "  ret void\n", "kernel", "void", "", {airtest::threadIndex(count)}};
    return module(f, count, add);
}

// Vertex n of a triangle over the whole target stores i + 1 in word n of buffer i.
std::string storingVertex(unsigned count) {
    Function f{"i32 %vid",
               "  %one = icmp eq i32 %vid, 1\n  %two = icmp eq i32 %vid, 2\n  %x = select i1 %one, float 3.0, float -1.0\n"
               "  %y = select i1 %two, float 3.0, float -1.0\n  %p = insertelement <4 x float> <float 0.0, float 0.0, float 0.0, float 1.0>, float %x, i32 0\n"
               "  %q = insertelement <4 x float> %p, float %y, i32 1\n  ret <4 x float> %q\n",
               "vertex", "<4 x float>", "!\"air.position\", !\"air.arg_type_name\", !\"float4\"",
               {fmt::format("i32 {}, !\"air.vertex_id\", !\"air.arg_type_name\", !\"uint\", !\"air.arg_name\", !\"vid\"", count)}};
    return module(f, count, [](unsigned i) {
        return fmt::format("  %p{0} = getelementptr i32, ptr addrspace(1) %b{0}, i32 %vid\n  store i32 {1}, ptr addrspace(1) %p{0}, align 4\n", i, i + 1);
    });
}

std::string addingFragment(unsigned count) {
    Function f{"<4 x float> %at", "  ret <4 x float> zeroinitializer\n", "fragment", "<4 x float>",
               "!\"air.render_target\", i32 0, i32 0, !\"air.arg_type_name\", !\"float4\"",
               {fmt::format("i32 {}, !\"air.position\", !\"air.center\", !\"air.no_perspective\", !\"air.arg_type_name\", !\"float4\", "
                            "!\"air.arg_name\", !\"at\"",
                            count)}};
    return module(f, count, add);
}

std::shared_ptr<const pvg::ShaderLibrary> translated(Fixture& f, const std::string& text) {
    air::Outcome outcome = airtest::translateText(text);
    REQUIRE_MESSAGE(outcome.verdict == air::Verdict::Ok, outcome.reason);
    auto received = air::outcomeFromJson(air::toJson(outcome)); // as it arrives from a worker
    REQUIRE(received.ok());
    return f.shaders().addOutcome(std::move(*received));
}

pvg::ComputeState kernelState(Fixture& f, const std::string& text) {
    pvg::ComputePipelineRequest request;
    request.kernel = translated(f, text);
    pvg::ComputeState state;
    state.pipeline = f.backend().createComputePipeline(request);
    REQUIRE(f.backend().computePipelineState(state.pipeline) == pvg::PipelineState::Ready);
    return state;
}

pvg::Dispatch threads(uint64_t count, uint64_t group) {
    pvg::Dispatch call;
    call.threadsNotGroups = true;
    call.grid = {count, 1, 1};
    call.threadsPerGroup = {group, 1, 1};
    return call;
}

Words words(Fixture& f, pvg::BufferId buffer, size_t count) { return fromBytes<uint32_t>(f.read(buffer, 0, count * 4)); }

} // namespace

TEST_CASE("as many written buffers as blocks, one more, and all of Metal's keep what was stored, ragged groups included") {
    for (const unsigned count : {kBlocks, kBlocks + 1, kMetalBuffers}) {
        CAPTURE(count);
        Fixture f;
        auto state = kernelState(f, addingKernel(count));
        std::vector<pvg::BufferId> buffers;
        for (unsigned i = 0; i < count; ++i) { // each begins elsewhere in its GL buffer
            buffers.push_back(f.bufferOf(Words(40, 1000 * i)));
            state.bindings.buffers[i] = bound(buffers[i], 160, i * 4);
        }
        for (int round = 0; round < 2; ++round) {
            REQUIRE(f.backend().dispatch(state, threads(7, 3)).ok());
            f.backend().memoryBarrier();
        }
        for (unsigned i = 0; i < count; ++i) {
            Words expected(40, 1000 * i);
            expected[i] += 2 * 7 * (i + 1);
            CHECK(words(f, buffers[i], 40) == expected);
        }
    }
}

TEST_CASE("of a buffer that no block holds a function sees what it can reach, or is declined") {
    constexpr uint64_t kMost = uint64_t(1) << 27, kStart = 4096, kBytes = kMost + 2 * kStart; // of llvmpipe
    Fixture f;
    GLint64 most = 0;
    glGetInteger64v(GL_MAX_SHADER_STORAGE_BLOCK_SIZE, &most);
    if (uint64_t(most) > kMost) return;
    const pvg::BufferId buffer = f.bufferOf(Words(kBytes / 4, 7));
    const pvg::BufferBinding binding{buffer, kStart, kBytes - kStart};
    auto state = kernelState(f, addingKernel(1));
    state.bindings.buffers[0] = binding;
    const auto refused = f.backend().dispatch(state, threads(4, 4));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().reason == pvg::DeclineReason::LimitExceeded);
    // The same, of a reference to 160 bytes.
    std::string text = addingKernel(1);
    text.insert(text.find("!\"air.location_index\""), "!\"air.buffer_size\", i32 160, ");
    auto bounded = kernelState(f, text);
    bounded.bindings.buffers[0] = binding;
    REQUIRE(f.backend().dispatch(bounded, threads(4, 4)).ok());
    f.backend().memoryBarrier();
    CHECK(fromBytes<uint32_t>(f.read(buffer, kStart, 8)) == Words{11, 7});
}

TEST_CASE("slots that reach the same bytes see each other's stores, whatever blocks they have") {
    Fixture f;
    auto state = kernelState(f, addingKernel(kMetalBuffers));
    std::vector<pvg::BufferId> buffers;
    for (unsigned i = 0; i < kMetalBuffers; ++i) buffers.push_back(f.bufferOf(Words(16, 5)));
    for (unsigned i = 0; i < kMetalBuffers; ++i) state.bindings.buffers[i] = bound(buffers[i], 64);
    state.bindings.buffers[0] = bound(buffers[30], 64);      // a block of its own, and the arena
    state.bindings.buffers[28] = bound(buffers[29], 64, 4);  // twice in the arena, overlapping in part
    state.bindings.buffers[1] = bound(buffers[28], 64);      // apart from the rest
    REQUIRE(f.backend().dispatch(state, threads(5, 4)).ok());
    const auto expected = [](std::vector<uint32_t> first) {
        Words all(16, 5);
        for (size_t i = 0; i < first.size(); ++i) all[i] += 5 * first[i];
        return all;
    };
    CHECK(words(f, buffers[30], 16) == expected({31 + 1}));
    CHECK(words(f, buffers[29], 16) == expected({30, 29}));
    CHECK(words(f, buffers[28], 16) == expected({2}));
    CHECK(words(f, buffers[2], 16) == expected({3}));
    CHECK(words(f, buffers[0], 16) == Words(16, 5));
}

TEST_CASE("unbound and short buffers lose what is stored beyond them") {
    Fixture f;
    auto state = kernelState(f, addingKernel(kMetalBuffers));
    const auto last = f.bufferOf(Words(8, 1)), other = f.bufferOf(Words(8, 1));
    state.bindings.buffers[30] = bound(last, 32, 28);
    state.bindings.buffers[29] = bound(other, 36, 32); // behind the end
    REQUIRE(f.backend().dispatch(state, threads(2, 2)).ok());
    CHECK(words(f, last, 8) == Words{1, 1, 1, 1, 1, 1, 1, 1 + 62});
    CHECK(words(f, other, 8) == Words(8, 1));
}

TEST_CASE("both stages of a draw store through the arena, into one buffer as well") {
    constexpr unsigned kCount = kBlocks + 4;
    Fixture f;
    const auto target = f.texture(body2d(125, 4, 4));
    auto r = request(f, {125});
    r.vertex = translated(f, storingVertex(kCount));
    r.fragment = translated(f, addingFragment(kCount));
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    std::vector<pvg::BufferId> vertex, fragment;
    for (unsigned i = 0; i < kCount; ++i) {
        vertex.push_back(f.bufferOf(Words(8, 0)));
        fragment.push_back(f.bufferOf(Words(8, 100)));
        state.vertex.buffers[i] = bound(vertex[i], 32);
        state.fragment.buffers[i] = bound(fragment[i], 32);
    }
    state.fragment.buffers[19] = bound(vertex[19], 32, 16); // arena and arena
    state.fragment.buffers[18] = bound(vertex[0], 32, 16);  // arena, and a block of the other stage
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {0, 0, 0, 0}).descriptor).ok());
    for (int i = 0; i < 2; ++i) draw(f, state, triangles(3));
    REQUIRE(f.backend().endRenderPass().ok());
    for (unsigned i = 0; i < kCount; ++i) {
        CAPTURE(i);
        Words stored{i + 1, i + 1, i + 1, 0, 0, 0, 0, 0};
        if (i == 19) stored[4] = 2 * 16 * 20;
        if (i == 0) stored[4] = 2 * 16 * 19;
        CHECK(words(f, vertex[i], 8) == stored);
        Words added(8, 100);
        if (i < 18) added[0] += 2 * 16 * (i + 1);
        CHECK(words(f, fragment[i], 8) == added);
    }
}

TEST_CASE("what a dispatch wrote before is copied in, what it writes is there for a copy") {
    Fixture f;
    auto state = kernelState(f, addingKernel(kMetalBuffers)), few = kernelState(f, addingKernel(1));
    const auto shared = f.bufferOf(Words(4, 0)), out = f.bufferOf(Words(4, 9));
    state.bindings.buffers[30] = few.bindings.buffers[0] = bound(shared, 16);
    REQUIRE(f.backend().dispatch(few, threads(3, 3)).ok());
    f.backend().memoryBarrier();
    REQUIRE(f.backend().dispatch(state, threads(1, 1)).ok());
    f.backend().memoryBarrier();
    REQUIRE(f.backend().dispatch(few, threads(3, 3)).ok());
    REQUIRE(f.backend().copyBuffer(shared, 0, out, 4, 4).ok());
    CHECK(words(f, out, 4) == Words{9, 6 + 31, 9, 9});
}

TEST_CASE("more bytes than a block can hold are declined with their number, and nothing is changed") {
    Fixture f;
    auto state = kernelState(f, addingKernel(kMetalBuffers));
    constexpr uint64_t kLarge = uint64_t(129) << 20;
    const auto large = f.backend().createBuffer(kLarge);
    REQUIRE(large.ok());
    const auto small = f.bufferOf(Words(4, 7));
    state.bindings.buffers[30] = bound(*large, kLarge);
    state.bindings.buffers[0] = bound(small, 16);
    const auto done = f.backend().dispatch(state, threads(1, 1));
    if (done.ok()) { // this driver's blocks hold more
        MESSAGE("not declined: blocks of more than 129 MiB");
        return;
    }
    CHECK(done.error().reason == pvg::DeclineReason::LimitExceeded);
    CHECK(done.error().sentence().find(std::to_string(kLarge + 16)) != std::string::npos);
    CHECK(words(f, small, 4) == Words(4, 7));
}

TEST_CASE("both stages of a draw follow pointers, and find what the other one has as well") {
    Fixture f;
    const auto target = f.texture(body2d(125, 4, 4));
    // Pixel column n has the colour that pointer n of the table leads to.
    Function fragment{"<4 x float> %at",
                      "  %x = extractelement <4 x float> %at, i64 0\n  %n = fptoui float %x to i32\n"
                      "  %pp = getelementptr ptr addrspace(1), ptr addrspace(1) %b0, i32 %n\n  %p = load ptr addrspace(1), ptr addrspace(1) %pp, align 8\n"
                      "  %c = load <4 x float>, ptr addrspace(1) %p, align 16\n  ret <4 x float> %c\n",
                      "fragment", "<4 x float>", "!\"air.render_target\", i32 0, i32 0, !\"air.arg_type_name\", !\"float4\"",
                      {"i32 1, !\"air.position\", !\"air.center\", !\"air.no_perspective\", !\"air.arg_type_name\", !\"float4\", !\"air.arg_name\", !\"at\""}};
    auto r = request(f, {125});
    r.vertex = translated(f, storingVertex(kBlocks + 1));
    r.fragment = translated(f, module(fragment, 1, [](unsigned) { return std::string(); }));
    pvg::RenderState state;
    state.pipeline = pipeline(f, r);
    const auto colors = f.bufferOf<float>({1, 2, 3, 4, 5, 6, 7, 8}), stored = f.bufferOf(Words(8, 0));
    constexpr uint64_t kColors = 0x7000001000, kStored = 0x7000002000;
    const auto table = f.bufferOf<uint64_t>({kColors + 16, kStored, 0, kColors});
    state.vertex.buffers[kBlocks] = bound(stored, 32);
    state.fragment.buffers[0] = bound(table, 32);
    state.fragment.memory = {{colors, 32, kColors, false}, {stored, 32, kStored, true}};
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {9, 9, 9, 9}).descriptor).ok());
    for (int i = 0; i < 2; ++i) draw(f, state, triangles(3)); // the second one sees for certain what the first one stored
    REQUIRE(f.backend().endRenderPass().ok());
    const float seventeen = std::bit_cast<float>(uint32_t(kBlocks + 1));
    const std::vector<float> row{5, 6, 7, 8, seventeen, seventeen, seventeen, 0, 0, 0, 0, 0, 1, 2, 3, 4};
    CHECK(fromBytes<float>(f.read(target, region2d(4, 1), 64)) == row);
    CHECK(words(f, stored, 4) == Words{kBlocks + 1, kBlocks + 1, kBlocks + 1, 0});
}
