// A guest that changes memory between our reads: a second thread flips words of rings, channel records, page tables, slots, descriptors and
// command buffers while the engine works on them with the real executor on the null back end. Run under ThreadSanitizer this also shows that
// guest memory is touched by guest_copy.h and by single words alone.
#include <doctest/doctest.h>
#include <sys/eventfd.h>

#include <atomic>
#include <random>
#include <thread>

#include "pvg/base/log.h"
#include "pvg/exec/engine_core.h"
#include "pvg/exec/null_backend.h"
#include "pvg/memory/guest_copy.h"
#include "tests/unit/exec_guest.h"

using namespace pvg;
using pvgtest::Bytes;
using pvgtest::FakeGuest;

namespace {

constexpr uint32_t kTask = 1, kTarget = 20, kSurface = 30, kSurfaceTexture = 31;
constexpr uint64_t kFirstPage = 0x1000, kRootPage = kFirstPage, kFifoPage = kFirstPage + 1, kListPage = kFirstPage + 8, kRingPage = kFirstPage + 9;
constexpr uint64_t kSharedPage = kFirstPage + 10, kReplyPage = kFirstPage + 11, kPages = 16;
constexpr uint32_t kFifoLength = 0x6000, kFifoStart = 0x1000, kRing = kFifoLength - kFifoStart;
constexpr uint64_t kListVa = FakeGuest::kListVa;

int controlPages() {
    const int fd = memfd_create("control", MFD_CLOEXEC);
    if (fd < 0 || ftruncate(fd, kPages * kPageSize) != 0) std::abort();
    return fd;
}

class Machine {
public:
    Machine();
    ~Machine() { close(m_interruptFd); }

    // What a driver does at start, and does again when its rings have broken.
    void bringUp();
    // One round of commands over both channels.
    void work();
    void settle();
    bool clears(double blue);
    // Every word of guest memory that holds something, as the engine's own mapping shows it.
    std::vector<uint32_t*> words();

    NullBackend backend;
    Counters counters;

private:
    void makeObjects();
    void makeStream();
    uint32_t object(uint8_t type, const Bytes& descriptor) {
        m_guest.setSlot(kTask, m_nextRef, type, descriptor);
        return m_nextRef++;
    }
    std::byte* host(uint64_t physical) {
        ScatterList list;
        REQUIRE(m_memory.spans(GuestPhys{physical}, 4, true, list));
        return list[0].data;
    }
    void put(uint64_t physical, const Bytes& bytes) {
        for (size_t i = 0; i < bytes.size(); ++i) copyToGuest(host(physical + i - (physical + i) % 4) + (physical + i) % 4, &bytes.raw()[i], 1);
    }
    void put32(uint64_t physical, uint32_t value) { REQUIRE(m_memory.store32(GuestPhys{physical}, value)); }
    uint32_t get32(uint64_t physical) { return *m_memory.load32(GuestPhys{physical}); }
    void submit(uint32_t channel, uint16_t id, const Bytes& payload);

