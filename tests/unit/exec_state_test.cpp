// Render state as a draw sees it: every setter, what counts as a change, values that are none; barriers.
#include "exec_fixture.h"

using namespace pvgtest;
using pvg::Counter;
using pvg::DeclineReason;

namespace {

Bytes word(uint32_t opcode, uint64_t value) { return record(opcode, Bytes().u64(value)); }
Bytes draw() { return record(0x01, Bytes().u32(3).u16(0).u16(3)); }
Bytes barrierScope(uint16_t scope) { return record(0x17, Bytes().u16(scope).u8(2).u8(1)); }
Bytes barrierResources(uint32_t ref) { return record(0x16, Bytes().u32(1).u16(2).u16(1).u32(ref)); }

struct StateFixture : ExecFixture {
    StateFixture() {
        backend.onDraw = [this](const pvg::RenderState& state, const pvg::DrawCall&) { seen.push_back(state); };
    }
    // A pass with one draw behind `before` and, where there are any, behind each of `more`.
    void draws(const Bytes& before, const std::vector<Bytes>& more = {}) {
        Bytes records = passRecord({.texture = target});
        records.append(record(0x74, Bytes().u32(pipeline))).append(before).append(draw());
        for (const Bytes& change : more) records.append(change).append(draw());
        run(segment(0, records));
    }
    uint32_t target = texture({.width = 4, .height = 4}, 16).ref;
    uint32_t pipeline = renderPipeline();
    std::vector<pvg::RenderState> seen;
};

} // namespace

TEST_CASE("a draw without state records has Metal's defaults") {
    StateFixture f;
    f.draws({});
    REQUIRE(f.seen.size() == 1);
    const pvg::RenderState& s = f.seen[0];
    CHECK(s.viewportCount == 0);
    CHECK(s.scissorCount == 0);
    CHECK(s.cullMode == pvg::mtl::CullMode(0));
    CHECK(s.winding == pvg::mtl::Winding(0));
    CHECK(s.blendColor == std::array<float, 4>{});
    CHECK(s.visibilityMode == pvg::mtl::VisibilityResultMode(0));
}

