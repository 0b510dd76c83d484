// The storage block that buffers share when a function has more of them than GL has blocks (reflection.h, P_arena): copies of their bytes,
// made before a draw or dispatch; what it writes is copied back. Thread: the one of the context.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "pvg/base/decline.h"
#include "renderer-gl/buffers.h"

namespace gl {

// The bytes of a GL buffer that a slot reaches.
struct BufferReach {
    GLuint buffer = 0;
    uint64_t begin = 0, end = 0;
    bool isWritten = false;
    bool isInArena = false; // has no block of its own
    std::optional<uint64_t> address; // in the guest, where pointers may lead to these bytes
    bool isEmpty() const { return begin >= end; }
};

// What lies in the arena, and where. Bytes that several slots reach are there once, so that they see each other's stores; a slot with a
// block of its own joins them when one of the two writes.
class ArenaPlan {
public:
    struct Region {
        GLuint buffer = 0;
        uint64_t begin = 0, end = 0; // multiples of 16
        uint64_t at = 0;             // of `begin` in the arena, a multiple of 16
        std::vector<BufferReach> written;
        bool overlaps(const BufferReach& reach) const { return buffer == reach.buffer && begin < reach.end && reach.begin < end; }
    };

    ArenaPlan() = default;
    explicit ArenaPlan(std::span<const BufferReach> all);

    const std::vector<Region>& regions() const { return m_regions; }
    uint64_t bytes() const { return m_bytes; }
    // Where the slot's first byte is; nothing: it has a block of its own, or no bytes.
    std::optional<uint64_t> placeOf(const BufferReach& reach) const;

private:
    void add(const BufferReach& reach);
    bool joins(const BufferReach& reach) const;

    std::vector<Region> m_regions;
    uint64_t m_bytes = 0;
};

// P_memory
struct MemoryTable {
    GLuint start = 0, bytes = 0, tableWord = 0, entries = 0;
};

class Arena {
public:
    // `mostBytes`: what a block may hold.
    Arena(StateCache& state, uint64_t mostBytes) : m_state(state), m_mostBytes(std::min(mostBytes, kMostBytes)) {}

    // Copies in what the slots of all stages of a draw or dispatch need, nothing where none is in the arena. Declined: more than a block
    // can hold, or no memory for it.
    pvg::Declined<void> fill(std::span<const BufferReach> all);
    // As fill() with nothing.
    void clear() {
        if (!m_plan.regions().empty()) m_plan = {};
        m_table = {};
    }
    // Copies back what the slots of the last fill() write, and forgets them.
    void giveBack();

    std::optional<uint64_t> placeOf(const BufferReach& reach) const { return m_plan.placeOf(reach); }
    // The part of the arena's buffer from `place` on that holds `size` bytes, aligned as blocks must be.
    BufferRange range(uint64_t place, uint64_t size, uint64_t alignment) const;
    BufferRange whole() const { return {m_name.get(), 0, m_size}; }
    // Of the last fill().
    const MemoryTable& table() const { return m_table; }

private:
    static constexpr uint64_t kMostBytes = uint64_t(1) << 30; // offsets stay below air::kNowhere
    void reserve(uint64_t bytes);
    void writeTable(std::span<const BufferReach> all);

    StateCache& m_state;
    uint64_t m_mostBytes;
    ArenaPlan m_plan;
    MemoryTable m_table;
    BufferName m_name;
    uint64_t m_size = 0;
};

} // namespace gl
