// Handles and pointers in argument buffers: what a stage gets for them, and what becomes of what it writes there.
#include <algorithm>

#include "exec_fixture.h"
#include "exec_handles.h"
#include "exec_records.h"
#include "pvg/exec/residency.h"
#include "pvg/object/buffer_map.h"

using namespace pvgtest;
using pvg::DeclineReason;
using pvg::HandleUsage;
using Kind = pvg::HandleUsage::Kind;

namespace {

// Buffer 0 holds a pointer at 8, a texture at 16, a sampler at 24; behind the pointer, at 4, is another pointer.
std::vector<HandleUsage> usedHandles() {
    return {{Kind::Buffer, false, true, 0, 8},
            {Kind::Texture, false, false, 0, 16},
            {Kind::Sampler, false, false, 0, 24},
            {Kind::Buffer, true, false, 0, 4}};
}

struct HandleFixture : ExecFixture {
    Thing arguments, data;
    uint32_t pipeline = 0;
    std::vector<pvg::HandleBinding> seen; // by the last dispatch

    HandleFixture() {
        backend.computeUsage = [](const pvg::ComputePipelineRequest&) {
            pvg::ComputePipelineUsage usage;
            usage.kernel.buffersRead = 1;
            usage.kernel.handles = usedHandles();
            return usage;
        };
        backend.onDispatch = [this](const pvg::ComputeState& state, const pvg::Dispatch&) { seen = state.bindings.handles; };
        arguments = buffer(256);
        data = buffer(4096);
        pipeline = computePipeline();
    }
    void writeArgument(uint64_t offset, uint64_t value) { guest.write(kTask, arguments.va + offset, Bytes().u64(value)); }
    void writeData(uint64_t offset, uint64_t value) { guest.write(kTask, data.va + offset, Bytes().u64(value)); }
    Bytes work(uint64_t offset = 0) const {
        return setPipeline(pipeline).append(setBuffer(0, arguments.ref, offset)).append(dispatchGroup(1));
    }
    void dispatchAll(uint64_t offset = 0) { run(segment(1, work(offset))); }
    uint32_t word(const pvg::BufferBinding& binding) {
        uint32_t value = 0;
        std::memcpy(&value, backend.bufferBytes(binding.buffer)->data() + binding.offset, 4);
        return value;
    }
};

} // namespace

TEST_CASE("a pointer is an address inside a buffer, a texture and a sampler are refs; their contents are current") {
    HandleFixture f;
    const auto texture = f.texture({.width = 4, .height = 4}, 16);
    f.guest.fill(kTask, texture.va, 64, 0x5a);
    f.writeArgument(32 + 8, f.data.va + 100);
    f.writeArgument(32 + 16, texture.ref);
    f.writeArgument(32 + 24, f.object(7, samplerDescriptor(true)));
    f.writeData(100, 0x1234);
    f.dispatchAll(32);
    CHECK(f.counters.declineTotal() == 0);
    REQUIRE(f.seen.size() == 4);
    CHECK(f.seen[0].buffer.offset == 100);
    CHECK(f.seen[0].buffer.size == 4096 - 100);
    CHECK(f.word(f.seen[0].buffer) == 0x1234);
    REQUIRE(f.seen[1].texture);
    CHECK((*f.backend.texels(f.seen[1].texture, 0, 0))[5] == std::byte{0x5a});
    CHECK(f.seen[2].sampler.sampler);
    CHECK(f.seen[3] == pvg::HandleBinding{}); // 0 behind the pointer: nil
}

TEST_CASE("pointers behind pointers are followed") {
    HandleFixture f;
    const auto last = f.buffer(64);
    f.guest.fill(kTask, last.va, 64, 0x77);
    f.writeArgument(8, f.data.va + 8);
    f.writeData(8 + 4, last.va + 60);
    f.dispatchAll();
    CHECK(f.seen[3].buffer.size == 4);
    CHECK(f.word(f.seen[3].buffer) == 0x77777777);
}

TEST_CASE("the values that queries answer are the ones that resolve (0x1cd, 0x1ce, 0x1d0)") {
    HandleFixture f;
    const auto texture = f.texture({.width = 4, .height = 4}, 16);
    const uint32_t sampler = f.object(7, samplerDescriptor(false));
    // Straight into the argument buffer; the second word of the longer answers lands where the next one is written afterwards.
    f.run(segment(4, query(0x1cd, f.data.ref, f.arguments.ref, 8)
                         .append(query(0x1ce, texture.ref, f.arguments.ref, 16))
                         .append(query(0x1d0, sampler, f.arguments.ref, 24))));
    f.dispatchAll();
    CHECK(f.counters.declineTotal() == 0);
    CHECK(f.seen[0].buffer.size == 4096);
    CHECK(f.seen[1].texture);
    CHECK(f.seen[2].sampler.sampler);
}

