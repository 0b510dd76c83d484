#include "pvg/trace/chunk_file.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace pvg::trace {
namespace {

Error ioError(const char* what, int error) { return {Code::Io, fmt::format("{}: {}", what, std::strerror(error))}; }

} // namespace

Result<ChunkFile> ChunkFile::begin(UniqueFd fd, const FileHeader& header, int level) {
    if (::ftruncate(fd.get(), 0) != 0) return ioError("the trace cannot be emptied", errno);
    ChunkFile file(std::move(fd), header, level);
    PVG_CHECK(file.write(encode(header)));
    return file;
}

Result<ChunkFile> ChunkFile::resume(UniqueFd fd, int level) {
    struct stat info{};
    if (::fstat(fd.get(), &info) != 0) return ioError("the trace's size cannot be read", errno);
    Unpacker unpacker;
    PVG_TRY(ChunkScan scan, scanChunks(FileSource(fd.get(), uint64_t(info.st_size)), unpacker));
    if (::ftruncate(fd.get(), off_t(scan.end())) != 0) return ioError("the trace's end cannot be cut off", errno);
    ChunkFile file(std::move(fd), scan.header, level);
    file.m_size = scan.end();
    file.m_wasClosed = scan.hasIndex;
    file.m_chunks = std::move(scan.chunks);
    return file;
}

Status ChunkFile::append(ChunkHeader header, std::span<const std::byte> raw) {
    header.kind = ChunkKind::Records;
    if (!m_chunks.empty()) {
        const ChunkHeader& last = m_chunks.back().header;
        header.firstSequence = last.firstSequence + last.records;
        header.firstFrame = last.firstFrame + last.frames;
    }
    const uint64_t offset = m_size;
    PVG_CHECK(write(m_packer.pack(header, raw)));
    m_chunks.push_back({offset, header});
    return {};
}

Status ChunkFile::finish() {
    const uint64_t offset = m_size;
    ChunkHeader header;
    header.kind = ChunkKind::Index;
    const auto packed = m_packer.pack(header, encodeIndex(m_chunks));
    std::vector<std::byte> end(packed.begin(), packed.end());
    const auto trailer = encodeTrailer(offset);
    end.insert(end.end(), trailer.begin(), trailer.end());
    return write(end);
}

Status ChunkFile::write(std::span<const std::byte> bytes) {
    const uint64_t start = m_size;
    while (!bytes.empty()) {
        const ssize_t n = ::pwrite(m_fd.get(), bytes.data(), bytes.size(), off_t(m_size));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            const int error = n < 0 ? errno : ENOSPC;
            m_size = start;
            m_isFull = error == ENOSPC || error == EDQUOT || error == EFBIG;
            if (::ftruncate(m_fd.get(), off_t(start)) != 0) return ioError("the trace cannot be written, and its torn end stays", error);
            return ioError("the trace cannot be written", error);
        }
        bytes = bytes.subspan(size_t(n));
        m_size += uint64_t(n);
    }
    return {};
}

} // namespace pvg::trace
