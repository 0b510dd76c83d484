// What a trace holds, in figures: one walk over all of it.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pvg/trace/reader.h"

namespace pvg::trace {

struct Summary {
    uint64_t fileBytes = 0, packedBytes = 0, rawBytes = 0; // of the file; of the chunks, packed and unpacked
    uint64_t chunks = 0, records = 0, malformed = 0;
    uint64_t durationNs = 0; // time of the last record
    uint64_t wallClockNs = 0; // of the beginning, since 1970
    uint64_t frames = 0;
    uint64_t blobs = 0, storedBlobBytes = 0; // lists count as blobs, their bytes once
    uint64_t readBytes = 0;                  // that reads refer to; more than storedBlobBytes where content came again
    uint64_t registerReads = 0, registerWrites = 0, rendererDeaths = 0;
    std::array<uint64_t, 256> kinds{};       // records by number
    std::map<uint16_t, uint64_t> commands;   // by id
    std::map<std::string, uint64_t> declines; // by reason
    std::vector<SegmentStart> segments;
    std::optional<SessionInfo> session; // of the first segment that has one
    uint32_t protocolVersion = 0;       // the last one that was negotiated; 0: none
    std::optional<RecordingEnd> end;    // the last one
    std::optional<Cut> cut;

    uint64_t bytesPerMinute() const { return durationNs == 0 ? 0 : uint64_t(double(fileBytes) * 60e9 / double(durationNs)); }
};

// From the beginning; afterwards the reader is at its end.
Summary summarise(TraceReader& reader);

} // namespace pvg::trace