TEST_CASE("nil handles, and handles beyond the end of their buffer, are nothing and no mistake") {
    HandleFixture f;
    f.dispatchAll();
    CHECK(f.seen == std::vector<pvg::HandleBinding>(4));
    f.writeArgument(240 + 8, 0xffffffff); // the pointer is the last thing in the buffer
    f.writeArgument(240 + 8, 0);
    f.dispatchAll(240);
    f.dispatchAll(244); // cut in the middle
    CHECK(f.seen == std::vector<pvg::HandleBinding>(4));
    CHECK(f.counters.declineTotal() == 0);
}

TEST_CASE("handles that name nothing are counted one by one and read as nil") {
    HandleFixture f;
    f.writeArgument(8, 0x7fff0000);
    f.writeArgument(16, uint64_t{1} << 40);
    f.writeArgument(24, 900);
    f.dispatchAll();
    CHECK(f.seen == std::vector<pvg::HandleBinding>(4));
    CHECK(f.backend.dispatches == 1);
    CHECK(f.declines(DeclineReason::BadHandle) == 2);
    CHECK(f.declines(DeclineReason::UnresolvedRef) == 1);
    for (const auto& row : f.counters.declines())
        if (row.reason == DeclineReason::BadHandle) CHECK(row.lastSentence.find("1099511627776") != std::string::npos);
    f.writeArgument(8, f.data.va + 4096); // one past the end
    f.writeArgument(16, f.data.ref);      // a buffer where a texture is wanted
    f.writeArgument(24, 0);
    f.dispatchAll();
    CHECK(f.declines(DeclineReason::BadHandle) == 3);
    CHECK(f.declines(DeclineReason::WrongKind) == 1);
}

TEST_CASE("what a stage writes through a pointer lands in guest pages, and only that") {
    HandleFixture f;
    f.guest.fill(kTask, f.data.va, 4096, 0x11);
    f.writeArgument(8, f.data.va + 256);
    f.writeData(260, 0);
    f.backend.onDispatch = [&](const pvg::ComputeState& state, const pvg::Dispatch&) {
        const auto& binding = state.bindings.handles[0].buffer;
        (*f.backend.bufferBytes(binding.buffer))[binding.offset + 16] = std::byte{0x99};
    };
    f.dispatchAll();
    CHECK(f.guest.read32(kTask, f.data.va + 272) == 0x11111199);
    CHECK(f.guest.read32(kTask, f.data.va + 252) == 0x11111111);
}

TEST_CASE("handles the GPU wrote are not known in the same packet, in the next one they are") {
    HandleFixture f;
    f.writeArgument(8, f.data.va);
    const Bytes fill = record(0x132, Bytes().u32(f.arguments.ref).u64(16).u64(16).u8(0).u8(0).u8(0).u8(0));
    f.run(segment(2, fill).append(segment(1, f.work())));
    CHECK(f.declines(DeclineReason::ArgumentsOnGpu) == 2); // texture and sampler; the pointer lies in front of what was written
    CHECK(f.seen[0].buffer.buffer);
    f.dispatchAll();
    CHECK(f.declines(DeclineReason::ArgumentsOnGpu) == 2);
}

TEST_CASE("a changed argument buffer counts without a bind, a new buffer is found, a deleted one is not") {
    HandleFixture f;
    f.writeArgument(8, f.data.va);
    f.dispatchAll();
    const auto first = f.seen[0];
    const auto other = f.buffer(128);
    f.guest.fill(kTask, other.va, 68, 0x42);
    f.writeArgument(8, other.va + 64);
    f.dispatchAll();
    CHECK(f.seen[0] != first);
    CHECK(f.word(f.seen[0].buffer) == 0x42424242);
    const uint64_t before = f.declines(DeclineReason::BadHandle);
    f.guest.clearSlot(kTask, other.ref);
    f.executor.deleteResource(pvg::TaskId{kTask}, pvg::ObjectRef{other.ref});
    f.dispatchAll();
    CHECK(f.seen[0] == pvg::HandleBinding{});
    CHECK(f.declines(DeclineReason::BadHandle) == before + 1);
}

