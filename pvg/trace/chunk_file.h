// The file a writer appends chunks to. A failed write leaves the file as it was before it.
#pragma once

#include <memory>
#include <vector>

#include "pvg/base/result.h"
#include "pvg/base/unique_fd.h"
#include "pvg/trace/chunk_scan.h"

namespace pvg::trace {

class ChunkFile {
public:
    // Empties `fd` and begins a trace with `header`.
    static Result<ChunkFile> begin(UniqueFd fd, const FileHeader& header, int level);
    // Goes on behind the last intact chunk; what stood there is cut off.
    static Result<ChunkFile> resume(UniqueFd fd, int level);

    // Fills the header's place in the file's numbering.
    Status append(ChunkHeader header, std::span<const std::byte> raw);
    // Index and trailer. Nothing is appended afterwards.
    Status finish();

    const FileHeader& header() const { return m_header; }
    const std::vector<ChunkPlace>& chunks() const { return m_chunks; }
    bool wasClosed() const { return m_wasClosed; } // resumed behind a proper end
    uint64_t size() const { return m_size; }
    bool isFull() const { return m_isFull; } // the last write failed for want of room

private:
    ChunkFile(UniqueFd fd, const FileHeader& header, int level) : m_fd(std::move(fd)), m_header(header), m_packer(level) {}
    Status write(std::span<const std::byte> bytes);

    UniqueFd m_fd;
    FileHeader m_header;
    Packer m_packer;
    std::vector<ChunkPlace> m_chunks;
    uint64_t m_size = 0;
    bool m_wasClosed = false, m_isFull = false;
};

} // namespace pvg::trace
