#include "exec_fixture.h"

using namespace pvgtest;
using pvg::Counter;
using pvg::DeclineReason;

namespace {

Bytes setPipeline(uint32_t ref) {
    Bytes p;
    return record(0x74, p.u32(ref));
}
Bytes draw(uint16_t start, uint16_t count, uint32_t primitive = 3) {
    Bytes p;
    return record(0x01, p.u32(primitive).u16(start).u16(count));
}
Bytes drawIndexed(uint32_t buffer, uint16_t count, uint16_t offset, uint16_t indexType = 0) {
    Bytes p;
    return record(0x07, p.u16(3).u16(indexType).u32(buffer).u16(count).u16(offset));
}
Bytes setBuffers(uint32_t opcode, uint32_t first, const std::vector<std::pair<uint32_t, uint64_t>>& entries) {
    Bytes p;
    p.u32(first).u32(entries.size());
    for (const auto& [ref, offset] : entries) p.u32(ref).u64(offset);
    return record(opcode, p);
}
Bytes setRefs(uint32_t opcode, uint32_t first, const std::vector<uint32_t>& refs) {
    Bytes p;
    p.u32(first).u32(refs.size());
    for (const uint32_t ref : refs) p.u32(ref);
    return record(opcode, p);
}
Bytes join(std::initializer_list<Bytes> parts) {
    Bytes out;
    for (const Bytes& part : parts) out.append(part);
    return out;
}

struct RenderFixture : ExecFixture {
    Thing target = texture({.width = 4, .height = 4}, 16);
    uint32_t pipeline = renderPipeline();
    Bytes pass = passRecord({.texture = target.ref});
};

} // namespace

TEST_CASE("a pass that only clears clears, with any store action") {
    RenderFixture f;
    for (const uint32_t store : {0U, 1U}) {
        f.run(segment(0, passRecord({.texture = f.target.ref, .store = store, .clear = {1, 0, store == 0 ? 1.0 : 0.0, 1}})));
        CHECK(f.guest.read32(kTask, f.target.va + 60) == (store == 0 ? 0xffff00ffU : 0xffff0000U));
    }
    CHECK(f.counters.get(Counter::Passes) == 2);
    CHECK(f.backend.textureUploads == 0); // all of it is overwritten
}

TEST_CASE("a pass that loads uploads first") {
    RenderFixture f;
    f.run(segment(0, join({passRecord({.texture = f.target.ref, .load = 1}), setPipeline(f.pipeline), draw(0, 3)})));
    CHECK(f.backend.textureUploads == 1);
    CHECK(f.backend.draws == 1);
    CHECK(f.counters.get(Counter::Draws) == 1);
}

TEST_CASE("a clear smaller than its attachment keeps what lies around it") {
    RenderFixture f;
    f.run(segment(0, passRecord({.texture = f.target.ref, .width = 2, .height = 2})));
    CHECK(f.backend.textureUploads == 1);
}

