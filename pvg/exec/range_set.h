// Half-open byte ranges, merged where they touch. Few and short-lived: what a packet's GPU work wrote of one buffer.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pvg {

struct ByteRange {
    uint64_t begin = 0, end = 0;
    bool empty() const { return begin >= end; }
    uint64_t size() const { return empty() ? 0 : end - begin; }
    bool contains(const ByteRange& other) const { return other.empty() || (begin <= other.begin && other.end <= end); }
    bool operator==(const ByteRange&) const = default;
};

class RangeSet {
public:
    void add(ByteRange range) {
        if (range.empty()) return;
        auto first = std::find_if(m_ranges.begin(), m_ranges.end(), [&](const ByteRange& r) { return r.end >= range.begin; });
        auto last = first;
        for (; last != m_ranges.end() && last->begin <= range.end; ++last)
            range = {std::min(range.begin, last->begin), std::max(range.end, last->end)};
        m_ranges.insert(m_ranges.erase(first, last), range);
        if (m_ranges.size() > kMaxRanges) collapse();
    }
    void clear() { m_ranges.clear(); }
    bool empty() const { return m_ranges.empty(); }
    const std::vector<ByteRange>& ranges() const { return m_ranges; }

private:
    // Reading a little more than was written costs less than many small reads.
    static constexpr size_t kMaxRanges = 32;
    void collapse() { m_ranges = {ByteRange{m_ranges.front().begin, m_ranges.back().end}}; }

    std::vector<ByteRange> m_ranges; // sorted
};

} // namespace pvg
