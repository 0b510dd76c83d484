// Objects that are deleted, re-used and re-defined while work names them (device.md 6.2, 6.3; decisions.md 1 to 4, 23 to 25, 31).
#include "exec_fixture.h"
#include "exec_records.h"

using namespace pvgtest;
using pvg::DeclineReason;
using pvg::ObjectRef;
using pvg::PipelineState;
using pvg::TaskId;

namespace {

constexpr uint32_t kDeleteFunction = 0x3ed, kDeleteRenderPipeline = 0x3ef;

// A render pipeline whose vertex descriptor has two elements for buffer 0, of 16 and of 24 bytes.
Bytes conflictingPipeline(uint32_t function) {
    const auto property = [](Bytes& to, uint8_t tag, uint32_t value) { to.u8(tag).u8(4).u32(value); };
    Bytes attribute, first, second, vertex, list;
    property(attribute.u8(2), 0, 0);
    property(attribute, 1, 30);
    property(first.u8(2), 0, 0);
    property(first, 3, 16);
    property(second.u8(2), 0, 0);
    property(second, 3, 24);
    const uint32_t attributesSize = 8 + attribute.size();
    property(vertex.u8(2), 0, 13);
    property(vertex, 1, 13 + attributesSize);
    vertex.u32(1).u32(8).append(attribute);
    vertex.u32(2).u32(12).u32(12 + first.size()).append(first).append(second);
    property(list.u8(2), 3, 13);
    property(list, 1, function);
    list.append(vertex);
    const size_t payload = list.size();
    while (list.size() % 4 != 0) list.u8(0);
    return Bytes().u32(0x0e).u32(16 + list.size()).u32(0).u32(payload).append(list);
}

// A library's header as far as its function list, which says `count`.
uint32_t libraryFunction(ExecFixture& f, uint32_t count) {
    Bytes blob;
    blob.zeros(128).at<uint32_t>(0, 0x424c544d).at<uint64_t>(0x18, 96).at<uint32_t>(96, count);
    const uint64_t va = f.guest.allocate(kTask, blob.size());
    f.guest.write(kTask, va, blob);
    return f.object(6, functionDescriptor(va, blob.size()));
}

Bytes drawWith(uint32_t target, uint32_t pipeline) {
    return segment(0, passRecord({.texture = target}).append(record(0x74, Bytes().u32(pipeline))).append(draw()));
}

} // namespace

TEST_CASE("layouts of one buffer that differ are counted when their pipeline is made, and the pipeline draws") {
    ExecFixture f;
    const auto target = f.texture({.width = 4, .height = 4, .usage = 5}, 16);
    const uint32_t pipeline = f.object(7, conflictingPipeline(f.function()));
    for (int i = 0; i < 2; ++i) f.run(drawWith(target.ref, pipeline));
    CHECK(f.declines(DeclineReason::ConflictingLayouts) == 1);
    CHECK(f.firstDecline().find("newRenderPipelineState") != std::string::npos);
    CHECK(f.backend.draws == 2);
    f.run(drawWith(target.ref, f.renderPipeline()));
    CHECK(f.declines(DeclineReason::ConflictingLayouts) == 1);
}

TEST_CASE("a library of several functions is counted, one of a single function is not (decisions.md 25)") {
    ExecFixture f;
    for (const auto& [count, declines] : {std::pair{1U, 0U}, {3U, 1U}, {0U, 0U}}) {
        const uint32_t before = uint32_t(f.declines(DeclineReason::SeveralFunctions));
        f.run(segment(1, record(0xd0, Bytes().u32(f.object(7, computePipelineDescriptor(libraryFunction(f, count)))))));
        CHECK(f.declines(DeclineReason::SeveralFunctions) - before == declines);
    }
    CHECK(f.firstDecline().find("3 functions") != std::string::npos);
}

