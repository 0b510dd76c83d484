#include "drawing.h"
#include "renderer-gl/program_source.h"

using namespace gltest;

TEST_CASE("a pipeline is pending until both functions are translated, and reports what it touches") {
    Fixture f;
    auto r = request(f, {80});
    const auto fragment = r.fragment;
    r.fragment = f.shaders().untranslated();
    const auto waiting = f.backend().createRenderPipeline(r);
    CHECK(f.backend().renderPipelineState(waiting) == pvg::PipelineState::Pending);
    r.fragment = fragment;
    const auto ready = pipeline(f, r);
    const auto& usage = f.backend().renderPipelineUsage(ready);
    CHECK(usage.vertex.buffersRead == 1);
    CHECK(usage.vertex.buffersWritten == 0);
    CHECK(usage.fragment.buffersRead == 1);
    CHECK(f.backend().renderPipelineState(pvg::RenderPipelineId{999}) == pvg::PipelineState::Failed);
    // The same functions again: nothing is linked.
    const auto linked = f.counters().get(pvg::Counter::PipelinesLinked);
    auto other = r;
    other.descriptor.colors[0].blendingEnabled = true;
    pipeline(f, other);
    CHECK(f.counters().get(pvg::Counter::PipelinesLinked) == linked);
}

TEST_CASE("refused translations and links fail with their message") {
    Fixture f;
    auto r = request(f, {80});
    r.fragment = f.shaders().addOutcome({air::Verdict::Declined, "ray-tracing", {}});
    auto id = f.backend().createRenderPipeline(r);
    CHECK(f.backend().renderPipelineState(id) == pvg::PipelineState::Failed);
    CHECK(f.backend().renderPipelineFailure(id).reason == pvg::DeclineReason::ShaderDeclined);
    CHECK(f.backend().renderPipelineFailure(id).text == "ray-tracing");
    r.fragment = f.shaders().add("#version 450 core\nvoid main() { this is no GLSL; }\n", constantFragmentReflection());
    id = f.backend().createRenderPipeline(r);
    CHECK(f.backend().renderPipelineState(id) == pvg::PipelineState::Failed);
    CHECK(f.backend().renderPipelineFailure(id).reason == pvg::DeclineReason::LinkFailed);
    CHECK(!f.backend().renderPipelineFailure(id).text.empty());
    r.vertex = nullptr;
    id = f.backend().createRenderPipeline(r);
    CHECK(f.backend().renderPipelineState(id) == pvg::PipelineState::Failed);
    pvg::ComputePipelineRequest compute;
    compute.kernel = f.shaders().add(pulledVertexText(), pulledVertexReflection());
    CHECK(f.backend().computePipelineState(f.backend().createComputePipeline(compute)) == pvg::PipelineState::Failed);
}

TEST_CASE("the preamble goes after #version and #extension lines") {
    const std::string text = "// made by a test\n#version 450 core\n\n#extension GL_ARB_shader_ballot : require\nvoid main() {}\n";
    CHECK(gl::withPreamble(text, "#define A 1\n") ==
          "// made by a test\n#version 450 core\n\n#extension GL_ARB_shader_ballot : require\n#define A 1\nvoid main() {}\n");
    CHECK(gl::withPreamble("#version 450 core\n", "#define A 1\n") == "#version 450 core\n#define A 1\n");
}

TEST_CASE("varyings take the fragment stage's interpolation and read zero when not written") {
    air::Reflection vertex, fragment;
    vertex.outputs = {{"v_a", 0, ""}};
    fragment.inputs = {{"v_a", 0, "noperspective"}, {"v_b", 1, "flat"}};
    CHECK(gl::vertexPreamble(&fragment, true) == "#define AIR_FLIP_Y 1\n#define AIR_IQ_v_a noperspective\n#define AIR_IQ_v_b flat\n");
    CHECK(gl::fragmentPreamble(vertex, fragment, 1) == "#define AIR_ZERO_v_b 1\n");
}

TEST_CASE("state that did not change does not reach the driver") {
    Fixture f;
    const auto target = f.texture(body2d(70, 4, 4));
    pvg::RenderState state;
    state.pipeline = pipeline(f, request(f, {70}));
    const auto vertices = quad(-1, -1, 1, 1);
    state.vertex.buffers[0] = bound(f.bufferOf(vertices), vertices.size() * 4);
    REQUIRE(f.backend().beginRenderPass(Pass().color(target, {}).descriptor).ok());
    draw(f, state, triangles(6));
    f.finish();
    const auto calls = f.counters().get(pvg::Counter::GlCalls), elided = f.counters().get(pvg::Counter::StateChangesElided);
    for (int i = 0; i < 10; ++i) {
        state.dirty = pvg::RenderState::Everything;
        draw(f, state, triangles(6));
    }
    f.finish();
    CHECK(f.counters().get(pvg::Counter::GlCalls) - calls == 10 + 2); // the draws, the fence and its flush
    CHECK(f.counters().get(pvg::Counter::StateChangesElided) - elided >= 100);
    REQUIRE(f.backend().endRenderPass().ok());
}