TEST_CASE("draws that cannot run are declined by name") {
    RenderFixture f;
    SUBCASE("no pipeline") {
        f.run(segment(0, join({f.pass, draw(0, 3)})));
        CHECK(f.declines(DeclineReason::MissingPipeline) == 1);
    }
    SUBCASE("pipeline 0 takes the pipeline away") {
        f.run(segment(0, join({f.pass, setPipeline(f.pipeline), setPipeline(0), draw(0, 3)})));
        CHECK(f.declines(DeclineReason::MissingPipeline) == 1);
    }
    SUBCASE("formats differ") {
        const uint32_t other = f.renderPipeline(70);
        f.run(segment(0, join({f.pass, setPipeline(other), draw(0, 3)})));
        CHECK(f.declines(DeclineReason::MissingAttachment) == 1);
    }
    SUBCASE("attachment does not resolve") {
        f.run(segment(0, join({passRecord({.texture = 900}), setPipeline(f.pipeline), draw(0, 3), draw(0, 3)})));
        CHECK(f.declines(DeclineReason::UnresolvedRef) == 1);
        CHECK(f.declines(DeclineReason::MissingAttachment) == 1);
    }
    SUBCASE("no pass record") {
        f.run(segment(0, join({setPipeline(f.pipeline), draw(0, 3)})));
        CHECK(f.declines(DeclineReason::MissingEncoder) == 1);
    }
    SUBCASE("index buffer too short") {
        const auto indices = f.buffer(16);
        f.run(segment(0, join({f.pass, setPipeline(f.pipeline), drawIndexed(indices.ref, 9, 0), drawIndexed(indices.ref, 3, 12)})));
        CHECK(f.declines(DeclineReason::BadField) == 2);
    }
    SUBCASE("index buffer missing: never a draw without indices") {
        f.run(segment(0, join({f.pass, setPipeline(f.pipeline), drawIndexed(900, 3, 0)})));
        CHECK(f.declines(DeclineReason::UnresolvedRef) == 1);
    }
    SUBCASE("pipeline never becomes ready") {
        f.backend.pipelineState = pvg::PipelineState::Pending;
        f.run(segment(0, join({f.pass, setPipeline(f.pipeline), draw(0, 3)})));
        CHECK(f.declines(DeclineReason::ShaderLate) == 1);
    }
    SUBCASE("pipeline failed") {
        f.backend.pipelineState = pvg::PipelineState::Failed;
        f.run(segment(0, join({f.pass, setPipeline(f.pipeline), draw(0, 3)})));
        CHECK(f.declines(DeclineReason::ShaderDeclined) == 1);
    }
    SUBCASE("a second pass record behind a draw") {
        f.run(segment(0, join({f.pass, setPipeline(f.pipeline), draw(0, 3), f.pass})));
        CHECK(f.declines(DeclineReason::BadField) == 1);
        CHECK(f.backend.draws == 1);
        return;
    }
    CHECK(f.backend.draws == 0);
}

TEST_CASE("empty draws are accepted and draw nothing") {
    RenderFixture f;
    f.run(segment(0, join({f.pass, setPipeline(f.pipeline), draw(0, 0)})));
    CHECK(f.backend.draws == 0);
    CHECK(f.counters.declineTotal() == 0);
}

TEST_CASE("a second pass record replaces the first while nothing was drawn") {
    RenderFixture f;
    f.run(segment(0, join({passRecord({.texture = 900}), f.pass})));
    CHECK(f.counters.declineTotal() == 0);
    CHECK(f.counters.get(Counter::Passes) == 1);
}

TEST_CASE("state and pass go on in a continued segment, also across command buffers, and end otherwise") {
    RenderFixture f;
    const Bytes first = segment(0, join({f.pass, setPipeline(f.pipeline), draw(0, 3)}));
    SUBCASE("same command buffer") {
        f.run(Bytes(first).append(segment(0, draw(3, 3), true)));
        CHECK(f.backend.draws == 2);
        CHECK(f.backend.passes == 1);
    }
    SUBCASE("next command buffer") {
        f.run({first, segment(0, draw(3, 3), true)});
        CHECK(f.backend.draws == 2);
        CHECK(f.backend.passes == 1);
    }
    SUBCASE("a protection envelope stands between") {
        Bytes options;
        f.run({first, segment(5, options.u64(1)), segment(0, draw(3, 3), true)});
        CHECK(f.backend.draws == 2);
    }
    SUBCASE("not continued: nothing is bound any more") {
        f.run(Bytes(first).append(segment(0, join({f.pass, draw(3, 3)}))));
        CHECK(f.backend.draws == 1);
        CHECK(f.declines(DeclineReason::MissingPipeline) == 1);
    }
    SUBCASE("never across packets") {
        f.run(first);
        f.run(segment(0, draw(3, 3), true));
        CHECK(f.declines(DeclineReason::BadSegment) == 1);
    }
    SUBCASE("type mismatch") {
        f.run(Bytes(first).append(segment(2, Bytes(), true)));
        CHECK(f.declines(DeclineReason::BadSegment) == 1);
    }
}

