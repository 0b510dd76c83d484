// The engine against a guest that writes anything anywhere: an input is a script over a machine that has come up (root FIFO, two channels,
// a display, a task with page tables). Executed work is null. The engine lives through all inputs, as it does through guest resets; every input
// starts with one.
#include <sys/eventfd.h>

#include <spdlog/spdlog.h>

#include "pvg/exec/engine_core.h"
#include "tests/fuzz/fuzz_ram.h"
#include "tests/fuzz/script.h"
#include "tests/support/fake_backend.h"
#include "tests/support/fake_executor.h"

using namespace pvg;
using fuzz::Step;

namespace {

constexpr uint32_t kPages = 72;
constexpr uint32_t kRootPage = 2, kFifoPage = 4, kFifoLength = 0x6000, kFifoStart = 0x1000, kSharedPage = 14, kDirectory = 16;
constexpr uint32_t kListPages = 20, kRingPages = 28, kTaskPages = 40;
constexpr seam::FifoSetup kSetup{1, kFifoLength, kFifoStart, kFifoPage, 6};
constexpr int kMaxSteps = 24;

std::vector<uint8_t> words(std::initializer_list<uint32_t> values) {
    std::vector<uint8_t> out(4 * values.size());
    std::memcpy(out.data(), values.begin(), out.size());
    return out;
}

class Machine {
public:
    Machine() {
        spdlog::set_level(spdlog::level::off);
        m_ram.map(0, m_ram.size());
        m_ram.put32(0x1000 * kDirectory, kDirectory + 1); // depth 1, task pages 1 to 31 straight
        m_ram.put32(0x1000 * kDirectory + 4, 1);
        for (uint32_t i = 1; i < 32; ++i) m_ram.put32(0x1000 * (kDirectory + 1) + 4 * i, kTaskPages + i);
        m_ram.keep();
    }

    void begin() {
        // Tokens only ever grow, so the engine's view of them stays right over all inputs.
        m_firstToken += 0x100;
        m_backend.completed = m_firstToken;
        test::executorScript() = {};
        test::executorScript().keepsNotes = false;
        event(EngineEvent::Kind::Reset, {});
        m_ram.restore();
        m_page.replayDoorbells = 0;
        m_signals = {};
        bringUp();
    }
    void run(const Step& step);

    // A guest cannot break the engine for the next one.
    bool servesTheNextGuest() {
        event(EngineEvent::Kind::FifoControl, kSetup);
        m_ram.put32(kFifoPage * 0x1000, 0);
        m_signals[0] = 0;
        command(0, 0x1e, {});
        settle();
        (void)m_core.snapshot();
        return m_ram.get32(kFifoPage * 0x1000) == 1;
    }

private:
    void bringUp() {
        m_page.rootPage = kRootPage;
        event(EngineEvent::Kind::FifoControl, kSetup);
        command(0, 0x38, words({1, 1 << 22, 0, kDirectory}));
        command(0, 0x33, words({0, 1, 1000}));
        for (uint32_t n : {1U, 5U}) define(n);
        settle();
        command(5, 0x01, words({0, kSharedPage}));
        settle();
    }
    static uint64_t record(uint32_t n) { return kRootPage * 0x1000 + 0x400 + 20 * (n - 1); }
    void define(uint32_t n) {
        const uint32_t slot = n % 8; // rings of one page
        m_ram.put32(record(n), 0);
        m_ram.put32(record(n) + 4, 0);
        m_ram.put32(record(n) + 12, n);
        m_ram.put32(record(n) + 16, kListPages + slot);
        m_ram.put32(0x1000 * (kListPages + slot), kRingPages + slot);
        m_written[n] = 0;
        command(0, 0x30, words({n}));
    }
    void event(EngineEvent::Kind kind, const seam::FifoSetup& setup) {
        const Epoch next{m_page.epoch + 1};
        m_page.epoch = next.value;
        m_ram.memory.gate().invalidate(next);
        m_page.fifoRead = 0;
        m_page.fifoWritten = 0;
        m_written = {};
        m_core.handle({kind, next, setup});
    }
    void raw(uint32_t channel, std::span<const uint8_t> bytes) {
        const uint64_t base = channel == 0 ? kFifoPage * 0x1000 + kFifoStart : 0x1000 * (kRingPages + channel % 8);
        const uint32_t length = channel == 0 ? kFifoLength - kFifoStart : 0x1000;
        for (size_t i = 0; i < bytes.size(); ++i) m_ram.poke(base + (m_written[channel] % length + i) % length, bytes.subspan(i, 1));
        publish(channel, m_written[channel] + uint32_t(bytes.size()));
    }
    void publish(uint32_t channel, uint32_t counter) {
        m_written[channel] = counter;
        if (channel == 0) m_page.fifoWritten = counter;
        else m_ram.put32(record(channel), counter);
    }
    void command(uint32_t channel, uint16_t id, std::span<const uint8_t> payload, std::span<const uint8_t> barriers = {}) {
        const uint32_t count = uint32_t(barriers.size() / 8);
        std::vector<uint8_t> bytes = words({id | count << 16, uint32_t(12 + 8 * count + (payload.size() + 3) / 4 * 4), ++m_signals[channel]});
        bytes.insert(bytes.end(), barriers.begin(), barriers.begin() + 8 * count);
        bytes.insert(bytes.end(), payload.begin(), payload.end());
        while (bytes.size() % 4 != 0) bytes.push_back(0);
        raw(channel, bytes);
    }
    void settle() {
        for (int i = 0; i < 50 && m_core.step(m_now); ++i) m_ram.memory.quiescentPoint();
        (void)m_core.nextWake(m_now);
        uint64_t count = 0;
        (void)!::read(m_interruptFd, &count, sizeof count);
    }

