// A packet's stream against the executor on the null back end, with a small task of fixed objects. Byte 0: how many object descriptors
// follow, each {u8 slot type, u8 length, bytes}, behind refs 40 and up; the rest is a command buffer, run twice. The null back end aborts the
// run when the executor hands it an id or a range that does not exist. The executor lives through all inputs; after each nothing of it may be
// left in the back end.
#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "pvg/exec/executor.h"
#include "pvg/exec/null_backend.h"
#include "tests/unit/exec_guest.h"

namespace {

using pvgtest::Bytes;
using pvgtest::FakeGuest;

constexpr uint32_t kTask = 1;
constexpr uint64_t kChunkVa = 0x4000000, kDescriptorVa = 0x4100000;
constexpr size_t kMaxChunk = 16 << 10;
constexpr uint32_t kFirstFree = 40;

struct World {
    pvg::GuestMemory memory;
    FakeGuest guest{memory};
    uint32_t directories[2];
    struct Picture {
        uint32_t task = 0;
        uint64_t va = 0;
        std::vector<std::byte> bytes;
    };
    std::vector<Picture> pictures; // all that a packet can write to, as every input finds it

    World() {
        spdlog::set_level(spdlog::level::off);
        for (const uint32_t task : {0U, kTask}) directories[task] = guest.makeTask(task);
        guest.map(kTask, kChunkVa, kMaxChunk);
        guest.map(kTask, kDescriptorVa, 4096);
        const uint64_t first = guest.allocate(kTask, 4096);
        for (uint32_t i = 0; i < 3; ++i) {
            const uint64_t buffer = guest.allocate(kTask, 4096);
            guest.setSlot(kTask, 8 + i, 1, pvgtest::bufferDescriptor(4096 - i, buffer));
        }
        const uint64_t pixels = guest.allocate(kTask, 8192), surface = guest.allocate(0, 4096);
        guest.setSlot(kTask, 11, 2, pvgtest::textureDescriptor(8192, pixels, {.width = 8, .height = 8, .mips = 2}, {{0, 512, 64, 8, 8}, {512, 64, 16, 4, 4}}));
        guest.setSlot(kTask, 12, 2,
                      pvgtest::textureDescriptor(8192, pixels, {.type = 3, .width = 8, .height = 8, .array = 3, .options = 2 << 4}, {{0, 2048, 64, 8, 8}}));
        guest.setSlot(kTask, 13, 8, pvgtest::viewDescriptor(12, 0, 2, {0, 1, 1, 1}));
        guest.setSlot(kTask, 14, 8, pvgtest::bufferTextureDescriptor(8, 64, 64, {.width = 8, .height = 8}));
        guest.setSlot(0, 15, 4, pvgtest::surfaceDescriptor(1024, surface, 8, 8, 64));
        guest.setSlot(kTask, 16, 5, pvgtest::surfaceTextureDescriptor(15, {.width = 8, .height = 8}));
        guest.setSlot(kTask, 17, 5, pvgtest::surfaceTextureDescriptor(15, {.format = 55, .width = 8, .height = 4}));
        guest.setSlot(kTask, 18, 2, pvgtest::textureDescriptor(8192, pixels, {.format = 260, .width = 8, .height = 8}, {{0, 1024, 128, 8, 8}}));
        const uint64_t blob = guest.allocate(kTask, 64);
        guest.setSlot(kTask, 19, 6, pvgtest::functionDescriptor(blob, 64));
        guest.setSlot(kTask, 20, 7, pvgtest::renderPipelineDescriptor(19, 19, 80));
        guest.setSlot(kTask, 21, 7, pvgtest::computePipelineDescriptor(19));
        guest.setSlot(kTask, 22, 7, Bytes().u32(3).u32(36).u32(0).u32(0x84000000).u32(0).f32(0).f32(1000).u64(0));
        const uint64_t end = guest.allocate(kTask, 1);
        keep(kTask, first, end - first);
        keep(kTask, FakeGuest::kListVa, 12 * FakeGuest::kListSlots);
        keep(0, surface, 4096);
        keep(0, FakeGuest::kListVa, 12 * FakeGuest::kListSlots);
    }
    void restore() {
        for (const Picture& picture : pictures) guest.write(picture.task, picture.va, picture.bytes);
    }

private:
    void keep(uint32_t task, uint64_t va, uint64_t size) { pictures.push_back({task, va, guest.read(task, va, size)}); }
};

// Takes the descriptors off the input; what is left is the command buffer.
std::span<const std::byte> placeDescriptors(World& world, std::span<const std::byte> input) {
    if (input.empty()) return input;
    const auto count = uint32_t(input[0]) % 8;
    input = input.subspan(1);
    uint64_t va = kDescriptorVa;
    for (uint32_t i = 0; i < 8; ++i) {
        const size_t size = i < count && input.size() >= 2 ? std::min<size_t>(size_t(input[1]), input.size() - 2) : 0;
        Bytes slot;
        if (size == 0) {
            world.guest.write(kTask, FakeGuest::kListVa + 12 * (kFirstFree + i), slot.zeros(12));
            continue;
        }
        world.guest.write(kTask, va, input.subspan(2, size));
        world.guest.write(kTask, FakeGuest::kListVa + 12 * (kFirstFree + i), slot.u32(uint32_t(input[0]) | uint32_t(size) << 8).u64(va));
        va += size;
        input = input.subspan(2 + size);
    }
    return input;
}

// Handles of each kind in buffers 0 and 1 and behind one another; the last two are written.
std::vector<pvg::HandleUsage> handles() {
    using Kind = pvg::HandleUsage::Kind;
    return {{Kind::Buffer, false, false, 0, 0}, {Kind::Texture, false, false, 1, 8}, {Kind::Sampler, false, false, 0, 16},
            {Kind::Buffer, true, false, 0, 0},  {Kind::Texture, true, true, 3, 8},   {Kind::Buffer, false, true, 1, 0}};
}

void scribble(pvg::NullBackend& backend) {
    backend.renderUsage = [](const pvg::RenderPipelineRequest&) {
        pvg::RenderPipelineUsage usage;
        usage.vertex.buffersRead = usage.fragment.buffersRead = 0x7fffffff;
        usage.fragment.buffersWritten = 0xf0;
        usage.fragment.texturesRead.set();
        usage.fragment.texturesWritten.set(7);
        usage.fragment.samplers = 0xffff;
        usage.fragment.handles = handles();
        return usage;
    };
    backend.computeUsage = [](const pvg::ComputePipelineRequest&) {
        pvg::ComputePipelineUsage usage;
        usage.kernel.buffersRead = usage.kernel.buffersWritten = 0x7fffffff;
        usage.kernel.texturesRead.set();
        usage.kernel.texturesWritten.set(3);
        usage.kernel.handles = handles();
        return usage;
    };
}

class Machine {
public:
    Machine() { scribble(m_backend); }
    void run(std::span<const std::byte> input);

private:
    void begin(std::span<const std::byte> chunk);
    void execute(uint64_t length);
    void end();

