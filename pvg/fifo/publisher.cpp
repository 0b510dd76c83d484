#include "pvg/fifo/publisher.h"

#include <unistd.h>

namespace pvg {

namespace {
Decline staleEpoch(Epoch epoch) { return decline(DeclineReason::StaleEpoch, "epoch {}", epoch.value); }
} // namespace

Publisher::Publisher(GuestMemory& memory, seam::Page& page, int interruptFd, Counters& counters)
    : m_memory(memory), m_page(page), m_interruptFd(interruptFd), m_counters(counters), m_epoch(memory.gate().epoch()) {}

void Publisher::interrupt() {
    uint64_t one = 1;
    // The counter of an eventfd that nobody reads saturates; the interrupt is then pending anyway.
    if (::write(m_interruptFd, &one, sizeof one) == sizeof one) m_counters.add(Counter::Interrupts);
}

std::optional<uint32_t> Publisher::stamp(StampSlot slot) const {
    if (!m_stampPage || slot.value >= kStampSlots) return std::nullopt;
    auto word = m_memory.load32(GuestPhys{m_stampPage->value + uint64_t{4} * slot.value});
    return word ? std::optional(*word) : std::nullopt;
}

void Publisher::publishStamp(StampSlot slot, uint32_t value) {
    auto pass = m_memory.gate().enter(m_epoch);
    if (!pass) return;
    auto current = stamp(slot);
    if (!current) return;
    if (int32_t(value - *current) > 0) {
        auto stored = m_memory.store32(GuestPhys{m_stampPage->value + uint64_t{4} * slot.value}, value);
        if (!stored) m_counters.record(stored.error());
        else m_counters.add(Counter::StampsPublished);
    }
    m_page.interruptGpu.fetch_or(1U << (slot.value & 31), std::memory_order_release);
    interrupt();
}

void Publisher::publishRootRead(uint32_t counter) {
    if (auto pass = m_memory.gate().enter(m_epoch)) m_page.fifoRead.store(counter, std::memory_order_release);
}

void Publisher::publishRead(GuestPhys counterAddress, uint32_t counter) {
    auto pass = m_memory.gate().enter(m_epoch);
    if (!pass) return;
    auto stored = m_memory.store32(counterAddress, counter);
    if (!stored) m_counters.record(stored.error());
}

Declined<void> Publisher::write(GuestPhys at, std::span<const std::byte> bytes) {
    auto pass = m_memory.gate().enter(m_epoch);
    if (!pass) return staleEpoch(m_epoch);
    return m_memory.write(at, bytes);
}

Declined<void> Publisher::write(AddressSpace& space, GuestVirt at, std::span<const std::byte> bytes) {
    auto pass = m_memory.gate().enter(m_epoch);
    if (!pass) return staleEpoch(m_epoch);
    return space.write(at, bytes);
}

Declined<void> Publisher::raiseDisplay(DisplayPort port, GuestPhys pendingWord, uint32_t bits) {
    auto pass = m_memory.gate().enter(m_epoch);
    if (!pass) return staleEpoch(m_epoch);
    auto pending = m_memory.or32(pendingWord, bits);
    if (!pending) return pending;
    m_page.interruptDisp.fetch_or(1U << port.value, std::memory_order_release);
    interrupt();
    return {};
}

} // namespace pvg
