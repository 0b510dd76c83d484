// Every register with accesses of any size and alignment and with every extreme value, regions and offsets that do not exist, and resets in
// the middle of work (device.md 1.2, 2, 9; decisions.md 5, 32).
#include <doctest/doctest.h>

#include <algorithm>

#include "pvg/device/registers.h"
#include "tests/protocol/hostile_matrix.h"

using namespace hostile;

namespace {

using Reg = device::Register;

struct Row {
    const char* name;
    uint32_t offset;
};
constexpr std::array kRows{
#define REGISTER(name, offset, ...) Row{#name, offset},
#include "pvg/device/registers.inc"
#undef REGISTER
    Row{"reserved", 0x0}, Row{"reserved end", 0xff0}, Row{"unnamed", 0x1100}, Row{"storage", 0x2000}, Row{"storage end", 0x3ff0},
};

constexpr uint32_t kBar0 = 0, kConfig = 7;

VfioClient& client(Guest& g) { return static_cast<VfioPlatform&>(g.platform()).client(); }

void add(std::vector<Attack>& attacks, std::string name, std::function<void(Guest&)> run, bool breaksDevice = false) {
    attacks.push_back({std::move(name), std::move(run), {}, breaksDevice});
}

bool isZero(std::span<const std::byte> bytes) { return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; }); }

// 4 and 8 aligned bytes are served; all else inside the BAR reads 0 and writes nothing.
void addSizes(std::vector<Attack>& attacks, const Row& row) {
    for (const uint32_t shift : {0u, 1u, 2u, 3u})
        for (const size_t size : {size_t{1}, size_t{2}, size_t{3}, size_t{4}, size_t{5}, size_t{8}}) {
            const bool isServed = (size == 4 || size == 8) && (row.offset + shift) % size == 0;
            const std::string where = "+" + std::to_string(shift) + ", bytes";
            add(attacks, caseName(row.name, "read " + where, size), [=, at = row.offset + shift](Guest& g) {
                Bytes bytes(size, std::byte{0x5a});
                CHECK(client(g).read({kBar0, at}, bytes));
                if (!isServed) CHECK(isZero(bytes));
            });
            if (isServed) continue;
            add(attacks, caseName(row.name, "write " + where, size), [=, offset = row.offset, at = row.offset + shift](Guest& g) {
                const auto registers = [&] {
                    const bool isCleared = offset == uint32_t(Reg::InterruptStatusGpu) || offset == uint32_t(Reg::InterruptStatusDisplay);
                    return isCleared ? 0 : g.platform().readRegister(offset);
                };
                const uint32_t before = registers();
                CHECK(client(g).write({kBar0, at}, Bytes(size, std::byte{0xff})));
                CHECK(registers() == before);
            });
        }
}

bool restartsDevice(uint32_t offset) {
    constexpr std::array kRestart{Reg::ControlFifo, Reg::Version, Reg::FifoWritten};
    return std::any_of(kRestart.begin(), kRestart.end(), [&](Reg r) { return uint32_t(r) == offset; });
}

void addValues(std::vector<Attack>& attacks, const Row& row) {
    // The guest's own root page is put back, as it would itself.
    for (const uint64_t value : extremesOf({row.name, "u32", 4, false}))
        add(attacks, caseName(row.name, "value", value), [=, offset = row.offset](Guest& g) {
            const uint32_t before = offset == uint32_t(Reg::RootPage) ? g.platform().readRegister(offset) : 0;
            g.platform().writeRegister(offset, static_cast<uint32_t>(value));
            (void)g.platform().readRegister(offset);
            if (offset == uint32_t(Reg::RootPage)) g.platform().writeRegister(offset, before);
        }, restartsDevice(row.offset));
}

void addOutside(std::vector<Attack>& attacks) {
    const auto outside = [&](uint32_t region, uint64_t offset, size_t size) {
        add(attacks, caseName("outside", "region " + std::to_string(region) + ", " + std::to_string(size) + " bytes at", offset), [=](Guest& g) {
            Bytes bytes(size);
            CHECK(!client(g).read({region, offset}, bytes));
            CHECK(!client(g).write({region, offset}, bytes));
        });
    };
    for (const uint64_t offset : {uint64_t{0x4000}, uint64_t{0x3ffd}, uint64_t{0x7fffffff}, uint64_t{1} << 32, uint64_t{1} << 63, ~uint64_t{3}})
        for (const size_t size : {size_t{4}, size_t{8}, size_t{64}}) outside(kBar0, offset, size);
    for (const uint64_t offset : {uint64_t{256}, uint64_t{253}, uint64_t{0x1000}, uint64_t{1} << 32, uint64_t{1} << 63, ~uint64_t{3}})
        for (const size_t size : {size_t{4}, size_t{8}}) outside(kConfig, offset, size);
    for (const uint32_t region : {1u, 2u, 3u, 4u, 5u, 6u, 8u, 9u, 255u, 0x80000000u, 0xffffffffu}) outside(region, 0, 4);
}

// Packets of draws and of fills in flight, some behind a barrier that never comes.
void submitWork(Guest& g, int packets, bool isParked) {
    for (int i = 0; i < packets; ++i) {
        RawStream s;
        for (int k = 0; k < 4; ++k) s.pass(g.target().ref, 16, 16);
        s.segment(2).record(0x132, ByteWriter().u32(g.scratch().ref.value).u64(32768).u64(32768).u32(static_cast<uint32_t>(i)));
        const Bytes bytes = s.take();
        g.scratch().memory.write(0, bytes);
        const CommandBuffer buffer{g.scratch().memory.address, bytes.size()};
        const Fence never{0, 0x7ffffff0};
        const std::span<const Fence> barriers = isParked && i == packets / 2 ? std::span(&never, 1) : std::span<const Fence>();
        g.driver().submit(Channel::Exec, Command::ExecIndirect2, encodeExec(g.user().id(), {}, {&buffer, 1}), barriers);
    }
}

void addResets(std::vector<Attack>& attacks) {
    for (const int packets : {1, 2, 5, 20, 60})
        for (const bool isParked : {false, true}) {
            const std::string what = std::string(isParked ? "parked" : "running") + " packets";
            add(attacks, caseName("RESET", what, uint64_t(packets)), [=](Guest& g) {
                submitWork(g, packets, isParked);
                CHECK(g.platform().resetFunction());
                CHECK(g.platform().readRegister(uint32_t(Reg::Version)) == 0);
                CHECK(g.platform().readRegister(uint32_t(Reg::FifoRead)) == 0);
            }, true);
            add(attacks, caseName("0x1000 off", what, uint64_t(packets)), [=](Guest& g) {
                submitWork(g, packets, isParked);
                g.platform().writeRegister(uint32_t(Reg::ControlFifo), 0);
                CHECK(g.platform().readRegister(uint32_t(Reg::ControlFifo)) == 0);
            }, true);
            add(attacks, caseName("0x1034", what, uint64_t(packets)), [=](Guest& g) {
                submitWork(g, packets, isParked);
                g.platform().writeRegister(uint32_t(Reg::Version), 6);
                CHECK(g.platform().readRegister(uint32_t(Reg::FifoRead)) == 0);
            }, true);
        }
}

std::vector<Attack> registerCases() {
    std::vector<Attack> attacks;
    for (const Row& row : kRows) addSizes(attacks, row);
    for (const Row& row : kRows) addValues(attacks, row);
    addOutside(attacks);
    addResets(attacks);
    return attacks;
}

} // namespace

TEST_CASE("each register with any size, alignment and value, and resets in the middle of work") {
    runAttacks(registerCases(), {kMatrixUser, true});
}
