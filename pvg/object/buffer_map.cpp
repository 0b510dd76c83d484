#include "pvg/object/buffer_map.h"

#include <algorithm>
#include <tuple>

namespace pvg {

namespace {
constexpr size_t kMaxOverlap = 64; // buffers over the same bytes that are looked through
}

BufferMap::BufferMap(std::vector<Extent> extents) : m_extents(std::move(extents)) {
    // Of equal bases the smallest ref comes last: the search goes backwards.
    std::ranges::sort(m_extents, [](const Extent& a, const Extent& b) {
        return std::tuple(a.base.value, b.ref.value) < std::tuple(b.base.value, a.ref.value);
    });
    uint64_t furthest = 0;
    for (const Extent& e : m_extents) m_furthest.push_back(furthest = std::max(furthest, e.base.value + e.size));
}

const BufferMap::Extent* BufferMap::find(GuestVirt address) const {
    const auto behind = std::ranges::upper_bound(m_extents, address.value, {}, [](const Extent& e) { return e.base.value; });
    const auto end = size_t(behind - m_extents.begin()), last = end > kMaxOverlap ? end - kMaxOverlap : 0;
    for (size_t i = end; i-- > last && m_furthest[i] > address.value;)
        if (address.value - m_extents[i].base.value < m_extents[i].size) return &m_extents[i];
    return nullptr;
}

} // namespace pvg