TEST_CASE("each draw reads its handles, and binds again only what another handle names") {
    HandleFixture f;
    f.backend.renderUsage = [](const pvg::RenderPipelineRequest&) {
        pvg::RenderPipelineUsage usage;
        usage.fragment.buffersRead = 1;
        usage.fragment.handles = {{Kind::Texture, false, false, 0, 16}};
        return usage;
    };
    std::vector<pvg::TextureId> textures;
    std::vector<uint32_t> dirty;
    f.backend.onDraw = [&](const pvg::RenderState& state, const pvg::DrawCall&) {
        textures.push_back(state.fragment.handles.at(0).texture);
        dirty.push_back(state.dirty);
    };
    const auto target = f.texture({.width = 4, .height = 4, .usage = 5}, 16), first = f.texture({.width = 4, .height = 4}, 16);
    f.writeArgument(16, first.ref);
    f.writeArgument(128 + 16, target.ref);
    const auto bind = [&](uint64_t offset) { return record(0x6e, Bytes().u32(0).u32(1).u32(f.arguments.ref).u64(offset)); };
    const uint64_t barriers = f.backend.barriers;
    f.run(segment(0, passRecord({.texture = target.ref})
                         .append(record(0x74, Bytes().u32(f.renderPipeline())))
                         .append(bind(0))
                         .append(draw())
                         .append(draw())
                         .append(bind(128))
                         .append(draw())));
    CHECK(f.counters.declineTotal() == 0);
    REQUIRE(textures.size() == 3);
    CHECK(textures[0] == textures[1]);
    CHECK(textures[1] != textures[2]);
    CHECK((dirty[0] & pvg::RenderState::FragmentTextures) != 0);
    CHECK((dirty[1] & pvg::RenderState::FragmentTextures) == 0);
    CHECK((dirty[2] & pvg::RenderState::FragmentTextures) != 0);
    CHECK(f.backend.barriers > barriers); // the last draw samples what it renders into
}

namespace {

// A kernel that reads buffer 0 and follows pointers it finds, storing through them.
struct MemoryFixture : HandleFixture {
    std::vector<pvg::MemoryRange> memory; // of the last dispatch

    MemoryFixture() {
        backend.computeUsage = [](const pvg::ComputePipelineRequest&) {
            pvg::ComputePipelineUsage usage;
            usage.kernel.buffersRead = 1;
            usage.kernel.readsMemory = usage.kernel.writesMemory = true;
            return usage;
        };
        backend.onDispatch = [this](const pvg::ComputeState& state, const pvg::Dispatch&) {
            memory = state.bindings.memory;
            CHECK(state.bindings.buffers[0].address == arguments.va + 16);
        };
    }
    const pvg::MemoryRange* rangeAt(uint64_t address) const {
        const auto at = std::find_if(memory.begin(), memory.end(), [&](const pvg::MemoryRange& r) { return r.address == address; });
        return at == memory.end() ? nullptr : &*at;
    }
};

Bytes useResources(uint32_t usage, std::vector<uint32_t> refs) {
    Bytes payload = Bytes().u32(uint32_t(refs.size())).u32(usage);
    for (const uint32_t ref : refs) payload.u32(ref);
    return record(0x87, payload);
}

} // namespace

TEST_CASE("pointers that a kernel finds lead to what is resident and what is bound, each once, current and whole") {
    MemoryFixture f;
    const auto readOnly = f.buffer(64), written = f.buffer(128), unused = f.buffer(32), absent = f.buffer(16);
    const auto texture = f.texture({.width = 4, .height = 4}, 16);
    f.guest.fill(kTask, readOnly.va, 64, 0x5a);
    f.run(segment(1, useResources(1, {readOnly.ref, texture.ref, 0, f.arguments.ref})
                         .append(useResources(2, {written.ref}))
                         .append(useResources(1, {written.ref, readOnly.ref}))
                         .append(setBuffer(9, unused.ref, 4)) // no slot of the kernel's
                         .append(f.work(16))));
    CHECK(f.counters.declineTotal() == 0);
    CHECK(f.memory.size() == 4);
    CHECK(f.rangeAt(absent.va) == nullptr);
    for (const auto& thing : {readOnly, written, unused, f.arguments}) REQUIRE(f.rangeAt(thing.va) != nullptr);
    CHECK(f.rangeAt(readOnly.va)->size == 64);
    CHECK_FALSE(f.rangeAt(readOnly.va)->isWritten);
    CHECK(f.rangeAt(written.va)->isWritten);
    CHECK(f.rangeAt(f.arguments.va)->isWritten);
    CHECK((*f.backend.bufferBytes(f.rangeAt(readOnly.va)->buffer))[63] == std::byte{0x5a});
}