TEST_CASE("a function list outside its library is no count") {
    ExecFixture f;
    Bytes blob;
    blob.zeros(64).at<uint32_t>(0, 0x424c544d).at<uint64_t>(0x18, ~uint64_t{1});
    const uint64_t va = f.guest.allocate(kTask, blob.size());
    f.guest.write(kTask, va, blob);
    f.run(segment(1, record(0xd0, Bytes().u32(f.object(7, computePipelineDescriptor(f.object(6, functionDescriptor(va, blob.size()))))))));
    CHECK(f.declines(DeclineReason::SeveralFunctions) == 0);
}

TEST_CASE("objects deleted while the packet that names them is held: it ends with declines, and its stamp can go out") {
    ExecFixture f;
    f.backend.pipelineState = PipelineState::Pending;
    const auto target = f.texture({.width = 4, .height = 4, .usage = 5}, 16);
    const uint32_t function = f.function();
    const uint32_t pipeline = f.object(7, renderPipelineDescriptor(function, function, 80));
    const auto work = f.executor.accept(f.packet({drawWith(target.ref, pipeline)}), pvg::Epoch{0});
    REQUIRE(!f.executor.prepare(*work));
    const auto remove = [&](uint32_t ref) { f.guest.clearSlot(kTask, ref); };
    SUBCASE("its function, which was copied") {
        f.executor.deleteObject(TaskId{kTask}, kDeleteFunction, ObjectRef{function});
        remove(function);
        f.executor.execute(*work, true);
        CHECK(f.declines(DeclineReason::ShaderLate) == 1);
    }
    SUBCASE("its pipeline") {
        remove(pipeline);
        f.executor.deleteObject(TaskId{kTask}, kDeleteRenderPipeline, ObjectRef{pipeline});
        CHECK(f.executor.prepare(*work));
        f.executor.execute(*work, false);
        CHECK(f.declines(DeclineReason::UnresolvedRef) == 1);
    }
    SUBCASE("its target") {
        remove(target.ref);
        f.executor.deleteResource(TaskId{kTask}, ObjectRef{target.ref});
        f.executor.execute(*work, true);
        CHECK(f.counters.declineTotal() >= 1);
    }
    SUBCASE("its task") {
        f.executor.deleteTask(TaskId{kTask});
        REQUIRE(f.tasks.remove(TaskId{kTask}));
        CHECK(f.executor.prepare(*work));
        f.executor.execute(*work, false);
        CHECK(f.declines(DeclineReason::UnknownTask) >= 1);
    }
    CHECK(f.backend.draws == 0);
}

TEST_CASE("a draw whose shader came too late names what it left stale (decisions.md 31b)") {
    ExecFixture f;
    f.backend.pipelineState = PipelineState::Pending;
    (void)f.surface(7, 4, 4, 16);
    const uint32_t view = f.object(5, surfaceTextureDescriptor(7, {.width = 4, .height = 4}));
    const uint32_t pipeline = f.renderPipeline();
    f.run(drawWith(view, pipeline));
    const std::string sentence = f.firstDecline();
    CHECK(f.declines(DeclineReason::ShaderLate) == 1);
    CHECK(sentence.find("texture " + std::to_string(view) + " of surface 7") != std::string::npos);
}

