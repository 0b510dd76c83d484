// Samples of tests/air that use argument buffers, run by the executor for a guest in memory: guest pages in, guest pages out.
#include <doctest/doctest.h>

#include "egl_context.h"
#include "pvg/exec/executor.h"
#include "renderer-gl/gl_backend.h"
#include "shaders/air/inline_service.h"
#include "tests/air/sample_module.h"
#include "tests/unit/exec_guest.h"
#include "tests/unit/exec_handles.h"

using namespace pvgtest;
using pvg::DeclineReason;

namespace {

constexpr uint32_t kTask = 1;

// Every outcome as it arrives from a worker.
air::Outcome translated(std::span<const std::byte> bytes, const std::string& function, const air::Capabilities& capabilities) {
    const auto received = air::outcomeFromJson(air::toJson(air::translate(bytes, function, capabilities)));
    return received ? *received : air::Outcome{air::Verdict::Failed, received.error().text, {}};
}

struct Machine {
    gltest::EglContext context;
    pvg::GuestMemory memory;
    FakeGuest guest{memory};
    pvg::TaskTable tasks{memory};
    pvg::Counters counters;
    gl::DebugLog debugLog{counters};
    air::InlineService shaders{translated, {}};
    gl::PresentQueue presents;
    std::unique_ptr<pvg::Backend> backend;
    std::unique_ptr<pvg::Executor> executor;
    uint32_t nextRef = 20;

    Machine() {
        REQUIRE_MESSAGE(context.isValid(), context.problem());
        gl::BackendOptions options;
        options.debugLog = &debugLog;
        auto made = gl::createBackend(options, shaders, presents, counters);
        REQUIRE(made.ok());
        backend = std::move(*made);
        REQUIRE(tasks.define(pvg::TaskId{kTask}, uint64_t(1) << 40, guest.makeTask(kTask)));
        REQUIRE(tasks.setObjectList(pvg::TaskId{kTask}, 1, FakeGuest::kListSlots));
        executor = std::make_unique<pvg::Executor>(tasks, memory, *backend, counters);
    }
    ~Machine() {
        executor.reset();
        presents.destroyObjects();
        backend.reset();
        CHECK(counters.get(pvg::Counter::GlDebugErrors) == 0);
    }

