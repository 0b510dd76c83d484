// The records of one unpacked chunk, one after the other. Each has a word (kind in the low byte, length of what follows above it), its time
// as a zigzag difference to the record before it, and the body.
#pragma once

#include <optional>

#include "pvg/trace/archive.h"
#include "pvg/trace/format.h"

namespace pvg::trace {

// `body` is valid until the next call of the reader's next(), seek*() or rewind().
struct RecordView {
    RecordKind kind{}; // may be a number without a row
    uint32_t segment = 0;
    uint64_t sequence = 0;
    uint64_t timeNs = 0; // since the trace began
    std::span<const std::byte> body;
};

class RecordWalk {
public:
    // `raw` outlives the walk.
    RecordWalk(std::span<const std::byte> raw, const ChunkHeader& header)
        : m_in(raw), m_segment(header.segment), m_left(header.records), m_sequence(header.firstSequence), m_time(header.firstTimeNs) {}

    std::optional<RecordView> next() {
        if (m_left == 0 || m_in.failed()) return std::nullopt;
        const uint32_t word = m_in.u32();
        ByteReader record(m_in.bytes(word >> 8));
        uint64_t time = 0;
        if (m_in.failed() || !getVarint(record, ~uint64_t{0}, time)) {
            m_in.skip(m_in.remaining() + 1); // nothing behind it can be trusted
            return std::nullopt;
        }
        m_time += uint64_t(unzigzag(time));
        --m_left;
        return RecordView{RecordKind(word & 0xff), m_segment, m_sequence++, m_time, record.bytes(record.remaining())};
    }
    // At the end: all promised records came, and nothing stands behind them.
    bool isWhole() const { return m_left == 0 && !m_in.failed() && m_in.remaining() == 0; }

private:
    ByteReader m_in;
    uint32_t m_segment, m_left;
    uint64_t m_sequence, m_time;
};

} // namespace pvg::trace
