// Mutates the command buffer behind the descriptors as segments and records: opcodes of the table with their lengths, whole records moved about,
// and lengths put right again after the byte mutator has been at the payloads.
#include <algorithm>
#include <cstring>

#include "pvg/stream/opcodes.h"
#include "tests/fuzz/step_mutator.h"

using namespace pvg;
using fuzz::below;
using fuzz::Random;

namespace {

using Bytes = std::vector<uint8_t>;

struct Record {
    uint32_t opcode = 0;
    Bytes payload;
};
struct Segment {
    uint8_t type = 0;
    uint8_t continues = 0;
    std::vector<Record> records;
};

// Where the command buffer begins (stream.cpp, placeDescriptors).
size_t chunkStart(std::span<const uint8_t> input) {
    if (input.empty()) return 0;
    size_t at = 1;
    for (uint32_t i = input[0] % 8; i > 0 && at + 2 <= input.size(); --i) at = std::min(at + 2 + input[at + 1], input.size());
    return at;
}

std::vector<Segment> parse(std::span<const uint8_t> chunk) {
    std::vector<Segment> out;
    stream::SegmentWalker segments(std::as_bytes(chunk));
    while (const auto segment = segments.next()) {
        out.push_back({segment->type, segment->continues, {}});
        stream::RecordWalker records(segment->body);
        while (const auto record = records.next()) {
            const auto* first = reinterpret_cast<const uint8_t*>(record->payload.data());
            out.back().records.push_back({record->opcode, Bytes(first, first + record->payload.size())});
        }
    }
    return out;
}

void word(Bytes& out, uint32_t value) {
    for (int i = 0; i < 4; ++i) out.push_back(uint8_t(value >> 8 * i));
}

Bytes serialize(const std::vector<Segment>& segments) {
    Bytes out;
    for (const Segment& segment : segments) {
        Bytes body;
        for (const Record& record : segment.records) {
            const size_t padded = (record.payload.size() + 3) / 4 * 4;
            word(body, record.opcode);
            word(body, uint32_t(8 + padded));
            body.insert(body.end(), record.payload.begin(), record.payload.end());
            body.resize(body.size() + padded - record.payload.size());
        }
        word(out, uint32_t(8 + body.size()));
        out.insert(out.end(), {segment.type, segment.continues, 0, 0});
        out.insert(out.end(), body.begin(), body.end());
    }
    return out;
}

// Refs that exist, small counts, and now and then anything.
Record inventRecord(Random& random, uint8_t type) {
    const auto rows = stream::opcodes();
    const stream::Opcode* row = &rows[below(random, uint32_t(rows.size()))];
    for (int i = 0; i < 64 && uint8_t(row->group) != type; ++i) row = &rows[below(random, uint32_t(rows.size()))];
    Record record{row->code, Bytes(row->total - std::min<uint32_t>(row->total, 8) + 4 * below(random, 4))};
    for (size_t at = 0; at + 2 <= record.payload.size(); at += 2) {
        const uint32_t kind = below(random, 6);
        record.payload[at] = kind < 2 ? 0 : uint8_t(kind < 4 ? below(random, 4) : kind == 4 ? 8 + below(random, 15) : fuzz::edgeNumber(random));
    }
    return record;
}

void mutate(std::vector<Segment>& segments, Random& random) {
    if (segments.empty() || below(random, 12) == 0) segments.push_back({uint8_t(below(random, stream::kGroupCount)), 0, {}});
    Segment& segment = segments[below(random, uint32_t(segments.size()))];
    auto& records = segment.records;
    const uint32_t at = records.empty() ? 0 : below(random, uint32_t(records.size()));
    switch (records.empty() ? 0 : below(random, 8)) {
    case 0:
    case 1: records.insert(records.begin() + at, inventRecord(random, segment.type)); return;
    case 2: records.erase(records.begin() + at); return;
    case 3: records.push_back(records[at]); return;
    case 4: std::swap(records[at], records[below(random, uint32_t(records.size()))]); return;
    case 5: segment.continues ^= 1; return;
    default: break;
    }
    Bytes& payload = records[at].payload;
    const size_t size = payload.size();
    payload.resize(size + 8);
    payload.resize(LLVMFuzzerMutate(payload.data(), size, payload.size()));
}

} // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t maxSize, unsigned seed) {
    Random random(seed);
    if (below(random, 3) == 0) return LLVMFuzzerMutate(data, size, maxSize);
    const size_t start = chunkStart({data, size});
    auto segments = parse(std::span(data, size).subspan(start));
    for (uint32_t i = 1 + below(random, 3); i > 0; --i) mutate(segments, random);
    Bytes out(data, data + start);
    if (out.empty()) out.push_back(0);
    const Bytes chunk = serialize(segments);
    out.insert(out.end(), chunk.begin(), chunk.end());
    out.resize(std::min(out.size(), maxSize));
    std::copy(out.begin(), out.end(), data);
    return out.size();
}
