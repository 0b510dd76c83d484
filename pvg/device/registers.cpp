#include "pvg/device/registers.h"

#include <algorithm>
#include <cstring>

namespace pvg::device {
namespace {

enum class Access { Store, Constant, Live, Doorbell };

struct RegisterRow {
    Register reg;
    Access access;
    uint32_t reset;
};
constexpr RegisterRow kRows[] = {
#define REGISTER(name, offset, access, reset, meaning) {Register::name, Access::access, reset},
#include "pvg/device/registers.inc"
#undef REGISTER
};

Access accessOf(uint32_t offset) {
    const auto row = std::ranges::lower_bound(kRows, offset, {}, [](const RegisterRow& r) { return uint32_t(r.reg); });
    return row != std::end(kRows) && uint32_t(row->reg) == offset ? row->access : Access::Store;
}

constexpr bool isSorted() {
    for (size_t i = 1; i < std::size(kRows); ++i)
        if (kRows[i - 1].reg >= kRows[i].reg) return false;
    return true;
}
static_assert(isSorted(), "accessOf() searches by offset");

bool isServed(uint64_t offset, size_t size) { return (size == 4 || size == 8) && offset % size == 0; }

} // namespace

RegisterBlock::RegisterBlock(DeviceOptions options, seam::RendererPort& renderer) : m_options(options), m_renderer(renderer) { reset(); }

void RegisterBlock::reset() {
    m_store.fill(0);
    for (const auto& row : kRows) stored(row.reg) = row.reset;
    stored(Register::EfiModeSize) = m_options.modeWidth << 16 | (m_options.modeHeight & 0xffff);
    stored(Register::DisplayPortCount) = m_options.ports;
    seam::Page& page = m_renderer.page();
    page.rootPage = 0;
    page.interruptDisp = 0;
    page.interruptGpu = 0;
    page.replayDoorbells = 0;
    page.displayDoorbells = 0;
    page.doorbells = 0;
    clearCounters();
}

// FIFO_READ is the renderer's word: it clears it when it closes the old epoch; until then reads give 0 here.
void RegisterBlock::clearCounters() {
    m_renderer.page().fifoWritten = 0;
    m_countersCleared = true;
}

seam::FifoSetup RegisterBlock::fifoSetup() const {
    return {stored(Register::ControlFifo), stored(Register::FifoLength), stored(Register::FifoStart), stored(Register::FifoBasePage),
            stored(Register::Version)};
}

void RegisterBlock::read(uint64_t offset, std::span<std::byte> out) {
    std::ranges::fill(out, std::byte{0});
    if (!isServed(offset, out.size())) return;
    for (size_t i = 0; i < out.size(); i += 4) {
        const uint32_t value = read32(uint32_t(offset + i));
        std::memcpy(out.data() + i, &value, 4);
    }
}

void RegisterBlock::write(uint64_t offset, std::span<const std::byte> in) {
    if (!isServed(offset, in.size())) return;
    for (size_t i = 0; i < in.size(); i += 4) {
        uint32_t value = 0;
        std::memcpy(&value, in.data() + i, 4);
        write32(uint32_t(offset + i), value);
    }
}

uint32_t RegisterBlock::read32(uint32_t offset) {
    m_renderer.page().registerReads.fetch_add(1, std::memory_order_relaxed);
    if (offset < kFirst) return 0;
    const auto reg = Register(offset);
    switch (accessOf(offset)) {
    case Access::Store:
    case Access::Constant:
        return stored(reg);
    case Access::Live:
        return readLive(reg);
    case Access::Doorbell:
        return 0;
    }
    return 0;
}

uint32_t RegisterBlock::readLive(Register reg) {
    seam::Page& page = m_renderer.page();
    switch (reg) {
    case Register::ControlFifo:
    case Register::Version:
        m_renderer.awaitEpoch();
        return stored(reg);
    case Register::FifoWritten:
        return page.fifoWritten.load(std::memory_order_relaxed);
    case Register::FifoRead:
        if (m_countersCleared && !m_renderer.isEpochAcked()) return 0;
        return page.fifoRead.load(std::memory_order_acquire);
    // Read-to-clear in one step: a bit set after this read survives it (device.md 2.1).
    case Register::InterruptStatusDisplay:
        return page.interruptDisp.exchange(0);
    case Register::InterruptStatusGpu:
        return page.interruptGpu.exchange(0);
    case Register::InterruptFault:
        return page.interruptFault.load(std::memory_order_relaxed);
    case Register::RootPage:
        return stored(reg);
    default:
        return 0;
    }
}

void RegisterBlock::write32(uint32_t offset, uint32_t value) {
    m_renderer.page().registerWrites.fetch_add(1, std::memory_order_relaxed);
    if (offset < kFirst) return;
    const auto reg = Register(offset);
    switch (accessOf(offset)) {
    case Access::Store:
        stored(reg) = value;
        break;
    case Access::Constant:
        break;
    case Access::Live:
        writeLive(reg, value);
        break;
    case Access::Doorbell:
        writeDoorbell(reg, value);
        break;
    }
}

void RegisterBlock::writeLive(Register reg, uint32_t value) {
    seam::Page& page = m_renderer.page();
    switch (reg) {
    case Register::ControlFifo:
        writeControl(value);
        break;
    case Register::Version:
        writeVersion(value);
        break;
    case Register::FifoWritten:
        page.fifoWritten.store(value, std::memory_order_release);
        page.doorbells.fetch_or(1);
        m_renderer.ringDoorbell();
        break;
    case Register::RootPage:
        stored(reg) = value;
        page.rootPage.store(value, std::memory_order_release);
        break;
    case Register::InterruptStatusDisplay:
        page.interruptDisp.fetch_and(~value);
        break;
    case Register::InterruptStatusGpu:
        page.interruptGpu.fetch_and(~value);
        break;
    default:
        break; // FIFO_READ and INTR_FAULT are read-only
    }
}

void RegisterBlock::writeDoorbell(Register reg, uint32_t value) {
    seam::Page& page = m_renderer.page();
    const bool isChannel = value >= 1 && value <= 31;
    switch (reg) {
    case Register::MainKick:
        page.replayDoorbells.fetch_or(1);
        page.doorbells.fetch_or(1);
        break;
    case Register::ChildDoorbell:
        if (!isChannel) return;
        page.doorbells.fetch_or(1u << value);
        break;
    case Register::ChildReplayDoorbell:
        if (!isChannel) return;
        page.replayDoorbells.fetch_or(1u << value);
        page.doorbells.fetch_or(1u << value);
        break;
    case Register::DisplayDoorbell:
        if (value >= m_options.ports) return;
        page.displayDoorbells.fetch_or(1u << value);
        break;
    default:
        return;
    }
    m_renderer.ringDoorbell();
}

// Every non-zero write creates the root FIFO anew, zero stops all channels (device.md 2, decisions.md 5).
void RegisterBlock::writeControl(uint32_t value) {
    stored(Register::ControlFifo) = value;
    m_countersCleared = false;
    if (value) clearCounters();
    m_renderer.raiseEpoch(seam::MessageType::FifoControl, fifoSetup());
}

// Also the sign of a new driver instance (device.md 3). A proposal with bit 31 is the guest giving up: it reads back as written.
void RegisterBlock::writeVersion(uint32_t value) {
    const bool isGivingUp = value & 0x80000000;
    stored(Register::Version) = isGivingUp ? value : std::min(value, kMaxProtocolVersion);
    clearCounters();
    m_renderer.raiseEpoch(seam::MessageType::VersionWritten, fifoSetup());
}

} // namespace pvg::device
