// One task's GPU virtual address space: a walker over the guest's own page tables (objects.md 2, device.md 6.2). Thread: engine.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "pvg/memory/guest_memory.h"

namespace pvg {

class AddressSpace {
public:
    // `directoryPage`: guest-physical page number of the task directory {u32 root PN, u32 depth}. `length`: bytes of VA, exclusive bound.
    AddressSpace(const GuestMemory& memory, uint64_t length, uint32_t directoryPage);
    ~AddressSpace();

    uint64_t length() const { return m_length; }
    // Walks every page of [va, va + size); contiguous guest pages become one span. Nothing is cached across invalidate().
    Declined<void> spans(GuestVirt va, uint64_t size, bool forWrite, ScatterList& out);
    Declined<void> read(GuestVirt va, std::span<std::byte> out);
    Declined<void> write(GuestVirt va, std::span<const std::byte> in); // caller holds a gate Pass
    // 0x39, 0x22, 0x3c: forget cached translations that overlap the range.
    void invalidate(GuestVirt va, uint64_t size);
    void invalidateAll();
    // Raised by every invalidate: users that cache scatter lists compare it.
    uint64_t generation() const { return m_generation; }

private:
    struct Cache;
    struct Node {
        uint32_t* entries = nullptr;
        GuestPhys base;
    };
    Declined<Node> leafNode(uint64_t va);
    // Entries of the pages from `va` on up to `last`, as far as they lie in one last-level node. Valid until the next call.
    Declined<std::span<const uint32_t>> entries(uint64_t va, uint64_t last);

    const GuestMemory& m_memory;
    uint64_t m_length;
    uint32_t m_directoryPage;
    uint64_t m_generation = 1;
    std::unique_ptr<Cache> m_cache;
};

} // namespace pvg