TEST_CASE("a holder of handles is memory that is only read, so that the next dispatch knows its handles") {
    MemoryFixture f;
    f.backend.computeUsage = [](const pvg::ComputePipelineRequest&) {
        pvg::ComputePipelineUsage usage;
        usage.kernel.buffersRead = 1;
        usage.kernel.readsMemory = usage.kernel.writesMemory = true;
        usage.kernel.handles = {{Kind::Buffer, false, false, 0, 8}, {Kind::Buffer, true, false, 0, 4}};
        return usage;
    };
    const auto last = f.buffer(64);
    f.writeArgument(16 + 8, f.data.va);
    f.writeData(4, last.va);
    f.run(segment(1, f.work(16).append(dispatchGroup(1))));
    CHECK(f.counters.declineTotal() == 0);
    REQUIRE(f.memory.size() == 3);
    CHECK_FALSE(f.rangeAt(f.arguments.va)->isWritten);
    CHECK_FALSE(f.rangeAt(f.data.va)->isWritten);
    CHECK(f.rangeAt(last.va)->isWritten);
}

TEST_CASE("residency ends with its encoder, and a ref that names nothing is counted") {
    MemoryFixture f;
    const auto resident = f.buffer(64);
    f.run(segment(1, useResources(1, {resident.ref, 900}).append(f.work(16))).append(segment(1, f.work(16))));
    CHECK(f.declines(DeclineReason::UnresolvedRef) == 1);
    CHECK(f.rangeAt(resident.va) == nullptr);
    CHECK(f.backend.dispatches == 2);
}

TEST_CASE("an encoder that declares too many resources is told how many are left out") {
    MemoryFixture f;
    const auto first = f.buffer(64), last = f.buffer(64);
    std::vector<uint32_t> refs{first.ref};
    while (refs.size() < pvg::Residency::kMost) refs.push_back(uint32_t(100000 + refs.size()));
    f.run(segment(1, useResources(1, refs).append(useResources(1, {first.ref, last.ref, 5000000})).append(f.work(16))));
    CHECK(f.declines(DeclineReason::LimitExceeded) == 1);
    CHECK(f.rangeAt(first.va) != nullptr);
    CHECK(f.rangeAt(last.va) == nullptr);
    CHECK(f.backend.dispatches == 1);
}

TEST_CASE("what is stored through found pointers lands in guest pages, where a record or a slot allows it") {
    MemoryFixture f;
    const auto readOnly = f.buffer(64), written = f.buffer(64);
    f.backend.onDispatch = [&](const pvg::ComputeState& state, const pvg::Dispatch&) {
        for (const pvg::MemoryRange& r : state.bindings.memory) (*f.backend.bufferBytes(r.buffer))[60] = std::byte{0x77};
    };
    f.run(segment(1, useResources(1, {readOnly.ref}).append(useResources(3, {written.ref})).append(f.work(16))));
    CHECK(f.guest.read32(kTask, written.va + 60) == 0x77);
    CHECK(f.guest.read32(kTask, readOnly.va + 60) == 0);
    CHECK(f.guest.read32(kTask, f.arguments.va + 60) == 0x77);
}

TEST_CASE("an address belongs to the buffer that starts last before it") {
    using pvg::GuestVirt;
    using pvg::ObjectRef;
    const pvg::BufferMap map({{GuestVirt{100}, 50, ObjectRef{1}},
                              {GuestVirt{0}, 1000, ObjectRef{2}},
                              {GuestVirt{100}, 50, ObjectRef{3}},
                              {GuestVirt{2000}, 1, ObjectRef{4}}});
    const auto refAt = [&](uint64_t address) {
        const auto* extent = map.find(GuestVirt{address});
        return extent ? extent->ref.value : 0;
    };
    CHECK(refAt(0) == 2);
    CHECK(refAt(99) == 2);
    CHECK(refAt(100) == 1);
    CHECK(refAt(149) == 1);
    CHECK(refAt(150) == 2);
    CHECK(refAt(999) == 2);
    CHECK(refAt(1000) == 0);
    CHECK(refAt(2000) == 4);
    CHECK(refAt(2001) == 0);
    CHECK(pvg::BufferMap({}).find(GuestVirt{1}) == nullptr);
}
