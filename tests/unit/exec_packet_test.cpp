#include "exec_fixture.h"

using namespace pvgtest;
using pvg::Counter;
using pvg::DeclineReason;

namespace {

Bytes fill(uint32_t buffer, uint64_t length, uint8_t value) {
    Bytes p;
    return record(0x132, p.u32(buffer).u64(0).u64(length).u8(value).u8(0).u8(0).u8(0));
}
Bytes query(uint32_t opcode, uint32_t object, uint32_t reply, uint64_t offset) {
    Bytes p;
    return record(opcode, p.u32(object).u32(reply).u64(offset));
}
Bytes dispatch(uint64_t x, uint64_t y, uint64_t z, uint64_t threads) {
    Bytes p;
    return record(0xc8, p.u64(x).u64(y).u64(z).u64(threads).u64(1).u64(1));
}

} // namespace

TEST_CASE("one missing page refuses the packet: resource table applied, nothing run") {
    ExecFixture f;
    const auto b = f.buffer(64);
    const auto texture = f.texture({.width = 4, .height = 4}, 16);
    Bytes p;
    p.u32(texture.ref).u32(b.ref).u64(0).u64(0).u64(0).u64(4).u64(4).u64(1).u64(0).u64(16).u64(64).u16(0).u16(0).u16(0).u16(0);
    const Bytes readBack = segment(2, record(0x12e, p));
    f.run(readBack);
    f.guest.fill(kTask, texture.va, 64, 5);
    pvg::ExecPacket packet = f.packet({segment(2, fill(b.ref, 64, 1)), segment(2, fill(b.ref, 64, 2))}, {ExecFixture::cpuWrote(texture.ref)});
    f.guest.unmap(kTask, packet.chunks[1].address.value, 1);
    const auto work = f.executor.accept(packet, pvg::Epoch{0});
    CHECK(f.executor.prepare(*work));
    CHECK(f.executor.execute(*work, false) == 0);
    CHECK(f.declines(DeclineReason::UnmappedPage) == 1);
    CHECK(f.guest.read32(kTask, b.va) == 0);
    f.run(readBack);
    CHECK(f.guest.read32(kTask, b.va) == 0x05050505);
}

TEST_CASE("the packet runs from a private copy: the guest may change its buffers afterwards") {
    ExecFixture f;
    const auto b = f.buffer(64);
    const pvg::ExecPacket packet = f.packet({segment(2, fill(b.ref, 64, 0x21))});
    const auto work = f.executor.accept(packet, pvg::Epoch{0});
    f.guest.fill(kTask, packet.chunks[0].address.value, packet.chunks[0].length, 0xff);
    f.executor.prepare(*work);
    f.executor.execute(*work, false);
    f.backend.poll();
    CHECK(f.guest.read32(kTask, b.va) == 0x21212121);
    CHECK(f.counters.get(Counter::BytesGathered) == packet.chunks[0].length);
}

TEST_CASE("packets beyond the caps and of unknown tasks are refused") {
    ExecFixture f;
    SUBCASE("chunk") {
        f.executor.execute(*f.executor.accept({pvg::TaskId{kTask}, {}, {{pvg::GuestVirt{0x100000}, (uint64_t(64) << 20) + 1}}}, pvg::Epoch{0}), false);
        CHECK(f.declines(DeclineReason::LimitExceeded) == 1);
    }
    SUBCASE("task") {
        f.executor.execute(*f.executor.accept({pvg::TaskId{77}, {}, {}}, pvg::Epoch{0}), false);
        CHECK(f.declines(DeclineReason::UnknownTask) == 1);
    }
}

TEST_CASE("a bad record ends its segment only, a bad segment its command buffer only") {
    ExecFixture f;
    const auto a = f.buffer(64), b = f.buffer(64), c = f.buffer(64);
    Bytes bad;
    bad.append(fill(a.ref, 64, 1)).u32(0x132).u32(6).append(fill(b.ref, 64, 1));
    Bytes chunk = segment(2, bad);
    chunk.append(segment(2, fill(b.ref, 64, 2)));
    Bytes broken;
    broken.u32(4000).u32(2);
    f.run({chunk.append(broken), segment(2, fill(c.ref, 64, 3))});
    CHECK(f.guest.read32(kTask, a.va) == 0x01010101);
    CHECK(f.guest.read32(kTask, b.va) == 0x02020202);
    CHECK(f.guest.read32(kTask, c.va) == 0x03030303);
    CHECK(f.declines(DeclineReason::BadRecord) == 1);
    CHECK(f.declines(DeclineReason::BadSegment) == 1);
}