TEST_CASE("only what the pipeline touches is resolved and uploaded") {
    RenderFixture f;
    const auto used = f.buffer(4096), unused = f.buffer(4096);
    f.guest.fill(kTask, used.va, 4096, 1);
    f.guest.fill(kTask, unused.va, 4096, 1);
    f.backend.renderUsage = [](const pvg::RenderPipelineRequest&) {
        pvg::RenderPipelineUsage usage;
        usage.vertexFetchBuffers = 1;
        return usage;
    };
    std::vector<uint64_t> offsets;
    f.backend.onDraw = [&](const pvg::RenderState& state, const pvg::DrawCall&) {
        offsets.push_back(state.vertex.buffers[0].offset);
        CHECK(!state.vertex.buffers[1].buffer);
        CHECK(!state.fragment.textures[0]);
    };
    Bytes offset;
    f.run(segment(0, join({f.pass, setPipeline(f.pipeline), setBuffers(0x7d, 0, {{used.ref, 512}, {unused.ref, 0}}),
                           setRefs(0x72, 0, {900}), draw(0, 3), record(0x7e, offset.u32(0).u64(256)), draw(0, 3)})));
    CHECK(offsets == std::vector<uint64_t>{512, 256});
    CHECK(f.counters.get(Counter::BytesUploaded) == 4096 - 256);
    CHECK(f.counters.declineTotal() == 0);
}

TEST_CASE("a bound ref that does not resolve is declined once and reads as unbound") {
    RenderFixture f;
    f.run(segment(0, join({f.pass, setPipeline(f.pipeline), setRefs(0x72, 3, {900}), draw(0, 3), draw(0, 3)})));
    CHECK(f.backend.draws == 2);
    CHECK(f.declines(DeclineReason::UnresolvedRef) == 1);
}

TEST_CASE("a slot that is filled later is found at the next use") {
    RenderFixture f;
    const Bytes chunk = segment(0, join({f.pass, setPipeline(800), draw(0, 3)}));
    f.run(chunk);
    CHECK(f.backend.draws == 0);
    f.guest.setSlot(kTask, 800, 7, renderPipelineDescriptor(f.function(), f.function(), 80));
    f.run(chunk);
    CHECK(f.backend.draws == 1);
}

TEST_CASE("buffers a shader writes land before the stamp") {
    RenderFixture f;
    const auto out = f.buffer(64);
    f.backend.renderUsage = [](const pvg::RenderPipelineRequest&) {
        pvg::RenderPipelineUsage usage;
        usage.fragment.buffersWritten = 1U << 2;
        return usage;
    };
    f.backend.onDraw = [&](const pvg::RenderState& state, const pvg::DrawCall&) {
        (*f.backend.bufferBytes(state.fragment.buffers[2].buffer))[20] = std::byte(0x42);
    };
    f.run(segment(0, join({f.pass, setPipeline(f.pipeline), setBuffers(0x6e, 2, {{out.ref, 16}}), draw(0, 3)})));
    CHECK(uint8_t(f.guest.read(kTask, out.va + 20, 1)[0]) == 0x42);
    CHECK(f.counters.get(Counter::BytesWrittenBack) == 64 + 1); // the shared target, and one byte
    CHECK(f.backend.barriers > 0);
}

TEST_CASE("store actions sent after the pass record count from its beginning") {
    RenderFixture f;
    Bytes action;
    f.run(segment(0, join({passRecord({.texture = f.target.ref, .store = 4}), setPipeline(f.pipeline), draw(0, 3), record(0x66, action.u32(1).u32(0))})));
    CHECK(f.backend.lastPass.colors[0].store == pvg::mtl::StoreAction::Store);
}

TEST_CASE("indirect draws read their arguments when they run") {
    RenderFixture f;
    const auto arguments = f.buffer(64), source = f.buffer(64);
    Bytes values;
    f.guest.write(kTask, source.va, values.u32(6).u32(2).u32(1).u32(5));
    Bytes copy, indirect;
    pvg::DrawCall seen;
    f.backend.onDraw = [&](const pvg::RenderState&, const pvg::DrawCall& call) { seen = call; };
    // The arguments are written by the GPU in the same packet.
    f.run({segment(2, record(0x12d, copy.u32(source.ref).u32(arguments.ref).u64(0).u64(32).u64(16))),
           segment(0, join({f.pass, setPipeline(f.pipeline), record(0x10, indirect.u64(32).u32(arguments.ref).u16(3).u16(0xcccc))}))});
    CHECK(seen.count == 6);
    CHECK(seen.instances == 2);
    CHECK(seen.start == 1);
    CHECK(seen.baseInstance == 5);
}

