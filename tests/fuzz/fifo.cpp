// The engine against a guest that writes anything anywhere: an input is a script over a machine that has come up (root FIFO, two channels,
// a display, a task with page tables). Executed work is null.
#include <sys/eventfd.h>

#include <spdlog/spdlog.h>

#include "pvg/exec/engine_core.h"
#include "tests/fuzz/fuzz_ram.h"
#include "tests/support/fake_backend.h"
#include "tests/support/fake_executor.h"

using namespace pvg;

namespace {

constexpr uint32_t kRootPage = 2, kFifoPage = 4, kFifoLength = 0x6000, kFifoStart = 0x1000, kSharedPage = 14;
constexpr uint32_t kRing = kFifoLength - kFifoStart;

class Script {
public:
    Script(const uint8_t* data, size_t size) : m_data(data), m_size(size) {}
    bool isDone() const { return m_at >= m_size; }
    uint32_t u8() { return m_at < m_size ? m_data[m_at++] : 0; }
    uint32_t u16() { return u8() | u8() << 8; }
    uint32_t u32() { return u16() | u16() << 16; }
    std::vector<uint8_t> bytes(size_t n) {
        n = std::min(n, m_size - m_at);
        std::vector<uint8_t> out(m_data + m_at, m_data + m_at + n);
        m_at += n;
        return out;
    }

private:
    const uint8_t* m_data;
    size_t m_size, m_at = 0;
};

struct Machine {
    fuzz::Ram& ram;
    seam::Page page{};
    int interruptFd;
    test::FakeBackend backend;
    Counters counters;
    EngineCore core;
    Time now{std::chrono::hours(1)};
    std::array<uint32_t, 32> written{}, signals{};

    Machine(fuzz::Ram& guestRam, int fd)
        : ram(guestRam), interruptFd(fd), core({.modes = {DisplayMode{}}, .displays = 2}, page, fd, guestRam.memory, backend, counters) {
        page.rootPage = kRootPage;
        page.epoch = ram.memory.gate().epoch().value;
        event(EngineEvent::Kind::FifoControl);
        ram.put32(0x1000 * 16, 17); // task directory: depth 1, pages 1 to 127 straight
        ram.put32(0x1000 * 16 + 4, 1);
        for (uint32_t i = 1; i < 128; ++i) ram.put32(0x1000 * 17 + 4 * i, 64 + i);
        command(0, 0x38, words({1, 1 << 22, 0, 16}));
        command(0, 0x33, words({0, 1, 1000}));
        for (uint32_t n : {1U, 5U}) define(n);
        command(5, 0x01, words({0, kSharedPage}));
        settle();
    }
    static std::vector<uint8_t> words(std::initializer_list<uint32_t> values) {
        std::vector<uint8_t> out(4 * values.size());
        std::memcpy(out.data(), values.begin(), out.size());
        return out;
    }
    static uint64_t record(uint32_t n) { return kRootPage * 0x1000 + 0x400 + 20 * (n - 1); }
    void define(uint32_t n) {
        ram.put32(record(n) + 12, n);
        ram.put32(record(n) + 16, 20 + n);
        ram.put32(0x1000 * (20 + n), 32 + n); // one-page rings
        written[n] = 0;
        ram.put32(record(n), 0);
        ram.put32(record(n) + 4, 0);
        command(0, 0x30, words({n}));
        settle();
    }
    void event(EngineEvent::Kind kind) {
        Epoch next{page.epoch + 1};
        page.epoch = next.value;
        ram.memory.gate().invalidate(next);
        page.fifoRead = 0;
        page.fifoWritten = 0;
        written = {};
        core.handle({kind, next, {1, kFifoLength, kFifoStart, kFifoPage, 6}});
    }
    void raw(uint32_t channel, const std::vector<uint8_t>& bytes) {
        uint64_t base = channel == 0 ? kFifoPage * 0x1000 + kFifoStart : 0x1000 * (32 + channel);
        uint32_t length = channel == 0 ? kRing : 4096;
        for (size_t i = 0; i < bytes.size(); ++i) ram.poke(base + (written[channel] % length + i) % length, &bytes[i], 1);
        publish(channel, written[channel] + uint32_t(bytes.size()));
    }
    void publish(uint32_t channel, uint32_t counter) {
        written[channel] = counter;
        if (channel == 0) page.fifoWritten = counter;
        else ram.put32(record(channel), counter);
    }
    void command(uint32_t channel, uint16_t id, const std::vector<uint8_t>& payload, const std::vector<uint8_t>& barriers = {}) {
        uint32_t count = uint32_t(barriers.size() / 8);
        std::vector<uint8_t> bytes = words({id | count << 16, uint32_t(12 + 8 * count + (payload.size() + 3) / 4 * 4), ++signals[channel]});
        bytes.insert(bytes.end(), barriers.begin(), barriers.begin() + 8 * count);
        bytes.insert(bytes.end(), payload.begin(), payload.end());
        while (bytes.size() % 4 != 0) bytes.push_back(0);
        raw(channel, bytes);
    }
    void settle() {
        for (int i = 0; i < 50 && core.step(now); ++i) ram.memory.quiescentPoint();
        (void)core.nextWake(now);
        uint64_t count = 0;
        (void)!::read(interruptFd, &count, sizeof count);
    }
};

void runOne(Machine& m, Script& in) {
    constexpr uint32_t kChannels[] = {0, 1, 5, 6};
    uint32_t what = in.u8();
    uint32_t channel = kChannels[what >> 6];
    switch (what & 15) {
    case 0:
    case 1:
    case 2:
    case 3: {
        uint32_t id = in.u8();
        m.command(channel, uint16_t(id), in.bytes(in.u8()));
        break;
    }
    case 4: {
        auto barriers = in.bytes(8 * (in.u8() % 70));
        uint32_t id = in.u8();
        m.command(channel, uint16_t(id), in.bytes(in.u8()), barriers);
        break;
    }
    case 5: m.raw(channel, in.bytes(in.u8())); break;
    case 6: m.publish(channel, in.u32()); break;
    case 7: {
        uint64_t at = in.u32();
        auto bytes = in.bytes(in.u8());
        m.ram.poke(at, bytes.data(), bytes.size());
        break;
    }
    case 8: m.now += std::chrono::milliseconds(in.u16()); break;
    case 9: m.backend.completed = in.u8(); break;
    case 10: m.page.replayDoorbells = in.u32(); break;
    case 11: m.event(EngineEvent::Kind(in.u8() % 4)); break;
    case 12: m.page.rootPage = in.u32(); break;
    case 13: m.define(1 + in.u8() % 31); break;
    case 14: test::executorScript().isReady = in.u8() & 1; break;
    default: test::executorScript().nextToken = in.u8(); break;
    }
    m.settle();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static fuzz::Ram ram(1 << 20);
    static int interruptFd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    static bool isQuiet = (spdlog::set_level(spdlog::level::off), true);
    (void)isQuiet;
    test::executorScript() = {};
    ram.clear();
    Machine machine(ram, interruptFd);
    Script script(data, size);
    for (int i = 0; i < 256 && !script.isDone(); ++i) runOne(machine, script);
    (void)machine.core.snapshot();
    // A guest cannot break the engine for the next one.
    machine.event(EngineEvent::Kind::FifoControl);
    machine.page.rootPage = kRootPage;
    ram.put32(kFifoPage * 0x1000, 0);
    machine.signals[0] = 0;
    machine.command(0, 0x1e, {});
    machine.settle();
    if (ram.get32(kFifoPage * 0x1000) != 1) std::abort();
    return 0;
}