TEST_CASE("prepare waits for the pipelines a packet names") {
    ExecFixture f;
    f.backend.pipelineState = pvg::PipelineState::Pending;
    Bytes p;
    const auto work = f.executor.accept(f.packet({segment(1, record(0xd0, p.u32(f.computePipeline())))}), pvg::Epoch{0});
    CHECK(!f.executor.prepare(*work));
    CHECK(!f.executor.prepare(*work));
    f.backend.pipelineState = pvg::PipelineState::Ready;
    const auto other = f.executor.accept(f.packet({segment(1, record(0xd0, Bytes().u32(f.computePipeline())))}), pvg::Epoch{0});
    CHECK(f.executor.prepare(*other));
}

TEST_CASE("functions are copied when their pipeline is first named and may be deleted then") {
    ExecFixture f;
    const uint32_t function = f.function();
    const uint32_t pipeline = f.object(7, computePipelineDescriptor(function));
    const Bytes chunk = segment(1, record(0xd0, Bytes().u32(pipeline)).append(dispatch(1, 1, 1, 1)));
    const auto work = f.executor.accept(f.packet({chunk}), pvg::Epoch{0});
    CHECK(f.executor.prepare(*work));
    f.executor.deleteObject(pvg::TaskId{kTask}, 0x3ed, pvg::ObjectRef{function});
    f.guest.clearSlot(kTask, function);
    f.executor.execute(*work, false);
    CHECK(f.backend.dispatches == 1);
    CHECK(f.counters.declineTotal() == 0);
}

TEST_CASE("dispatches: zero is legal, too many threads are not, what a kernel writes lands") {
    ExecFixture f;
    const auto b = f.buffer(256);
    const Bytes start = record(0xd0, Bytes().u32(f.computePipeline())).append(record(0xcb, Bytes().u32(1).u32(1).u32(b.ref).u64(64)));
    f.backend.computeUsage = [](const pvg::ComputePipelineRequest&) {
        pvg::ComputePipelineUsage usage;
        usage.kernel.buffersWritten = 2;
        return usage;
    };
    f.backend.onDispatch = [&](const pvg::ComputeState& state, const pvg::Dispatch& call) {
        const auto& binding = state.bindings.buffers[1];
        for (uint64_t i = 0; i < call.grid[0]; ++i) (*f.backend.bufferBytes(binding.buffer))[binding.offset + i] = std::byte(i + 1);
    };
    f.run(segment(1, Bytes(start).append(dispatch(0, 1, 1, 1)).append(dispatch(1, 1, 1, 2000)).append(dispatch(8, 1, 1, 4))));
    CHECK(f.backend.dispatches == 1);
    CHECK(f.declines(DeclineReason::LimitExceeded) == 1);
    CHECK(f.guest.read32(kTask, b.va + 64) == 0x04030201);
    CHECK(f.guest.read32(kTask, b.va + 60) == 0);
}

TEST_CASE("info queries are answered with their exact sizes") {
    ExecFixture f;
    const auto reply = f.buffer(4096);
    f.guest.fill(kTask, reply.va, 4096, 0xee);
    const auto object = f.buffer(512);
    const auto untouched = [&](uint64_t from, uint64_t to) {
        for (uint64_t i = from; i < to; ++i)
            if (f.guest.read(kTask, reply.va + i, 1)[0] != std::byte(0xee)) return false;
        return true;
    };
    SUBCASE("compute pipeline, also when the ref is nothing") {
        f.run(segment(4, query(0x1c2, f.computePipeline(), reply.ref, 0).append(query(0x1c2, 900, reply.ref, 64))));
        for (const uint64_t at : {0, 64}) {
            CHECK(f.guest.read32(kTask, reply.va + at) == 1024);
            CHECK(f.guest.read32(kTask, reply.va + at + 8) == 32);
            CHECK(f.guest.read32(kTask, reply.va + at + 24) == 0);
            CHECK(untouched(at + 28, at + 64));
        }
    }
    SUBCASE("render pipeline") {
        f.run(segment(4, query(0x1c9, 900, reply.ref, 4)));
        CHECK(untouched(0, 4));
        CHECK(f.guest.read32(kTask, reply.va + 12) == 0);
        CHECK(untouched(16, 64));
    }
    SUBCASE("buffer address: 8 bytes") {
        f.run(segment(4, query(0x1cd, object.ref, reply.ref, 0)));
        CHECK(f.guest.read32(kTask, reply.va) == uint32_t(object.va));
        CHECK(untouched(8, 64));
    }
    SUBCASE("texture and sampler ids: 16 bytes") {
        f.run(segment(4, query(0x1ce, object.ref, reply.ref, 0).append(query(0x1d0, object.ref, reply.ref, 32))));
        CHECK(f.guest.read32(kTask, reply.va + 8) == object.ref);
        CHECK(untouched(16, 32));
        CHECK(untouched(48, 64));
    }
    SUBCASE("heap texture: RGBA32Float 180 x 135 needs its bytes at least") {
        Bytes p;
        p.append(textureBody({.format = 125, .width = 180, .height = 135})).u32(reply.ref).u64(0);
        f.run(segment(4, record(0x1c3, p)));
        CHECK(f.guest.read32(kTask, reply.va) >= 180 * 135 * 16);
        const uint32_t align = f.guest.read32(kTask, reply.va + 8);
        CHECK((align != 0 && (align & (align - 1)) == 0));
        CHECK(untouched(16, 64));
    }
    SUBCASE("a reply that would leave its buffer is not written") {
        f.run(segment(4, query(0x1c2, 900, reply.ref, 4096 - 27)));
        CHECK(f.declines(DeclineReason::BadField) == 1);
        CHECK(untouched(0, 4096));
        return;
    }
    CHECK(f.firstDecline() == "");
}

