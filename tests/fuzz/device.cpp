// Configuration space and registers in front of a renderer that acknowledges late and scribbles on its page: a script of accesses of every
// size, checked against what the tables promise.
#include <spdlog/spdlog.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "pvg/device/gpu_device.h"
#include "tests/fuzz/script.h"
#include "tests/support/fake_renderer_port.h"

using namespace pvg;
using fuzz::Input;
using fuzz::Step;

namespace {

enum class Access { Store, Constant, Live, Doorbell };
const std::map<uint32_t, Access> kRegisters = {
#define REGISTER(name, offset, access, reset, ...) {offset, Access::access},
#include "pvg/device/registers.inc"
#undef REGISTER
};
constexpr std::array<uint8_t, 4> kIdentity{0x6b, 0x10, 0xee, 0xee}; // 106b:eeee (device.md 1.1)
constexpr size_t kMaxAccess = 64;

void must(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

class Machine {
public:
    explicit Machine(uint32_t ports) : m_device({ports, 1920, 1080}, m_port, m_maps) { m_device.clientConnected(); }
    void run(const Step& step);
    void check();

private:
    using Buffer = std::array<std::byte, kMaxAccess>;

    std::span<std::byte> read(uint32_t region, uint64_t offset, size_t size) {
        const uint64_t end = m_device.regionSize(region);
        offset %= end;
        const auto out = std::span(m_buffer).first(std::min<uint64_t>({size, kMaxAccess, end - offset}));
        m_device.readRegion(region, offset, out);
        return out;
    }
    uint32_t word(uint32_t offset) {
        uint32_t value = 0;
        std::memcpy(&value, read(transport::kBar0, offset, 4).data(), 4);
        return value;
    }
    void write(uint32_t region, uint64_t offset, std::span<const uint8_t> bytes) {
        const uint64_t end = m_device.regionSize(region);
        offset %= end;
        bytes = bytes.first(std::min<uint64_t>(bytes.size(), end - offset));
        if (!bytes.empty()) m_device.writeRegion(region, offset, std::as_bytes(bytes));
    }
    void readConfig(Input& in);
    void readBar(uint64_t offset, size_t size);
    void writeBar(uint64_t offset, std::span<const uint8_t> bytes);
    void scribble(uint32_t which, uint32_t value);
    void lifecycle(uint32_t which);

    test::FakeRendererPort m_port;
    transport::DmaTable m_maps;
    device::GpuDevice m_device;
    Buffer m_buffer{};
    std::map<uint32_t, uint32_t> m_stored; // what Store registers were last written with
};

// A read of many bytes is the reads of each.
void Machine::readConfig(Input& in) {
    const uint8_t offset = in.u8();
    const auto whole = read(transport::kConfigRegion, offset, in.u8());
    const Buffer copy = m_buffer;
    for (size_t i = 0, size = whole.size(); i < size; ++i)
        must(read(transport::kConfigRegion, offset + i, 1)[0] == copy[i], "a configuration byte depends on the size of the read");
}

void Machine::readBar(uint64_t offset, size_t size) {
    offset %= m_device.regionSize(transport::kBar0);
    const auto out = read(transport::kBar0, offset, size);
    const bool isServed = (out.size() == 4 || out.size() == 8) && offset % out.size() == 0;
    bool isZero = true;
    for (const std::byte b : out) isZero &= b == std::byte{0};
    if (!isServed || offset < 0x1000) return must(isZero, "a register read that is not served gave something"); // decisions.md 32
    for (size_t i = 0; i < out.size(); i += 4) {
        const auto at = uint32_t(offset + i);
        uint32_t value = 0;
        std::memcpy(&value, out.data() + i, 4);
        const auto row = kRegisters.find(at);
        if (row != kRegisters.end() && row->second == Access::Doorbell) must(value == 0, "a doorbell read something");
        if (const auto known = m_stored.find(at); known != m_stored.end()) must(value == known->second, "a register lost what was written");
    }
}

void Machine::writeBar(uint64_t offset, std::span<const uint8_t> bytes) {
    offset %= m_device.regionSize(transport::kBar0);
    bytes = bytes.first(std::min<uint64_t>({bytes.size(), kMaxAccess, m_device.regionSize(transport::kBar0) - offset}));
    const size_t epochs = m_port.events.size();
    const int rings = m_port.rings;
    write(transport::kBar0, offset, bytes);
    const bool isServed = (bytes.size() == 4 || bytes.size() == 8) && offset % bytes.size() == 0;
    if (!isServed) return must(m_port.events.size() == epochs && m_port.rings == rings, "a write that is not served did something");
    for (size_t i = 0; i < bytes.size(); i += 4) {
        const auto at = uint32_t(offset + i);
        const auto row = kRegisters.find(at);
        if (at < 0x1000 || (row != kRegisters.end() && row->second != Access::Store)) continue;
        std::memcpy(&m_stored[at], bytes.data() + i, 4);
    }
}

void Machine::scribble(uint32_t which, uint32_t value) {
    seam::Page& page = m_port.page();
    std::atomic<uint32_t>* const words[] = {&page.magic,        &page.version,       &page.epoch,         &page.ackedEpoch,      &page.fifoRead,
                                            &page.interruptDisp, &page.interruptGpu, &page.interruptFault, &page.rootPage,        &page.fifoWritten,
                                            &page.doorbells,    &page.replayDoorbells, &page.displayDoorbells, &page.clientConnected};
    words[which % std::size(words)]->store(value);
    if (words[which % std::size(words)] != &page.interruptGpu) return;
    // Read-to-clear: a bit is seen once.
    must(word(0x1018) == value, "an interrupt bit was lost");
    must(word(0x1018) == 0, "an interrupt bit was seen twice");
}

void Machine::lifecycle(uint32_t which) {
    switch (which % 8) {
    case 0: m_device.reset(); break;
    case 1: m_device.clientGone(); break;
    case 2: m_device.clientConnected(); return;
    case 3: m_device.describeToRenderer(); return;
    case 4: m_device.fireInterrupt(); return;
    case 5: m_device.installInterrupt(UniqueFd()); return;
    case 6: m_device.ramMapped({0x1000, 0x1000, 0, true, -1}); return;
    default: m_device.ramUnmapped(0x1000, 0x1000); return;
    }
    m_stored.clear();
    must(word(0x1000) == 0 && word(0x1034) == 0 && word(0x1008) == 0, "a reset left the FIFO or the version behind");
}

void Machine::run(const Step& step) {
    Input in = step.input();
    switch (step.what & 7) {
    case 0: return readConfig(in);
    case 1: {
        const uint8_t offset = in.u8();
        return write(transport::kConfigRegion, offset, in.rest());
    }
    case 2: {
        const uint16_t offset = in.u16();
        return readBar(offset, in.u8());
    }
    case 3:
    case 4: {
        const uint16_t offset = in.u16();
        return writeBar(offset, in.rest());
    }
    case 5: {
        const uint8_t which = in.u8();
        return scribble(which, in.u32());
    }
    case 6: {
        const uint8_t bits = in.u8();
        m_port.acksAtOnce = bits & 1;
        m_port.isAcked = bits & 2;
        return;
    }
    default: return lifecycle(in.u8());
    }
}

void Machine::check() {
    const auto identity = read(transport::kConfigRegion, 0, 4);
    for (size_t i = 0; i < kIdentity.size(); ++i) must(identity[i] == std::byte{kIdentity[i]}, "the device is another one now");
    for (const auto& [offset, value] : m_stored) must(word(offset) == value, "a register lost what was written");
    must(word(0x1204) == 1 && word(0x1224) == 64, "a constant register changed");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const bool isQuiet = (spdlog::set_level(spdlog::level::off), true);
    if (!isQuiet || size == 0) return 0;
    Machine machine(1 + data[0] % 8);
    fuzz::Script script({data + 1, size - 1});
    while (const auto step = script.next()) machine.run(*step);
    machine.check();
    return 0;
}
