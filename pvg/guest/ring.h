// Producer side of one channel (device.md 5.1, 5.2).
#pragma once

#include <span>
#include <vector>

#include "pvg/guest/platform.h"

namespace pvg::guest {

// The ring's bytes: pages in ring order, for the root FIFO as for children.
class Ring {
public:
    Ring() = default;
    explicit Ring(std::vector<Page> pages) : m_pages(std::move(pages)) {}

    uint32_t length() const { return static_cast<uint32_t>(m_pages.size() * 4096); }
    uint32_t written() const { return m_written; }
    std::span<const Page> pages() const { return m_pages; }

    // Whether `bytes` fit while the host has consumed up to `read`.
    bool hasRoom(uint32_t read, size_t bytes) const { return length() - (m_written - read) >= bytes; }

    // Copies the command to the producer position, with one wrap at the ring's end, and moves the counter; the caller publishes it.
    // The position is counter % length, taken once per command (decisions.md 7).
    void put(std::span<const std::byte> command);

private:
    std::vector<Page> m_pages;
    uint32_t m_written = 0;
};

} // namespace pvg::guest