TEST_CASE("a reply is seen by GPU work of the same packet") {
    ExecFixture f;
    const auto reply = f.buffer(64), out = f.buffer(64);
    Bytes copy;
    copy.u32(reply.ref).u32(out.ref).u64(0).u64(0).u64(64);
    const Bytes copyRecord = record(0x12d, copy);
    f.run({segment(2, copyRecord), segment(4, query(0x1c2, 900, reply.ref, 0)), segment(2, copyRecord)});
    CHECK(f.guest.read32(kTask, out.va) == 1024);
}

TEST_CASE("events are monotonic and never block") {
    ExecFixture f;
    const auto event = [](uint32_t opcode, uint32_t ref, uint64_t value) { return record(opcode, Bytes().u32(ref).u64(value)); };
    f.run(segment(3, event(0x191, 5, 10).append(event(0x191, 5, 4)).append(event(0x190, 5, 10))));
    CHECK(f.counters.declineTotal() == 0);
    f.run(segment(3, event(0x190, 5, 11)));
    CHECK(f.counters.declineTotal() == 1);
}

TEST_CASE("whole-slice copies are clipped to what exists and stay on the GPU") {
    ExecFixture f;
    const auto a = f.texture({.width = 4, .height = 4}, 16), b = f.texture({.width = 4, .height = 4}, 64);
    f.guest.fill(kTask, a.va, 64, 0x3c);
    Bytes p;
    f.run(segment(2, record(0x13e, p.u32(a.ref).u32(b.ref).u16(0).u16(0).u16(0).u16(0).u16(9).u16(9))));
    CHECK(f.guest.read32(kTask, b.va + 3 * 64 + 12) == 0x3c3c3c3c);
    CHECK(f.guest.read32(kTask, b.va + 16) == 0);
    CHECK(f.counters.get(Counter::Blits) == 1);
    CHECK(f.counters.declineTotal() == 0);
}

TEST_CASE("mip levels below the first are generated and land") {
    ExecFixture f;
    const uint64_t va = f.guest.allocate(kTask, 4096);
    const uint32_t texture = f.object(2, textureDescriptor(4096, va, {.width = 4, .height = 4, .mips = 3}, {{0, 64, 16, 4, 4}, {64, 16, 8, 2, 2}, {80, 4, 4, 1, 1}}));
    f.guest.fill(kTask, va, 64, 0x40);
    f.run(segment(2, record(0x133, Bytes().u32(texture))));
    CHECK(f.guest.read32(kTask, va + 64) == 0x40404040);
    CHECK(f.guest.read32(kTask, va + 80) == 0x40404040);
}

TEST_CASE("regions, rows and ranges that do not fit are declined") {
    ExecFixture f;
    const auto b = f.buffer(64);
    const auto texture = f.texture({.width = 4, .height = 4}, 16);
    const auto upload = [&](uint64_t offset, uint64_t bytesPerRow, uint64_t width, uint64_t height, uint64_t x) {
        Bytes p;
        p.u32(b.ref).u32(texture.ref).u64(offset).u64(bytesPerRow).u64(0).u64(width).u64(height).u64(1).u64(x).u64(0).u64(0);
        return record(0x12c, p.u16(0).u16(0).u32(0));
    };
    f.run(segment(2, upload(0, 0, 4, 1, 0))); // one row needs no pitch
    CHECK(f.counters.declineTotal() == 0);
    f.run(segment(2, upload(0, 0, 4, 2, 0)
                         .append(upload(0, 12, 4, 2, 0))
                         .append(upload(8, 16, 4, 4, 0))
                         .append(upload(0, 16, 4, 1, 1))
                         .append(upload(0, 16, ~uint64_t(0), 1, 1))
                         .append(upload(~uint64_t(0), 16, 1, 1, 0))));
    CHECK(f.declines(DeclineReason::BadField) == 6);
}
