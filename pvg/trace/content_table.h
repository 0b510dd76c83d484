// Which content a segment has stored already: 128-bit content hash to blob id. Bounded: two generations, the older one forgotten when the
// younger one is full; forgotten content is stored once more when it comes again.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>

#include "pvg/trace/records.h"

namespace pvg::trace {

struct ContentHash {
    uint64_t low = 0, high = 0;
    bool operator==(const ContentHash&) const = default;
};
// Seeded differently in each recording: the guest, which chooses the content, cannot prepare two that collide.
ContentHash hashContent(std::span<const std::byte> bytes, uint64_t seed);

class ContentTable {
public:
    static constexpr size_t kDefaultGeneration = size_t{1} << 19;
    explicit ContentTable(size_t generation = kDefaultGeneration) : m_generation(generation) {}

    // 0: not there.
    BlobId find(const ContentHash& hash) {
        if (auto it = m_young.find(hash); it != m_young.end()) return it->second;
        auto it = m_old.find(hash);
        if (it == m_old.end()) return {};
        const BlobId id = it->second;
        insert(hash, id); // may drop m_old
        return id;
    }
    void insert(const ContentHash& hash, BlobId id) {
        if (m_young.size() >= m_generation) {
            m_old = std::move(m_young);
            m_young.clear();
        }
        m_young.emplace(hash, id);
    }
    size_t size() const { return m_young.size() + m_old.size(); }

private:
    struct Low {
        size_t operator()(const ContentHash& hash) const noexcept { return size_t(hash.low); }
    };
    using Generation = std::unordered_map<ContentHash, BlobId, Low>;

    size_t m_generation;
    Generation m_young, m_old;
};

} // namespace pvg::trace