    struct Thing {
        uint32_t ref = 0;
        uint64_t va = 0;
    };
    Thing buffer(const Bytes& contents) {
        const Thing t{nextRef++, guest.allocate(kTask, contents.size())};
        guest.write(kTask, t.va, contents);
        guest.setSlot(kTask, t.ref, 1, bufferDescriptor(contents.size(), t.va));
        return t;
    }
    // 4 x 4 texels of RGBA32Float (`format` 125) or another of 16 bytes.
    Thing texture(const Bytes& texels, uint32_t format = 125) {
        const Thing t{nextRef++, guest.allocate(kTask, 256)};
        guest.write(kTask, t.va, texels);
        guest.setSlot(kTask, t.ref, 2, textureDescriptor(256, t.va, {.format = format, .width = 4, .height = 4}, {{0, 256, 64, 4, 4, 1}}));
        return t;
    }
    uint32_t object(uint8_t slotType, const Bytes& descriptor) {
        guest.setSlot(kTask, nextRef, slotType, descriptor);
        return nextRef++;
    }
    uint32_t kernel(const std::string& sample) {
        const auto module = airtest::sampleModule(airtest::readSample(std::string(PVGL_AIR_SAMPLES) + "/" + sample + ".ll"));
        REQUIRE_MESSAGE(module.problem.empty(), module.problem);
        const auto bytes = std::as_bytes(std::span(module.bitcode));
        const uint64_t va = guest.allocate(kTask, bytes.size());
        guest.write(kTask, va, bytes);
        return object(7, computePipelineDescriptor(object(6, functionDescriptor(va, uint32_t(bytes.size())))));
    }
    void run(const Bytes& records) {
        const Bytes chunk = segment(1, records);
        const uint64_t va = guest.allocate(kTask, chunk.size());
        guest.write(kTask, va, chunk);
        pvg::ExecPacket packet{pvg::TaskId{kTask}, {}, {{pvg::GuestVirt{va}, chunk.size()}}};
        const auto work = executor->accept(packet, pvg::Epoch{0});
        REQUIRE(executor->prepare(*work));
        REQUIRE(backend->wait(executor->execute(*work, false), 10'000'000'000));
    }
    std::vector<float> floats(uint64_t va, size_t count) {
        std::vector<float> values(count);
        const auto bytes = guest.read(kTask, va, count * 4);
        std::memcpy(values.data(), bytes.data(), bytes.size());
        return values;
    }
    std::vector<uint32_t> words(uint64_t va, size_t count) {
        std::vector<uint32_t> values(count);
        for (size_t i = 0; i < count; ++i) values[i] = guest.read32(kTask, va + 4 * i);
        return values;
    }
    uint64_t declines(DeclineReason reason) const {
        uint64_t n = 0;
        for (const auto& row : counters.declines())
            if (row.reason == reason) n += row.count;
        return n;
    }
    std::string complaint() const {
        const auto rows = counters.declines();
        return rows.empty() ? "" : rows.front().lastSentence;
    }
};

// Sixteen texels, all `value` but for (2, 1), where the samples look: that is value + 1, 2, 3, 4.
Bytes texelsAround(float value) {
    Bytes bytes;
    for (int i = 0; i < 16; ++i)
        for (int c = 0; c < 4; ++c) bytes.f32(i == 6 ? value + float(c) + 1 : value);
    return bytes;
}

using Floats = std::vector<float>;
using Words = std::vector<uint32_t>;

} // namespace

TEST_CASE("a kernel samples a texture with a sampler, both out of an argument buffer") {
    Machine m;
    const auto texture = m.texture(texelsAround(10));
    const uint32_t sampler = m.object(7, samplerDescriptor(true));
    const auto arguments = m.buffer(Bytes().u64(0).u64(texture.ref).u64(sampler)), out = m.buffer(Bytes().zeros(64));
    m.run(setPipeline(m.kernel("handle_texture_sampler"))
              .append(setBuffer(0, arguments.ref))
              .append(setBuffer(1, out.ref))
              .append(dispatchGroup(1)));
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.floats(out.va, 4) == Floats{11, 12, 13, 14});
    // Nil samples as zero.
    m.guest.write(kTask, arguments.va + 8, Bytes().u64(0));
    m.run(setPipeline(m.kernel("handle_texture_sampler"))
              .append(setBuffer(0, arguments.ref))
              .append(setBuffer(1, out.ref))
              .append(dispatchGroup(1)));
    CHECK(m.counters.declineTotal() == 0);
    CHECK(m.floats(out.va, 3) == Floats{0, 0, 0});
}

TEST_CASE("a kernel reads and writes through pointers, bounded by their buffers") {
    Machine m;
    const auto data = m.buffer(Bytes().u32(1).u32(2).u32(3).u32(4).u32(5).u32(6)), counter = m.buffer(Bytes().zeros(20).u32(100));
    const auto arguments = m.buffer(Bytes().u64(data.va + 12).u64(counter.va + 20));
    m.run(setPipeline(m.kernel("handle_pointer_written")).append(setBuffer(0, arguments.ref)).append(dispatchGroup(4)));
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.words(data.va, 7) == Words{1, 2, 3, 0, 10, 20, 0}); // the fourth store would be behind the end
    CHECK(m.words(counter.va, 6) == Words{0, 0, 0, 0, 0, 104});
}

TEST_CASE("a kernel reaches a pointer and a texture behind a pointer") {
    Machine m;
    const auto texture = m.texture(texelsAround(20));
    const auto values = m.buffer(Bytes().f32(1).f32(2).f32(3).f32(4));
    const auto material = m.buffer(Bytes().u64(7).u64(values.va).u64(texture.ref));
    const auto arguments = m.buffer(Bytes().u64(0).u64(material.va + 8)), out = m.buffer(Bytes().zeros(16));
    m.run(setPipeline(m.kernel("handle_pointer_struct"))
              .append(setBuffer(0, arguments.ref))
              .append(setBuffer(1, out.ref))
              .append(setSampler(0, m.object(7, samplerDescriptor(false))))
              .append(dispatchGroup(1)));
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.floats(out.va, 4) == Floats{22, 24, 26, 28});
}