TEST_CASE("draws that would hold the channel or do not fit OpenGL's numbers are declined") {
    RenderFixture f;
    const auto wide = [&](uint64_t start, uint64_t count, uint64_t instances) {
        Bytes p;
        f.run(segment(0, join({f.pass, setPipeline(f.pipeline), record(0x02, p.u64(start).u64(count).u64(instances).u16(3).u16(0))})));
    };
    constexpr uint64_t kMost = uint64_t(1) << 26;
    wide(0, kMost, 1);
    wide(0, 1, kMost);
    wide(0x7fffffff, 3, 1);
    wide(0, 0, ~uint64_t(0)); // nothing is drawn, hence nothing is wrong (decisions.md 27)
    CHECK(f.backend.draws == 3);
    CHECK(f.declines(DeclineReason::LimitExceeded) == 0);
    wide(0, kMost + 1, 1);
    wide(0, kMost / 2 + 1, 2);
    wide(0, uint64_t(1) << 32, uint64_t(1) << 32);
    wide(uint64_t(1) << 31, 3, 1);
    CHECK(f.backend.draws == 3);
    CHECK(f.declines(DeclineReason::LimitExceeded) == 4);
}

TEST_CASE("records of an unknown opcode, of another encoder and of features not built are declined with their names") {
    RenderFixture f;
    Bytes commands;
    commands.zeros(20);
    f.run(segment(0, join({f.pass, record(0x777, Bytes()), record(0x132, Bytes().zeros(24)), record(0x15, commands), setPipeline(f.pipeline), draw(0, 3)})));
    CHECK(f.declines(DeclineReason::UnknownOpcode) == 1);
    CHECK(f.declines(DeclineReason::MissingEncoder) == 1);
    CHECK(f.declines(DeclineReason::NotImplemented) == 1);
    for (const auto& row : f.counters.declines())
        if (row.reason == DeclineReason::NotImplemented) CHECK(std::string(row.command) == "executeCommandsInBuffer:withRange:");
    CHECK(f.backend.draws == 1);
}

TEST_CASE("executed commands are counted by name") {
    RenderFixture f;
    f.run(segment(0, join({f.pass, setPipeline(f.pipeline), draw(0, 3), draw(0, 3)})));
    uint64_t draws = 0;
    for (const auto& row : f.counters.commands())
        if (row.name == "drawPrimitives") draws = row.count;
    CHECK(draws == 2);
}

TEST_CASE("rendering goes to the level and slice a view names") {
    ExecFixture f;
    const uint64_t va = f.guest.allocate(kTask, 4096);
    const TextureShape shape{.type = 3, .width = 8, .height = 8, .mips = 2, .array = 2};
    // Slices of a level follow each other: level 0 has 2 x 8 rows of 32 bytes, level 1 has 2 x 4 rows of 16.
    const uint32_t root = f.object(2, textureDescriptor(4096, va, shape, {{0, 512, 32, 8, 8}, {512, 128, 16, 4, 4}}));
    const uint32_t inner = f.object(8, viewDescriptor(root, 0, 3, {1, 1, 0, 2}));
    const uint32_t view = f.object(8, viewDescriptor(inner, 0, 2, {0, 1, 1, 1}));
    f.run(segment(0, passRecord({.texture = view, .clear = {1, 1, 1, 1}})));
    CHECK(f.guest.read32(kTask, va + 512 + 64) == 0xffffffff);
    CHECK(f.guest.read32(kTask, va + 512 + 127 - 3) == 0xffffffff);
    CHECK(f.guest.read32(kTask, va + 512) == 0);
    CHECK(f.guest.read32(kTask, va) == 0);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("a view that is its own base ends") {
    ExecFixture f;
    const uint32_t a = f.nextRef, b = f.nextRef + 1;
    f.object(8, viewDescriptor(b, 0, 2, {0, 1, 0, 1}));
    f.object(8, viewDescriptor(a, 0, 2, {0, 1, 0, 1}));
    f.run(segment(0, passRecord({.texture = a})));
    CHECK(f.declines(DeclineReason::BadDescriptor) == 1);
}
