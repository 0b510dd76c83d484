#include "renderer-gl/arena.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

#include "pvg/base/checked.h"

namespace gl {

namespace {

constexpr uint64_t kAlignment = 16; // buffers end there (buffers.cpp)
constexpr uint64_t kGap = 16;       // zeros behind a copy, to which a pointer to its end leads

// reflection.h, P_memory
struct TableEntry {
    GLuint low, high, bytes, offset;
    bool operator==(const TableEntry&) const = default;
    bool operator<(const TableEntry& other) const { return std::tie(high, low, bytes) < std::tie(other.high, other.low, other.bytes); }
};

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
        m_bytes += region.end - region.begin + kGap;
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
    m_table = {};
    if (all.empty()) return {};
    const uint64_t bytes = m_plan.bytes(), tableBytes = all.size() * sizeof(TableEntry);
    if (bytes + tableBytes > m_mostBytes) {
        m_plan = {};
        return pvg::decline(pvg::DeclineReason::LimitExceeded, "{} bytes of buffers in one storage block, at most {}", bytes, m_mostBytes);
    }
    reserve(bytes + tableBytes);
    if (m_size == 0) {
        m_plan = {};
        return pvg::decline(pvg::DeclineReason::HostFailure, "no memory for {} bytes of buffers in one storage block", bytes);
    }
    // Stores of earlier draws and dispatches may still be on their way, to the buffers and to the arena.
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    for (const ArenaPlan::Region& r : m_plan.regions())
        glCopyNamedBufferSubData(r.buffer, m_name.get(), GLintptr(r.begin), GLintptr(r.at), GLsizeiptr(r.end - r.begin));
    m_state.countCalls(m_plan.regions().size() + 1);
    writeTable(all);
    return {};
}

void Arena::writeTable(std::span<const BufferReach> all) {
    std::vector<TableEntry> table;
    for (const BufferReach& reach : all) {
        const auto place = reach.address ? placeOf(reach) : std::nullopt;
        if (place) table.push_back({GLuint(*reach.address), GLuint(*reach.address >> 32), GLuint(reach.end - reach.begin), GLuint(*place)});
    }
    if (table.empty()) return;
    // Both stages of a draw may name one buffer.
    std::sort(table.begin(), table.end());
    table.erase(std::unique(table.begin(), table.end()), table.end());
    for (const ArenaPlan::Region& r : m_plan.regions()) {
        const auto end = GLintptr(r.at + (r.end - r.begin));
        glClearNamedBufferSubData(m_name.get(), GL_R32UI, end, kGap, GL_RED_INTEGER, GL_UNSIGNED_INT, nullptr);
    }
    glNamedBufferSubData(m_name.get(), GLintptr(m_plan.bytes()), GLsizeiptr(table.size() * sizeof(TableEntry)), table.data());
    m_state.countCalls(m_plan.regions().size() + 1);
    m_table = {0, GLuint(m_plan.bytes()), GLuint(m_plan.bytes() / 4), GLuint(table.size())};
}

void Arena::giveBack() {
    if (m_plan.regions().empty()) return;
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
    glNamedBufferStorage(m_name.get(), GLsizeiptr(m_size), nullptr, GL_DYNAMIC_STORAGE_BIT);
    if (!m_state.gotMemory()) m_size = 0;
    m_state.countCalls(2);
}

} // namespace gl