    GuestMemory m_memory;
    FakeGuest m_guest{m_memory};
    seam::Page m_page{};
    int m_interruptFd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    std::unique_ptr<EngineCore> m_core;
    Time m_now{std::chrono::hours(1)};
    uint32_t m_directories[2]{};
    uint32_t m_written[2]{}, m_signals[2]{};
    uint32_t m_nextRef = 32, m_pipeline = 0, m_compute = 0;
    uint64_t m_targetVa = 0, m_chunkVa = 0, m_chunkSize = 0, m_clearVa = 0;
    uint32_t m_buffers[2]{};
};

Machine::Machine() {
    REQUIRE(m_memory.map(GuestPhys{kFirstPage * kPageSize}, kPages * kPageSize, controlPages(), 0, true));
    for (const uint32_t task : {0U, kTask}) m_directories[task] = m_guest.makeTask(task);
    makeObjects();
    makeStream();
    m_core = std::make_unique<EngineCore>(EngineOptions{}, m_page, m_interruptFd, m_memory, backend, counters);
}

void Machine::makeObjects() {
    m_targetVa = m_guest.allocate(kTask, 4096);
    m_guest.setSlot(kTask, kTarget, 2, pvgtest::textureDescriptor(4096, m_targetVa, {.width = 16, .height = 16}, {{0, 1024, 64, 16, 16}}));
    m_guest.setSlot(0, kSurface, 4, pvgtest::surfaceDescriptor(1024, m_guest.allocate(0, 4096), 16, 16, 64));
    m_guest.setSlot(kTask, kSurfaceTexture, 5, pvgtest::surfaceTextureDescriptor(kSurface, {.width = 16, .height = 16}));
    for (uint32_t& buffer : m_buffers) buffer = object(1, pvgtest::bufferDescriptor(4096, m_guest.allocate(kTask, 4096)));
    const uint32_t function = object(6, pvgtest::functionDescriptor(m_guest.allocate(kTask, 64), 64));
    m_pipeline = object(7, pvgtest::renderPipelineDescriptor(function, function, 80));
    m_compute = object(7, pvgtest::computePipelineDescriptor(function));
}

// A pass with a draw from a buffer, a pass into a surface, copies both ways, a dispatch and a query (stream.md 4 to 8).
void Machine::makeStream() {
    const auto join = [](std::initializer_list<Bytes> parts) {
        Bytes out;
        for (const Bytes& part : parts) out.append(part);
        return out;
    };
    const auto refs = [](std::initializer_list<uint64_t> words) {
        Bytes out;
        for (const uint64_t word : words) out.u32(word);
        return out;
    };
    const Bytes render = join({pvgtest::passRecord({.texture = kTarget, .load = 1}), pvgtest::record(0x74, refs({m_pipeline})),
                               pvgtest::record(0x04, Bytes().u64(0).u64(3).u64(1).u64(0).u16(3).u16(0)), pvgtest::record(0x01, Bytes().u32(3).u16(0).u16(3))});
    const Bytes surface = pvgtest::passRecord({.texture = kSurfaceTexture, .clear = {0, 1, 0, 1}});
    const Bytes query = pvgtest::record(0x1c2, Bytes().u32(m_compute).u32(m_buffers[1]).u64(0).u64(64));
    const Bytes compute = pvgtest::record(0xd0, refs({m_compute}));
    const Bytes chunk = join({pvgtest::segment(0, render), pvgtest::segment(0, surface), pvgtest::segment(1, compute), pvgtest::segment(4, query)});
    m_chunkVa = m_guest.allocate(kTask, chunk.size());
    m_chunkSize = chunk.size();
    m_guest.write(kTask, m_chunkVa, chunk);
    m_clearVa = m_guest.allocate(kTask, 4096);
}

void Machine::submit(uint32_t channel, uint16_t id, const Bytes& payload) {
    const Bytes command = Bytes().u16(id).u16(0).u32(12 + payload.size()).u32(++m_signals[channel]).append(payload);
    const uint64_t base = channel == 0 ? kFifoPage * kPageSize + kFifoStart : kRingPage * kPageSize;
    const uint32_t length = channel == 0 ? kRing : uint32_t(kPageSize);
    for (size_t i = 0; i < command.size(); i += 4) {
        Bytes word;
        for (size_t k = 0; k < 4; ++k) word.u8(uint8_t(command.raw()[i + k]));
        put(base + (m_written[channel] + i) % length, word);
    }
    m_written[channel] += uint32_t(command.size());
    if (channel == 0) m_page.fifoWritten = m_written[0];
    else put32(kRootPage * kPageSize + 0x400, m_written[1]);
}

void Machine::bringUp() {
    const Epoch next{m_page.epoch + 1};
    m_page.epoch = next.value;
    m_memory.gate().invalidate(next);
    m_page.rootPage = kRootPage;
    m_page.fifoRead = m_page.fifoWritten = 0;
    m_written[0] = m_written[1] = m_signals[0] = m_signals[1] = 0;
    for (uint32_t slot = 0; slot < 2; ++slot) put32(kFifoPage * kPageSize + 4 * slot, 0);
    put(kRootPage * kPageSize + 0x400, Bytes().u32(0).u32(0).u32(0).u32(1).u32(kListPage)); // channel 1 on stamp slot 1
    put(kListPage * kPageSize, Bytes().u32(kRingPage).u32(0));
    m_core->handle({EngineEvent::Kind::FifoControl, next, {1, kFifoLength, kFifoStart, kFifoPage, 6}});
    for (const uint32_t task : {0U, kTask}) {
        submit(0, 0x38, Bytes().u32(task << 1).u64(uint64_t(1) << 40).u32(m_directories[task]));
        submit(0, 0x33, Bytes().u32(task).u32(kListVa / kPageSize).u32(FakeGuest::kListSlots));
    }
    submit(0, 0x30, Bytes().u32(1));
    submit(0, 0x01, Bytes().u32(0).u32(kSharedPage));
    settle();
}

void Machine::settle() {
    m_now += std::chrono::milliseconds(7);
    for (int i = 0; i < 40 && m_core->step(m_now); ++i) m_memory.quiescentPoint();
    (void)m_core->nextWake(m_now);
    uint64_t count = 0;
    (void)!::read(m_interruptFd, &count, sizeof count);
}

void Machine::work() {
    submit(1, 0x37, Bytes().u32(kTask).u32(1).u32(1).u32(kTarget).u32(0x01000001).u64(0).u64(0).u64(m_chunkVa).u64(m_chunkSize));
    submit(1, 0x35, Bytes().u32(kTask).u32(2).u32(kTarget).u32(kSurfaceTexture));
    submit(1, 0x3b, Bytes().u32(kTask).u32(m_compute).u32(8).u32(4).u64(m_clearVa + 2048));
    submit(1, 0x39, Bytes().u32(kTask).u64(m_targetVa).u64(4096));
    submit(0, 0x3a, Bytes().u32(32).u32(32).u32(kReplyPage));
    submit(0, 0x06, Bytes().u32(0).u32(0).u32(kSurface));
    submit(1, 0x25, Bytes().u32(kTask).u32(kTarget));
    settle();
}

// A frame as a well-behaved guest draws it, read back from guest memory.
bool Machine::clears(double blue) {
    const Bytes chunk = pvgtest::segment(0, pvgtest::passRecord({.texture = kTarget, .clear = {1, 0, blue, 1}}));
    m_guest.write(kTask, m_clearVa, chunk);
    submit(1, 0x37, Bytes().u32(kTask).u32(0).u32(1).u64(m_clearVa).u64(chunk.size()));
    submit(1, 0x35, Bytes().u32(kTask).u32(1).u32(kTarget));
    settle();
    settle();
    const uint32_t expected = 0xffff0000U | uint32_t(blue * 255);
    return get32(kFifoPage * kPageSize + 4) == m_signals[1] && m_guest.read32(kTask, m_targetVa) == expected &&
           m_guest.read32(kTask, m_targetVa + 1020) == expected;
}

std::vector<uint32_t*> Machine::words() {
    std::vector<uint32_t*> out;
    const auto collect = [&](uint64_t first, uint64_t pages) {
        ScatterList list;
        REQUIRE(m_memory.spans(GuestPhys{first * kPageSize}, pages * kPageSize, true, list));
        auto* at = reinterpret_cast<uint32_t*>(list[0].data);
        for (uint64_t i = 0; i < pages * kPageSize / 4; ++i)
            if (at[i] != 0) out.push_back(at + i);
    };
    collect(0, FakeGuest::kPages);
    collect(kFirstPage, kPages);
    return out;
}

// Changes a word for a moment and puts it back: most of what the engine reads is right, and little of it stays so.
void flipWords(const std::vector<uint32_t*>& words, const std::atomic<bool>& isDone, std::atomic<uint64_t>& flips) {
    std::minstd_rand random(5);
    while (!isDone.load(std::memory_order_relaxed)) {
        const std::atomic_ref word(*words[random() % words.size()]);
        const uint32_t old = word.load(std::memory_order_relaxed);
        const uint32_t values[] = {old ^ 1U << random() % 32, 0, ~0U, old + 1, uint32_t(random()), *words[0] ? old << 8 : old};
        word.store(values[random() % 5], std::memory_order_relaxed);
        for (uint32_t spin = uint32_t(random() % 2000); spin > 0; --spin) std::atomic_signal_fence(std::memory_order_seq_cst);
        word.store(old, std::memory_order_relaxed);
        flips.fetch_add(1, std::memory_order_relaxed);
    }
}

} // namespace

