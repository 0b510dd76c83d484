// Draws of patches and stage-in regions: what reaches the back end, and what is declined before it.
#include "exec_fixture.h"

using namespace pvgtest;
using pvg::DeclineReason;

namespace {

struct Drawn {
    pvg::DrawCall call;
    pvg::TessellationFactors factors;
};

// A pass, a pipeline with maxTessellationFactor 64, factors in 96 bytes from 32 on at a scale of 2.5.
struct PatchFixture : ExecFixture {
    PatchFixture() {
        backend.onDraw = [this](const pvg::RenderState& state, const pvg::DrawCall& call) { drawn.push_back({call, state.tessellation}); };
    }
    uint32_t patchPipeline() {
        Bytes list;
        list.u8(4).u8(8).u8(4).u32(26).u8(1).u8(4).u32(function()).u8(2).u8(4).u32(function()).u8(0xd).u8(4).u32(64).u8(0);
        list.u32(1).u32(8).u8(2).u8(0).u8(4).u32(0).u8(1).u8(4).u32(80);
        const size_t payload = list.size();
        while (list.size() % 4 != 0) list.u8(0);
        Bytes out;
        return object(7, out.u32(0x0e).u32(16 + list.size()).u32(0).u32(payload).append(list));
    }
    Bytes start() {
        Bytes pipelineRef, factorBuffer, scale;
        return passRecord({.texture = target.ref})
            .append(record(0x74, pipelineRef.u32(pipeline)))
            .append(record(0x7a, factorBuffer.u32(factors.ref).u64(32).u64(48)))
            .append(record(0x7b, scale.f32(2.5)));
    }
    void draw(uint32_t opcode, const Bytes& payload) { run(segment(0, start().append(record(opcode, payload)))); }

    Thing target = texture({.width = 4, .height = 4}, 16);
    Thing factors = buffer(128);
    Thing points = buffer(64);
    uint32_t pipeline = patchPipeline();
    std::vector<Drawn> drawn;
};

} // namespace

TEST_CASE("every form of a draw of patches says the same") {
    PatchFixture f;
    Bytes wide, narrow, wideIndexed, otherIndexed, narrowIndexed;
    wide.u64(2).u64(3).u32(f.points.ref).u64(8).u64(4).u64(5).u16(16).u16(0);
    narrow.u16(2).u16(3).u32(f.points.ref).u16(8).u16(4).u16(5).u16(16);
    wideIndexed.u64(2).u64(3).u32(f.points.ref).u64(8).u32(f.points.ref).u64(12).u64(4).u64(5).u16(16).u16(0);
    otherIndexed = wideIndexed;
    narrowIndexed.u16(2).u16(3).u32(f.points.ref).u16(8).u32(f.points.ref).u16(12).u16(4).u16(5).u16(16).u16(0);
    f.draw(0x0c, wide);
    f.draw(0x0d, narrow);
    f.draw(0x0c, wideIndexed);
    f.draw(0x0e, otherIndexed);
    f.draw(0x0f, narrowIndexed);
    CHECK_MESSAGE(f.counters.declineTotal() == 0, f.firstDecline());
    REQUIRE(f.drawn.size() == 5);
    for (size_t i = 0; i < 5; ++i) {
        const Drawn& d = f.drawn[i];
        CHECK(d.call.isPatches);
        CHECK(d.call.start == 2);
        CHECK(d.call.count == 3);
        CHECK(d.call.instances == 4);
        CHECK(d.call.baseInstance == 5);
        CHECK(d.call.controlPoints == 16);
        CHECK(d.call.patchIndices.offset == 8);
        CHECK(d.call.patchIndices.size == 56);
        CHECK(d.call.indexed == (i >= 2));
        if (i >= 2) CHECK(d.call.indexOffset == 12);
        CHECK(d.factors.buffer.offset == 32);
        CHECK(d.factors.buffer.size == 96);
        CHECK(d.factors.instanceStride == 48);
        CHECK(d.factors.scale == 2.5F);
    }
}

TEST_CASE("without a patch index buffer a patch is its number") {
    PatchFixture f;
    Bytes narrow;
    f.draw(0x0d, narrow.u16(0).u16(1).u32(0).u16(0).u16(1).u16(0).u16(4));
    REQUIRE(f.drawn.size() == 1);
    CHECK(!f.drawn[0].call.patchIndices.buffer);
}