TEST_CASE("each state record reaches the draw with its fields in the protocol's order") {
    StateFixture f;
    Bytes records;
    records.append(record(0x65, Bytes().f32(0.25).f32(0.5).f32(0.75).f32(1)));
    records.append(word(0x6b, 2)).append(record(0x6c, Bytes().f32(1.5).f32(2.5).f32(3.5))).append(word(0x6d, 1)).append(word(0x73, 1)).append(word(0x7c, 1));
    records.append(record(0x75, Bytes().u64(1).u64(2).u64(3).u64(4)));
    records.append(record(0x82, Bytes().f64(0.5).f64(1.5).f64(2).f64(3).f64(0.25).f64(0.75)));
    records.append(record(0x77, Bytes().u32(7).u32(9)));
    f.draws(records);
    REQUIRE(f.seen.size() == 1);
    const pvg::RenderState& s = f.seen[0];
    CHECK(s.blendColor == std::array<float, 4>{0.25f, 0.5f, 0.75f, 1});
    CHECK(s.cullMode == pvg::mtl::CullMode::Back);
    CHECK(s.depthBias == 1.5f);
    CHECK(s.depthSlopeScale == 2.5f);
    CHECK(s.depthBiasClamp == 3.5f);
    CHECK(s.depthClipMode == pvg::mtl::DepthClipMode::Clamp);
    CHECK(s.winding == pvg::mtl::Winding::CounterClockwise);
    CHECK(s.fillMode == pvg::mtl::TriangleFillMode::Lines);
    CHECK(s.scissorCount == 1);
    CHECK(s.scissors[0] == pvg::Scissor{1, 2, 3, 4});
    CHECK(s.viewportCount == 1);
    CHECK(s.viewports[0] == pvg::Viewport{0.5, 1.5, 2, 3, 0.25, 0.75});
    CHECK(s.stencilFrontReference == 7);
    CHECK(s.stencilBackReference == 9);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("lists of scissors and viewports set as many as they have, sixteen at most") {
    StateFixture f;
    Bytes scissors, viewports;
    scissors.u64(2), viewports.u32(2);
    for (int i = 0; i < 2; ++i) {
        scissors.u64(i).u64(2).u64(3).u64(4 + i);
        viewports.f64(i).f64(0).f64(4).f64(4 + i).f64(0).f64(1);
    }
    Bytes many;
    many.u64(20).zeros(20 * 32);
    f.draws(record(0x76, scissors).append(record(0x83, viewports)), {record(0x76, many)});
    REQUIRE(f.seen.size() == 2);
    CHECK(f.seen[0].scissorCount == 2);
    CHECK(f.seen[0].scissors[1] == pvg::Scissor{1, 2, 3, 5});
    CHECK(f.seen[0].viewportCount == 2);
    CHECK(f.seen[0].viewports[1] == pvg::Viewport{1, 0, 4, 5, 0, 1});
    CHECK(f.seen[1].scissorCount == 16);
}

TEST_CASE("only what changed is dirty at the next draw, and what did not is counted as elided") {
    StateFixture f;
    using State = pvg::RenderState;
    const uint64_t before = f.counters.get(Counter::StateChangesElided);
    f.draws({}, {word(0x6b, 1), word(0x6b, 1), record(0x77, Bytes().u32(1).u32(0)), record(0x84, Bytes().u64(0).u64(0)),
                 record(0x75, Bytes().u64(0).u64(0).u64(0).u64(0))});
    REQUIRE(f.seen.size() == 6);
    CHECK((f.seen[1].dirty & State::Raster) != 0);
    CHECK((f.seen[1].dirty & State::BlendColor) == 0);
    CHECK(f.seen[2].dirty == 0);
    CHECK(f.seen[3].dirty == State::DepthStencil);
    CHECK(f.seen[4].dirty == 0);
    CHECK(f.seen[5].dirty == State::Scissors); // an empty scissor is not the absence of one
    CHECK(f.counters.get(Counter::StateChangesElided) > before);
}

TEST_CASE("a depth-stencil state of another kind is declined, and 0 is the default again") {
    StateFixture f;
    f.draws(record(0x68, Bytes().u32(f.target)), {record(0x68, Bytes().u32(0))});
    REQUIRE(f.seen.size() == 2);
    CHECK(f.declines(DeclineReason::WrongKind) == 1);
    CHECK(f.seen[1].depthStencil == pvg::DepthStencilDescriptor{});
}

TEST_CASE("values behind the last enumerator are declined and change nothing") {
    StateFixture f;
    f.draws(word(0x6b, 3).append(word(0x6d, 2)).append(word(0x73, 2)).append(word(0x7c, 2)).append(record(0x84, Bytes().u64(0).u64(3))));
    REQUIRE(f.seen.size() == 1);
    CHECK(f.declines(DeclineReason::BadField) == 5);
    CHECK(f.seen[0].cullMode == pvg::mtl::CullMode(0));
    CHECK(f.seen[0].winding == pvg::mtl::Winding(0));
}

TEST_CASE("barriers reach the back end behind a draw, those for memory where a shader stored") {
    StateFixture f;
    constexpr uint16_t kBuffers = 1, kRenderTargets = 4;
    const auto barriers = [&](const Bytes& records) {
        const uint64_t before = f.backend.barriers;
        f.draws({}, {records});
        return f.backend.barriers - before;
    };
    const uint64_t atEnd = barriers({}); // what the end of an encoder costs
    CHECK(atEnd == 0);
    CHECK(barriers(record(0x85, {})) == 1);
    CHECK(barriers(barrierScope(kRenderTargets)) == 1);
    CHECK(barriers(barrierScope(kBuffers)) == 0);
    CHECK(barriers(barrierResources(f.target)) == 1);
    const uint64_t before = f.backend.barriers;
    f.run(segment(0, passRecord({.texture = f.target}).append(record(0x85, {})).append(barrierScope(7)).append(barrierResources(f.target))));
    CHECK(f.backend.barriers == before); // nothing was drawn that could be waited for
}

TEST_CASE("where a shader stores, buffer barriers and the encoder's end wait for memory") {
    StateFixture f;
    const auto out = f.buffer(64);
    f.backend.renderUsage = [](const pvg::RenderPipelineRequest&) {
        pvg::RenderPipelineUsage usage;
        usage.fragment.buffersWritten = 1;
        return usage;
    };
    f.draws(record(0x6e, Bytes().u32(0).u32(1).u32(out.ref).u64(0)), {barrierScope(1), barrierResources(f.target)});
    CHECK(f.backend.barriers == 1 + 2 + 1); // scope; textures and memory; the end
}