TEST_CASE("a guest that rewrites everything while it is read is declined, never believed twice, and the next frame is right") {
    spdlog::set_level(spdlog::level::off);
    Machine machine;
    machine.bringUp();
    machine.work();
    REQUIRE(machine.counters.get(Counter::Passes) == 2);
    machine.bringUp();
    REQUIRE(machine.clears(1));

    const std::vector<uint32_t*> words = machine.words();
    REQUIRE(words.size() > 200);
    std::atomic<bool> isDone{false};
    std::atomic<uint64_t> flips{0};
    std::thread guest([&] { flipWords(words, isDone, flips); });
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(4);
    for (uint64_t round = 0; std::chrono::steady_clock::now() < end; ++round) {
        if (round % 8 == 0) machine.bringUp();
        machine.work();
    }
    isDone = true;
    guest.join();
    spdlog::set_level(spdlog::level::info);

    MESSAGE(flips.load(), " flips, ", machine.counters.get(Counter::Packets), " packets, ", machine.counters.declineTotal(), " declines");
    CHECK_MESSAGE(machine.backend.misuses == 0, machine.backend.lastMisuse);
    CHECK(machine.counters.declineTotal() > 0);
    CHECK(machine.counters.get(Counter::Packets) > 10);
    machine.bringUp();
    CHECK(machine.clears(0));
}
