// Finds the chunks of a trace: from the index of a file that was closed, else by a walk from header to header.
#pragma once

#include <optional>
#include <vector>

#include "pvg/base/result.h"
#include "pvg/trace/packing.h"

namespace pvg::trace {

struct ChunkScan {
    FileHeader header;
    std::vector<ChunkPlace> chunks; // of records, in file order, without a gap
    bool hasIndex = false;
    std::optional<Cut> cut; // set without an index

    uint64_t end() const { return chunks.empty() ? kFileHeaderSize : chunks.back().end(); }
};

// After a walk the last chunk is known to be intact; damage further in front shows when that chunk is read. Errors: Io (no file header),
// Unsupported (another format version).
Result<ChunkScan> scanChunks(const ByteSource& source, Unpacker& unpacker);

} // namespace pvg::trace