TEST_CASE("each thread samples the texture that its index picks out of an argument buffer") {
    Machine m;
    const auto first = m.texture(texelsAround(10)), second = m.texture(texelsAround(20)), third = m.texture(texelsAround(30));
    const auto arguments = m.buffer(Bytes().u64(0).u64(first.ref).u64(second.ref).u64(third.ref)), out = m.buffer(Bytes().zeros(48));
    const Bytes records = setPipeline(m.kernel("handle_texture_array"))
                              .append(setBuffer(0, arguments.ref))
                              .append(setBuffer(1, out.ref))
                              .append(setSampler(0, m.object(7, samplerDescriptor(false))))
                              .append(dispatchGroup(3));
    m.run(records);
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.floats(out.va, 12) == Floats{11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34});
    // A bad one is counted and reads as zero; the others are as before.
    m.guest.write(kTask, arguments.va + 16, Bytes().u64(900));
    m.run(records);
    CHECK(m.declines(DeclineReason::UnresolvedRef) == 1);
    CHECK(m.floats(out.va, 1) == Floats{11});
    CHECK(m.floats(out.va + 16, 3) == Floats{0, 0, 0});
    CHECK(m.floats(out.va + 32, 1) == Floats{31});
}

TEST_CASE("each thread reads through the pointer that its index picks") {
    Machine m;
    const auto a = m.buffer(Bytes().u32(10).u32(11)), b = m.buffer(Bytes().u32(20).u32(21)), c = m.buffer(Bytes().u32(30).u32(31).u32(32));
    const auto last = m.buffer(Bytes().zeros(16)), out = m.buffer(Bytes().zeros(16));
    const auto arguments = m.buffer(Bytes().u64(a.va).u64(b.va).u64(c.va).u64(last.va));
    m.run(setPipeline(m.kernel("handle_pointer_array"))
              .append(setBuffer(0, arguments.ref))
              .append(setBuffer(1, out.ref))
              .append(dispatchGroup(3)));
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.words(out.va, 3) == Words{10, 21, 32});
    CHECK(m.words(last.va, 4) == Words{40, 41, 42, 0});
}

TEST_CASE("nil and what is there are told apart") {
    Machine m;
    const auto value = m.buffer(Bytes().u32(7)), texture = m.texture(texelsAround(1));
    const auto arguments = m.buffer(Bytes().u64(value.va).u64(0).u64(texture.ref)), out = m.buffer(Bytes().zeros(12));
    const Bytes records =
        setPipeline(m.kernel("handle_nil")).append(setBuffer(0, arguments.ref)).append(setBuffer(1, out.ref)).append(dispatchGroup(1));
    m.run(records);
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.words(out.va, 3) == Words{7, 0, 1});
    m.guest.write(kTask, arguments.va, Bytes().u64(0).u64(value.va).u64(0));
    m.guest.write(kTask, out.va, Bytes().zeros(12));
    m.run(records);
    CHECK(m.words(out.va, 3) == Words{0, 1, 0});
}