TEST_CASE("a ref deleted and used again at once is what its slot says now, whatever type it had") {
    ExecFixture f;
    const auto out = f.buffer(64);
    const uint32_t ref = f.nextRef++;
    const uint64_t va = f.guest.allocate(kTask, 64);
    f.guest.setSlot(kTask, ref, 1, bufferDescriptor(64, va));
    f.run(segment(2, fillBuffer(ref, 64, 0x31)));
    f.executor.deleteResource(TaskId{kTask}, ObjectRef{ref});
    f.guest.setSlot(kTask, ref, 2, textureDescriptor(64, va, {.width = 4, .height = 4}, {{0, 64, 16, 4, 4, 1}}));
    f.run(segment(2, readTexture(ref, out.ref, 4, 16)));
    CHECK(f.guest.read32(kTask, out.va) == 0x31313131);
    f.executor.deleteObject(TaskId{kTask}, 0x3e9, ObjectRef{ref});
    f.guest.setSlot(kTask, ref, 7, computePipelineDescriptor(f.function()));
    f.run(segment(1, record(0xd0, Bytes().u32(ref)).append(record(0xc8, Bytes().u64(1).u64(1).u64(1).u64(1).u64(1).u64(1)))));
    CHECK(f.backend.dispatches == 1);
    CHECK(f.backend.liveTextures() == 0);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("a surface under deletion: its write-back never lands, by 0x36 or 0x25") {
    ExecFixture f;
    const auto surface = f.surface(7, 4, 4, 16);
    const uint32_t view = f.object(5, surfaceTextureDescriptor(7, {.width = 4, .height = 4}));
    f.run(segment(0, clearToBlue(view)));
    f.backend.holdCompletion = true;
    const std::vector refs{ObjectRef{7}};
    const auto token = f.executor.synchronize(TaskId{0}, refs, pvg::Epoch{0});
    f.guest.clearSlot(0, 7);
    SUBCASE("0x36") { f.executor.deleteSurface(TaskId{0}, ObjectRef{7}); }
    SUBCASE("0x25") { f.executor.deleteResource(TaskId{0}, ObjectRef{7}); }
    REQUIRE(f.backend.wait(token, 0));
    CHECK(f.guest.read32(0, surface.va) == 0);
}

TEST_CASE("a re-defined task has no host object and no event of its former life, and its list still counts (decisions.md 4)") {
    ExecFixture f;
    const auto buffer = f.buffer(64);
    const auto signal = [](uint32_t opcode) { return segment(3, record(opcode, Bytes().u32(5).u64(10))); };
    f.run({segment(2, fillBuffer(buffer.ref, 64, 0x21)), signal(0x191), signal(0x190)});
    CHECK(f.firstDecline() == "");
    f.executor.deleteTask(TaskId{kTask});
    CHECK(f.backend.liveBuffers() == 0);
    f.run(signal(0x190));
    CHECK(f.declines(DeclineReason::NotImplemented) == 1);
    f.run(segment(2, fillBuffer(buffer.ref, 64, 0x22)));
    CHECK(f.guest.read32(kTask, buffer.va) == 0x22222222);
}

TEST_CASE("more samples than are advertised are declined (decisions.md 23)") {
    ExecFixture f;
    const auto texture = f.texture({.type = 4, .width = 4, .height = 4, .samples = 8, .usage = 4}, 16);
    f.run(segment(0, clearToBlue(texture.ref)));
    CHECK(f.declines(DeclineReason::LimitExceeded) == 1);
}

TEST_CASE("a reply ref that is no object but counts a command buffer goes into that one (stream.md 7)") {
    ExecFixture f;
    Bytes scratch;
    const pvg::ExecPacket empty = f.packet({scratch.zeros(64)});
    const auto query = [](uint32_t reply, uint64_t offset) { return segment(4, record(0x1c2, Bytes().u32(900).u32(reply).u64(offset))); };
    pvg::ExecPacket packet = f.packet({query(1, 8), Bytes(scratch), query(1, 37), query(2, 0).append(query(9, 0))});
    // The second buffer is the scratch, which decodes as nothing.
    packet.chunks[1] = empty.chunks[0];
    const auto work = f.executor.accept(packet, pvg::Epoch{0});
    f.executor.prepare(*work);
    f.executor.execute(*work, false);
    CHECK(f.guest.read32(kTask, empty.chunks[0].address.value + 8) == 1024);
    CHECK(f.guest.read32(kTask, empty.chunks[0].address.value + 36) == 0);
    CHECK(f.declines(DeclineReason::BadField) == 1);      // 28 bytes at 37 of 64
    CHECK(f.declines(DeclineReason::UnresolvedRef) == 1); // buffer 9 of 4
}
