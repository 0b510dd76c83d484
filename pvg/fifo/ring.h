// The bytes of a command ring: the root FIFO's contiguous buffer, or a child's page list (device.md 5.1, 5.2). Thread: engine.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pvg/memory/guest_memory.h"

namespace pvg {

class Ring {
public:
    Ring() = default;
    // `length` bytes from `base` on.
    static Ring contiguous(GuestPhys base, uint32_t length);
    // Entries of the page list at `list` up to its first zero, at most kMaxPages.
    static Declined<Ring> fromPageList(const GuestMemory& memory, GuestPhys list);

    uint32_t length() const { return m_length; }
    // Copies bytes [offset, offset + out.size()) of the command that starts at `counter`. The position is counter % length, taken once per
    // command (decisions.md 7), then linear with one wrap. offset + out.size() <= length().
    Declined<void> copy(const GuestMemory& memory, uint32_t counter, uint32_t offset, std::span<std::byte> out) const;

    static constexpr size_t kMaxPages = 256;

private:
    struct Extent {
        GuestPhys base;
        uint32_t size = 0;
    };
    std::vector<Extent> m_extents; // equal sizes
    uint32_t m_length = 0;
};

} // namespace pvg
