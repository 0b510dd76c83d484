// Everything the guest can see of the engine's progress: stamps, consumer counters, status bits, interrupts, writes into guest pages. One
// place, because each of these must pass the write gate with the engine's epoch. Thread: engine.
#pragma once

#include <optional>
#include <span>

#include "pvg/base/counters.h"
#include "pvg/memory/address_space.h"
#include "pvg/memory/guest_memory.h"
#include "pvg/seam/page.h"

namespace pvg {

class Publisher {
public:
    // `interruptFd`: the private MSI eventfd, not owned.
    Publisher(GuestMemory& memory, seam::Page& page, int interruptFd, Counters& counters);

    Epoch epoch() const { return m_epoch; }
    void setEpoch(Epoch epoch) { m_epoch = epoch; }
    // Start of the stamp page; nullopt: no FIFO.
    void setStampPage(std::optional<GuestPhys> page) { m_stampPage = page; }

    static constexpr uint32_t kStampSlots = 1024;
    std::optional<uint32_t> stamp(StampSlot slot) const;
    // Stores only what advances the stamp; status bit and interrupt follow in any case (decisions.md 8). Everything the guest may now look at
    // has been written before.
    void publishStamp(StampSlot slot, uint32_t value);

    void publishRootRead(uint32_t counter);
    void publishRead(GuestPhys counterAddress, uint32_t counter);

    Declined<void> write(GuestPhys at, std::span<const std::byte> bytes);
    Declined<void> write(AddressSpace& space, GuestVirt at, std::span<const std::byte> bytes);
    // ORs `bits` into the pending word, then the port's status bit, then the interrupt (device.md 8.3).
    Declined<void> raiseDisplay(DisplayPort port, GuestPhys pendingWord, uint32_t bits);

private:
    void interrupt();

    GuestMemory& m_memory;
    seam::Page& m_page;
    int m_interruptFd;
    Counters& m_counters;
    Epoch m_epoch;
    std::optional<GuestPhys> m_stampPage;
};

} // namespace pvg