TEST_CASE("a texture that is written by its handle reaches guest pages when the guest asks for it") {
    Machine m;
    const auto texture = m.texture(Bytes().zeros(256));
    const auto arguments = m.buffer(Bytes().u64(0).u64(texture.ref));
    m.run(setPipeline(m.kernel("handle_texture_written")).append(setBuffer(0, arguments.ref)).append(dispatchGroup(1)));
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    const pvg::ObjectRef ref{texture.ref};
    REQUIRE(m.backend->wait(m.executor->synchronize(pvg::TaskId{kTask}, {&ref, 1}, pvg::Epoch{0}), 10'000'000'000));
    CHECK(m.floats(texture.va + 2 * 64 + 16, 4) == Floats{5, 6, 7, 8});
    CHECK(m.floats(texture.va + 2 * 64, 1) == Floats{0});
}

TEST_CASE("buffers beyond GL's storage blocks are read out of copies, which follow what changes") {
    Machine m;
    // Buffer i holds i + 100 t for thread t; the kernel stores the sum of i times buffer i. The last one reaches the first thread only.
    constexpr uint32_t kBuffers = 20, kThreads = 3;
    Bytes records = setPipeline(m.kernel("arena_buffers"));
    Words expected(kThreads);
    std::vector<Machine::Thing> inputs;
    for (uint32_t i = 1; i < kBuffers; ++i) {
        Bytes contents;
        contents.zeros(i * 4); // each starts elsewhere
        const uint32_t reached = i + 1 == kBuffers ? 1 : kThreads;
        for (uint32_t t = 0; t < reached; ++t) {
            contents.u32(i + 100 * t);
            expected[t] += i * (i + 100 * t);
        }
        inputs.push_back(m.buffer(contents));
        records.append(setBuffer(i, inputs.back().ref, i * 4));
    }
    const auto out = m.buffer(Bytes().zeros(16));
    records.append(setBuffer(0, out.ref)).append(dispatchGroup(kThreads));
    m.run(records);
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.words(out.va, kThreads) == expected);
    m.guest.write(kTask, inputs[16].va + 17 * 4, Bytes().u32(1017)); // buffer 17, thread 0
    expected[0] += 17 * 1000;
    m.run(records);
    CHECK(m.words(out.va, kThreads) == expected);
}

TEST_CASE("all of Metal's buffers are written at once, and what was stored lands in guest pages") {
    Machine m;
    constexpr uint32_t kBuffers = 31, kThreads = 3, kPlain = 28; // the last three: an atomic, bytes, a float
    Bytes records = setPipeline(m.kernel("arena_written_31"));
    std::vector<Machine::Thing> buffers;
    for (uint32_t i = 0; i < kBuffers; ++i) {
        buffers.push_back(m.buffer(Bytes().zeros(12).u32(100 * i).u32(100 * i + 1).u32(100 * i + 2).u32(77)));
        records.append(setBuffer(i, buffers.back().ref, 12));
    }
    records.append(dispatchGroup(kThreads));
    m.run(records);
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    for (uint32_t i = 0; i < kPlain; ++i)
        CHECK(m.words(buffers[i].va, 7) == Words{0, 0, 0, 101 * i + 1, 101 * i + 2, 101 * i + 3, 77});
    CHECK(m.words(buffers[28].va + 12, 1) == Words{2800 + 3});
    CHECK(m.words(buffers[29].va + 12, 2) == Words{(2900U & 0xff) | 0U << 8 | 1U << 16 | 2U << 24, 2901});
}

namespace {

// useResources:count:usage: of one buffer. 1 read, 2 write.
Bytes useResource(uint32_t ref, uint32_t usage) { return record(0x87, Bytes().u32(1).u32(usage).u32(ref)); }

} // namespace

TEST_CASE("a list is followed through buffers that are bound, resident, and written by the GPU just before") {
    Machine m;
    const auto first = m.buffer(Bytes().zeros(48)), second = m.buffer(Bytes().zeros(64)), out = m.buffer(Bytes().zeros(16));
    m.guest.write(kTask, first.va, Bytes().u64(second.va + 16).u32(5).u32(0).u64(first.va + 32).u32(7).u32(0).u64(0).u32(100).u32(0));
    m.guest.write(kTask, second.va + 16, Bytes().u64(first.va + 16).u32(30));
    const Bytes work = setPipeline(m.kernel("guest_list")).append(setBuffer(0, first.ref)).append(setBuffer(1, out.ref)).append(dispatchGroup(1));
    m.run(useResource(second.ref, 1).append(work));
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.words(out.va, 2) == Words{142, 0});
    // Not resident: the second node is nil.
    m.run(work);
    CHECK(m.words(out.va, 1) == Words{5});
    // The next pointer of the first node comes from the GPU: guest_stored writes its own argument's address, 4 bytes on.
    const auto own = m.buffer(Bytes().u64(0).u32(1000).u32(0).zeros(16));
    m.run(useResource(own.ref, 1).append(setPipeline(m.kernel("guest_stored")).append(setBuffer(0, own.ref, 0)).append(setBuffer(1, first.ref)).append(dispatchGroup(1))));
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.words(first.va, 2) == Words{uint32_t(own.va + 4), uint32_t((own.va + 4) >> 32)});
    CHECK(m.words(first.va + 16, 2) == Words{0, 0}); // nil
}