    World m_world;
    pvg::TaskTable m_tasks{m_world.memory};
    pvg::Counters m_counters;
    pvg::NullBackend m_backend;
    pvg::Executor m_executor{m_tasks, m_world.memory, m_backend, m_counters};
};

void must(bool condition, const char* what, const std::string& detail = {}) {
    if (condition) return;
    std::fprintf(stderr, "%s %s\n", what, detail.c_str());
    std::abort();
}

void Machine::run(std::span<const std::byte> input) {
    m_world.restore();
    const auto chunk = placeDescriptors(m_world, input);
    const size_t length = std::min(chunk.size(), kMaxChunk);
    begin(chunk.first(length));
    execute(length);
    end();
}

void Machine::begin(std::span<const std::byte> chunk) {
    m_world.guest.write(kTask, kChunkVa, chunk);
    for (const uint32_t task : {0U, kTask}) {
        must(bool(m_tasks.define(pvg::TaskId{task}, uint64_t(1) << 40, m_world.directories[task])), "a task was refused");
        must(bool(m_tasks.setObjectList(pvg::TaskId{task}, 1, FakeGuest::kListSlots)), "an object list was refused");
    }
}

void Machine::execute(uint64_t length) {
    const pvg::ResourceRecord stale{pvg::ObjectRef{16}, {true, false, false, true}};
    for (int round = 0; round < 2; ++round) {
        const auto work = m_executor.accept({pvg::TaskId{kTask}, {stale}, {{pvg::GuestVirt{kChunkVa}, length}}}, pvg::Epoch{0});
        const bool ready = m_executor.prepare(*work);
        m_executor.execute(*work, !ready);
    }
    const pvg::ObjectRef refs[] = {pvg::ObjectRef{12}, pvg::ObjectRef{13}, pvg::ObjectRef{16}, pvg::ObjectRef{kFirstFree}};
    m_executor.synchronize(pvg::TaskId{kTask}, refs, pvg::Epoch{0});
    uint32_t width = 0, height = 0;
    (void)m_executor.present(pvg::TaskId{kTask}, pvg::ObjectRef{15}, pvg::DisplayPort{0}, width, height);
    m_backend.poll();
}

void Machine::end() {
    m_executor.deleteResource(pvg::TaskId{kTask}, pvg::ObjectRef{11});
    m_executor.deleteTask(pvg::TaskId{kTask});
    m_executor.reset(pvg::Epoch{0});
    m_tasks.clear();
    m_backend.poll();
    must(m_backend.misuses == 0, "the executor misused its back end:", m_backend.lastMisuse);
    must(m_backend.liveBuffers() == 0 && m_backend.liveTextures() == 0, "a reset left buffers or textures behind");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static Machine machine;
    machine.run(std::as_bytes(std::span(data, size)));
    return 0;
}