TEST_CASE("indirect draws of patches read their arguments when they run") {
    PatchFixture f;
    const auto arguments = f.buffer(64);
    Bytes words;
    f.guest.write(kTask, arguments.va + 16, words.u32(3).u32(4).u32(2).u32(5));
    Bytes plain, indexed;
    plain.u32(f.points.ref).u32(arguments.ref).u64(8).u64(16).u16(16).u16(0);
    indexed.u32(f.points.ref).u32(f.points.ref).u32(arguments.ref).u64(8).u64(12).u64(16).u16(16).u16(0);
    f.draw(0x12, plain);
    f.draw(0x13, indexed);
    CHECK_MESSAGE(f.counters.declineTotal() == 0, f.firstDecline());
    REQUIRE(f.drawn.size() == 2);
    for (const Drawn& d : f.drawn) {
        CHECK(d.call.count == 3);
        CHECK(d.call.instances == 4);
        CHECK(d.call.start == 2);
        CHECK(d.call.baseInstance == 5);
    }
    CHECK(f.drawn[1].call.indexOffset == 12);
}

TEST_CASE("arguments that a dispatch of the same packet wrote are the ones that count") {
    PatchFixture f;
    const auto arguments = f.buffer(64);
    f.backend.computeUsage = [](const pvg::ComputePipelineRequest&) {
        pvg::ComputePipelineUsage usage;
        usage.kernel.buffersWritten = 1;
        return usage;
    };
    f.backend.onDispatch = [&](const pvg::ComputeState& state, const pvg::Dispatch&) {
        const uint32_t words[] = {2, 1, 1, 0};
        std::memcpy(f.backend.bufferBytes(state.bindings.buffers[0].buffer)->data(), words, sizeof words);
    };
    Bytes pipelineRef, bind, dispatch, indirect;
    Bytes compute = record(0xd0, pipelineRef.u32(f.computePipeline()));
    compute.append(record(0xcb, bind.u32(0).u32(1).u32(arguments.ref).u64(0)));
    compute.append(record(0xc8, dispatch.u64(1).u64(1).u64(1).u64(1).u64(1).u64(1)));
    indirect.u32(0).u32(arguments.ref).u64(0).u64(0).u16(4).u16(0);
    f.run(segment(1, compute).append(segment(0, f.start().append(record(0x12, indirect)))));
    CHECK_MESSAGE(f.counters.declineTotal() == 0, f.firstDecline());
    REQUIRE(f.drawn.size() == 1);
    CHECK(f.drawn[0].call.count == 2);
    CHECK(f.drawn[0].call.start == 1);
}