TEST_CASE("pointers of a table lead where they say; nil, strangers and what is not resident read zero") {
    Machine m;
    const auto a = m.buffer(Bytes().u32(10).u32(11)), b = m.buffer(Bytes().u32(20).u32(21).u32(22).u32(23)), absent = m.buffer(Bytes().u32(99));
    const auto out = m.buffer(Bytes().u32(1).u32(1).u32(1).u32(1).u32(1).u32(1));
    Bytes items;
    const auto item = [&](uint32_t index, uint64_t pointer) { items.u32(index).u32(0).u64(pointer); };
    item(0, a.va), item(1, b.va), item(0, absent.va), item(0, 12345), item(0, uint64_t(1) << 63), item(0, b.va + 16);
    const auto table = m.buffer(items);
    const auto texture = m.texture(texelsAround(1));
    m.run(useResource(a.ref, 1)
              .append(useResource(b.ref, 1))
              .append(useResource(texture.ref, 4))
              .append(setPipeline(m.kernel("guest_table")))
              .append(setBuffer(0, table.ref))
              .append(setBuffer(1, out.ref))
              .append(dispatchGroup(6)));
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.words(out.va, 6) == Words{10, 21, 0, 0, 0, 0});
    m.run(useResource(9000, 1).append(setPipeline(m.kernel("guest_table"))).append(setBuffer(0, table.ref)).append(setBuffer(1, out.ref)).append(dispatchGroup(1)));
    CHECK(m.declines(DeclineReason::UnresolvedRef) == 1);
}

TEST_CASE("stores and atomics through pointers of a table land in guest pages, where the guest allowed them") {
    Machine m;
    const auto target = m.buffer(Bytes().u32(1).u32(2).u32(3).u32(4).u32(5).u32(6).u32(7).u32(8));
    const auto kept = m.buffer(Bytes().u32(1).u32(2).u32(3).u32(4).u32(5).u32(6).u32(7).u32(8));
    // The third one leads into the table itself, which the function reads through a block of its own.
    const auto table = m.buffer(Bytes().zeros(64));
    m.guest.write(kTask, table.va, Bytes().u64(target.va + 4).u64(kept.va).u64(table.va + 32).u64(0));
    m.run(useResource(target.ref, 3)
              .append(useResource(kept.ref, 1))
              .append(setPipeline(m.kernel("guest_written")))
              .append(setBuffer(0, table.ref))
              .append(dispatchGroup(4)));
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.words(target.va, 8) == Words{1, 3, 3, 0x00090004, 0x3f800000, 0x40000000, 0x40400000, 8});
    CHECK(m.words(kept.va, 8) == Words{1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(m.words(table.va + 32, 6) == Words{1, 0, 0x00090000, 0x3f800000, 0x40000000, 0x40400000});
    CHECK(m.words(table.va, 2) == Words{uint32_t(target.va + 4), uint32_t((target.va + 4) >> 32)});
}

TEST_CASE("a tree is walked with a stack of pointers in thread memory, from an argument on") {
    Machine m;
    const auto root = m.buffer(Bytes().zeros(24)), left = m.buffer(Bytes().zeros(48)), leaf = m.buffer(Bytes().u64(0).u64(0).u32(4000).u32(0));
    m.guest.write(kTask, root.va, Bytes().u64(left.va).u64(left.va + 24).u32(1));
    m.guest.write(kTask, left.va, Bytes().u64(0).u64(leaf.va).u32(20).u32(0).u64(0).u64(0).u32(300));
    const auto out = m.buffer(Bytes().zeros(16));
    m.run(useResource(left.ref, 1)
              .append(useResource(leaf.ref, 1))
              .append(setPipeline(m.kernel("guest_stack")))
              .append(setBuffer(0, root.ref))
              .append(setBuffer(1, out.ref))
              .append(dispatchGroup(1)));
    CHECK_MESSAGE(m.counters.declineTotal() == 0, m.complaint());
    CHECK(m.words(out.va, 2) == Words{4321, 0});
}
