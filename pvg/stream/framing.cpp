#include "pvg/stream/framing.h"

#include "pvg/base/byte_reader.h"

namespace pvg::stream {

std::optional<Segment> SegmentWalker::next() {
    if (m_rest.empty() || m_problem) return std::nullopt;
    const auto length = loadAt<uint32_t>(m_rest, 0);
    if (m_rest.size() < kSegmentHeader || length < kSegmentHeader || length > m_rest.size()) {
        m_problem = decline(DeclineReason::BadSegment, "length {}, {} bytes left", length, m_rest.size());
        return std::nullopt;
    }
    Segment segment;
    segment.type = loadAt<uint8_t>(m_rest, 4);
    segment.continues = loadAt<uint8_t>(m_rest, 5) != 0;
    segment.body = m_rest.subspan(kSegmentHeader, length - kSegmentHeader);
    m_rest = m_rest.subspan(length);
    return segment;
}

std::optional<Record> RecordWalker::next() {
    if (m_rest.empty() || m_problem) return std::nullopt;
    Record record;
    record.opcode = loadAt<uint32_t>(m_rest, 0);
    record.total = loadAt<uint32_t>(m_rest, 4);
    if (m_rest.size() < kRecordHeader || record.total < kRecordHeader || record.total > m_rest.size() || record.total % 4 != 0) {
        m_problem = decline(DeclineReason::BadRecord, "opcode {} has length {}, {} bytes left", record.opcode, record.total, m_rest.size());
        return std::nullopt;
    }
    record.payload = m_rest.subspan(kRecordHeader, record.total - kRecordHeader);
    m_rest = m_rest.subspan(record.total);
    return record;
}

} // namespace pvg::stream