TEST_CASE("patches that cannot be drawn are declined by name") {
    PatchFixture f;
    Bytes p;
    SUBCASE("more triangles than a picture has") {
        f.draw(0x0c, p.u64(0).u64(65537).u32(0).u64(0).u64(1).u64(0).u16(4).u16(0));
        CHECK(f.declines(DeclineReason::LimitExceeded) == 1);
    }
    SUBCASE("numbers that overflow") {
        f.draw(0x0c, p.u64(~0ULL).u64(~0ULL).u32(0).u64(0).u64(~0ULL).u64(~0ULL).u16(4).u16(0));
        CHECK(f.declines(DeclineReason::LimitExceeded) == 1);
    }
    SUBCASE("more control points than Metal has") {
        f.draw(0x0d, p.u16(0).u16(1).u32(0).u16(0).u16(1).u16(0).u16(33));
        CHECK(f.declines(DeclineReason::BadField) == 1);
    }
    SUBCASE("patch indices beyond the end") {
        f.draw(0x0d, p.u16(0).u16(15).u32(f.points.ref).u16(8).u16(1).u16(0).u16(4));
        CHECK(f.declines(DeclineReason::BadField) == 1);
    }
    SUBCASE("patch indices that are no words") {
        f.draw(0x0d, p.u16(0).u16(1).u32(f.points.ref).u16(6).u16(1).u16(0).u16(4));
        CHECK(f.declines(DeclineReason::BadField) == 1);
    }
    SUBCASE("factors at an odd place") {
        Bytes odd;
        f.run(segment(0, f.start().append(record(0x7a, odd.u32(f.factors.ref).u64(6).u64(0))).append(record(0x0d, p.u16(0).u16(1).u32(0).u16(0).u16(1).u16(0).u16(4)))));
        CHECK(f.declines(DeclineReason::BadField) == 1);
    }
    SUBCASE("a patch start that wraps") {
        f.draw(0x0c, p.u64(~0ULL).u64(2).u32(f.points.ref).u64(0).u64(1).u64(0).u16(4).u16(0));
        CHECK(f.declines(DeclineReason::BadField) == 1);
    }
    SUBCASE("no control point indices") {
        f.draw(0x0f, p.u16(0).u16(1).u32(0).u16(0).u32(900).u16(0).u16(1).u16(0).u16(4).u16(0));
        CHECK(f.declines(DeclineReason::UnresolvedRef) == 1);
    }
    SUBCASE("no factors") {
        Bytes none;
        f.run(segment(0, f.start().append(record(0x7a, none.u32(0).u64(0).u64(0))).append(record(0x0d, p.u16(0).u16(1).u32(0).u16(0).u16(1).u16(0).u16(4)))));
        CHECK(f.declines(DeclineReason::UnresolvedRef) == 1);
    }
    SUBCASE("factors behind their buffer") {
        Bytes behind;
        f.run(segment(0, f.start().append(record(0x7a, behind.u32(f.factors.ref).u64(128).u64(0))).append(record(0x0d, p.u16(0).u16(1).u32(0).u16(0).u16(1).u16(0).u16(4)))));
        CHECK(f.declines(DeclineReason::BadField) == 1);
    }
    SUBCASE("indirect arguments behind their buffer") {
        f.draw(0x12, p.u32(0).u32(f.points.ref).u64(0).u64(52).u16(4).u16(0));
        CHECK(f.declines(DeclineReason::BadField) == 1);
    }
    SUBCASE("empty draws are none and no mistake") {
        f.draw(0x0d, p.u16(0).u16(0).u32(0).u16(0).u16(1).u16(0).u16(99));
        CHECK(f.counters.declineTotal() == 0);
    }
    CHECK(f.drawn.empty());
}

TEST_CASE("the stage-in region, direct and from a buffer") {
    ExecFixture f;
    std::vector<std::array<uint32_t, 3>> origins;
    uint32_t bound = 0;
    f.backend.computeUsage = [](const pvg::ComputePipelineRequest&) {
        pvg::ComputePipelineUsage usage;
        usage.fetchBuffers = 1U << 4;
        return usage;
    };
    f.backend.onDispatch = [&](const pvg::ComputeState& state, const pvg::Dispatch&) {
        origins.push_back(state.stageInOrigin);
        bound += state.bindings.buffers[4].buffer ? 1 : 0;
    };
    const auto region = f.buffer(64), elements = f.buffer(64);
    Bytes words;
    f.guest.write(kTask, region.va + 8, words.u32(7).u32(8).u32(9).u32(1).u32(1).u32(1));
    Bytes pipelineRef, bind, direct, dispatch, indirect, far;
    dispatch.u64(1).u64(1).u64(1).u64(1).u64(1).u64(1);
    Bytes all = record(0xd0, pipelineRef.u32(f.computePipeline()));
    all.append(record(0xcb, bind.u32(4).u32(1).u32(elements.ref).u64(0))).append(record(0xc8, dispatch));
    all.append(record(0xd1, direct.u64(10).u64(11).u64(12).u64(4).u64(5).u64(6))).append(record(0xc8, dispatch)); // the size stands first
    all.append(record(0xd2, indirect.u32(region.ref).u64(8))).append(record(0xc8, dispatch));
    f.run(segment(1, all));
    CHECK_MESSAGE(f.counters.declineTotal() == 0, f.firstDecline());
    CHECK(bound == 3);
    CHECK(origins == std::vector<std::array<uint32_t, 3>>{{0, 0, 0}, {4, 5, 6}, {7, 8, 9}});
    f.run(segment(1, record(0xd1, far.u64(1).u64(1).u64(1).u64(uint64_t(1) << 32).u64(0).u64(0))));
    CHECK(f.declines(DeclineReason::LimitExceeded) == 1);
    Bytes behind;
    f.run(segment(1, record(0xd2, behind.u32(region.ref).u64(44))));
    CHECK(f.declines(DeclineReason::BadField) == 1);
}