    fuzz::Ram m_ram{kPages * 0x1000};
    seam::Page m_page{};
    int m_interruptFd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    test::FakeBackend m_backend;
    Counters m_counters;
    EngineCore m_core{{.modes = {DisplayMode{}}, .displays = 2}, m_page, m_interruptFd, m_ram.memory, m_backend, m_counters};
    Time m_now{std::chrono::hours(1)};
    CompletionToken m_firstToken = 0;
    std::array<uint32_t, 32> m_written{}, m_signals{};
};

void Machine::run(const Step& step) {
    constexpr uint32_t kChannels[] = {0, 1, 5, 6};
    const uint32_t channel = kChannels[step.what >> 6];
    fuzz::Input in = step.input();
    switch (step.what & 31) {
    case 0:
    case 1:
    case 2:
    case 3: {
        const uint8_t id = in.u8();
        command(channel, id, in.rest());
        break;
    }
    case 4: {
        const auto barriers = in.bytes(8 * (in.u8() % 70));
        const uint8_t id = in.u8();
        command(channel, id, in.rest(), barriers);
        break;
    }
    case 5: raw(channel, in.rest()); break;
    case 6: publish(channel, in.u32()); break;
    case 7: {
        const uint32_t at = in.u32();
        m_ram.poke(at, in.rest());
        break;
    }
    case 8: m_now += std::chrono::milliseconds(in.u16()); break;
    case 9: m_backend.completed = m_firstToken + in.u8(); break;
    case 10: m_page.replayDoorbells = in.u32(); break;
    case 11: event(EngineEvent::Kind(in.u8() % 4), kSetup); break;
    case 12: m_page.rootPage = in.u32(); break;
    case 13: define(1 + in.u8() % 31); break;
    case 14: test::executorScript().isReady = in.u8() & 1; break;
    case 15: {
        const uint8_t token = in.u8();
        test::executorScript().nextToken = token ? m_firstToken + token : 0;
        break;
    }
    case 16: {
        seam::FifoSetup setup{in.u32(), in.u32(), in.u32(), in.u32(), in.u32()};
        event(EngineEvent::Kind::FifoControl, setup);
        break;
    }
    case 17: {
        const uint64_t entry = in.u16() % 1024;
        m_ram.put32(0x1000 * (kDirectory + 1) + 4 * entry, in.u32());
        break;
    }
    default: return;
    }
    settle();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static Machine machine;
    machine.begin();
    fuzz::Script script({data, size});
    for (int i = 0; i < kMaxSteps; ++i) {
        const auto step = script.next();
        if (!step) break;
        machine.run(*step);
    }
    if (!machine.servesTheNextGuest()) std::abort();
    return 0;
}
