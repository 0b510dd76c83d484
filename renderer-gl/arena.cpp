#include "renderer-gl/arena.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "pvg/base/checked.h"

namespace gl {

namespace {

constexpr uint64_t kMostBytes = uint64_t(128) << 20; // what llvmpipe lets a block reach
constexpr uint64_t kAlignment = 16;                  // buffers end there (buffers.cpp)

uint64_t alignDown(uint64_t n, uint64_t alignment) { return n / alignment * alignment; }

} // namespace

// A slot that has to be in the arena may bring in others, which overlap still others.
ArenaPlan::ArenaPlan(std::span<const BufferReach> all) {
    std::vector<BufferReach> others;
    for (const BufferReach& reach : all) {
        if (reach.isEmpty()) continue;
        if (reach.isInArena) add(reach);
        else others.push_back(reach);
    }
    const auto next = [&] { return std::find_if(others.begin(), others.end(), [&](const BufferReach& r) { return joins(r); }); };
    for (auto joining = next(); joining != others.end(); joining = next()) {
        add(*joining);
        others.erase(joining);
    }
    for (Region& region : m_regions) {
        region.at = m_bytes;
        m_bytes += region.end - region.begin;
    }
}

bool ArenaPlan::joins(const BufferReach& reach) const {
    return std::any_of(m_regions.begin(), m_regions.end(),
                       [&](const Region& r) { return r.overlaps(reach) && (reach.isWritten || !r.written.empty()); });
}

void ArenaPlan::add(const BufferReach& reach) {
    Region whole{reach.buffer, alignDown(reach.begin, kAlignment), pvg::alignUp(reach.end, kAlignment), 0, {}};
    if (reach.isWritten) whole.written.push_back(reach);
    std::erase_if(m_regions, [&](const Region& r) {
        if (r.buffer != whole.buffer || r.end <= whole.begin || whole.end <= r.begin) return false;
        whole.begin = std::min(whole.begin, r.begin);
        whole.end = std::max(whole.end, r.end);
        whole.written.insert(whole.written.end(), r.written.begin(), r.written.end());
        return true;
    });
    m_regions.push_back(std::move(whole));
}

// No two regions share bytes, so the one that holds the slot's first byte holds all of them.
std::optional<uint64_t> ArenaPlan::placeOf(const BufferReach& reach) const {
    if (reach.isEmpty()) return std::nullopt;
    for (const Region& r : m_regions)
        if (r.overlaps(reach) && (reach.isInArena || reach.isWritten || !r.written.empty())) return r.at + (reach.begin - r.begin);
    return std::nullopt;
}

pvg::Declined<void> Arena::fill(std::span<const BufferReach> all) {
    m_plan = ArenaPlan(all);
    if (m_plan.bytes() > kMostBytes) {
        const uint64_t bytes = m_plan.bytes();
        m_plan = {};
        return pvg::decline(pvg::DeclineReason::LimitExceeded, "{} bytes in buffers beyond the storage blocks, at most {}", bytes, kMostBytes);
    }
    if (all.empty()) return {};
    reserve(m_plan.bytes());
    // Stores of earlier draws and dispatches may still be on their way, to the buffers and to the arena.
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    for (const ArenaPlan::Region& r : m_plan.regions())
        glCopyNamedBufferSubData(r.buffer, m_name.get(), GLintptr(r.begin), GLintptr(r.at), GLsizeiptr(r.end - r.begin));
    m_state.countCalls(m_plan.regions().size() + 1);
    return {};
}

void Arena::giveBack() {
    const ArenaPlan plan = std::exchange(m_plan, {});
    const auto isOnlyRead = [](const ArenaPlan::Region& r) { return r.written.empty(); };
    if (std::all_of(plan.regions().begin(), plan.regions().end(), isOnlyRead)) return;
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    for (const ArenaPlan::Region& region : plan.regions())
        for (const BufferReach& reach : region.written) {
            const uint64_t begin = alignDown(reach.begin, 4), end = pvg::alignUp(reach.end, 4); // stores are of whole words
            const uint64_t from = region.at + (begin - region.begin);
            glCopyNamedBufferSubData(m_name.get(), region.buffer, GLintptr(from), GLintptr(begin), GLsizeiptr(end - begin));
            m_state.countCalls(1);
        }
}

BufferRange Arena::range(uint64_t place, uint64_t size, uint64_t alignment) const {
    const uint64_t start = alignDown(place, alignment);
    return {m_name.get(), start, std::min(pvg::alignUp(place + size, 4), m_size) - start};
}

void Arena::reserve(uint64_t bytes) {
    if (m_name && m_size >= bytes) return;
    if (m_name) m_state.forgetBuffer(m_name.get());
    m_name = makeBuffer();
    m_size = std::bit_ceil(std::max<uint64_t>(bytes, 65536));
    glNamedBufferStorage(m_name.get(), GLsizeiptr(m_size), nullptr, 0);
    m_state.countCalls(2);
}

} // namespace gl
