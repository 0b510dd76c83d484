#include "pvg/fifo/ring.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "pvg/base/byte_reader.h"

namespace pvg {

Ring Ring::contiguous(GuestPhys base, uint32_t length) {
    Ring ring;
    ring.m_extents.push_back({base, length});
    ring.m_length = length;
    return ring;
}

Declined<Ring> Ring::fromPageList(const GuestMemory& memory, GuestPhys list) {
    std::array<std::byte, kPageSize> raw;
    if (!list) return decline(DeclineReason::BadRing, "page list at page 0");
    auto read = memory.read(list, raw);
    if (!read) return read.failure();
    Ring ring;
    for (size_t i = 0; i < kPageSize / 4; ++i) {
        auto page = loadAt<uint32_t>(raw, 4 * i);
        if (page == 0) break;
        if (i == kMaxPages) return decline(DeclineReason::BadRing, "page list at {:#x} has more than {} pages", list.value, kMaxPages);
        ring.m_extents.push_back({GuestPhys{uint64_t{page} << kPageShift}, uint32_t(kPageSize)});
    }
    if (ring.m_extents.empty()) return decline(DeclineReason::BadRing, "page list at {:#x} is empty", list.value);
    ring.m_length = uint32_t(ring.m_extents.size() * kPageSize);
    return ring;
}

Declined<void> Ring::copy(const GuestMemory& memory, uint32_t counter, uint32_t offset, std::span<std::byte> out) const {
    assert(uint64_t{offset} + out.size() <= m_length);
    uint64_t position = (uint64_t{counter % m_length} + offset) % m_length;
    while (!out.empty()) {
        const Extent& extent = m_extents[position / m_extents.front().size];
        uint64_t inside = position % extent.size;
        size_t n = std::min<size_t>(out.size(), extent.size - inside);
        auto read = memory.read(GuestPhys{extent.base.value + inside}, out.first(n));
        if (!read) return read;
        out = out.subspan(n);
        position = (position + n) % m_length;
    }
    return {};
}

} // namespace pvg
