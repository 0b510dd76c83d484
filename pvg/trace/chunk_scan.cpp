#include "pvg/trace/chunk_scan.h"

#include <fmt/format.h>

namespace pvg::trace {
namespace {

Result<FileHeader> readHeader(const ByteSource& source) {
    std::array<std::byte, kFileHeaderSize> bytes{};
    const bool isRead = source.read(0, bytes);
    const auto header = decodeFileHeader(bytes);
    if (!isRead || !header) return Error{Code::Io, fmt::format("this is no pvgl trace: its {} bytes do not begin with {}", source.size(), kFileMagic)};
    if (header->version != kFormatVersion)
        return Error{Code::Unsupported, fmt::format("the trace has format version {}, this pvgl reads version {}", header->version, kFormatVersion)};
    return *header;
}

std::optional<ChunkHeader> headerAt(const ByteSource& source, uint64_t offset) {
    std::array<std::byte, kChunkHeaderSize> bytes{};
    if (!source.read(offset, bytes)) return std::nullopt;
    return decodeChunkHeader(bytes);
}

// Whether `next` can stand behind `last` (null: behind the file header): no gap in bytes or numbers, segments in order.
bool continues(const ChunkPlace* last, const ChunkPlace& next) {
    const ChunkHeader& h = next.header;
    if (h.kind != ChunkKind::Records || h.records == 0) return false;
    if (!last) return next.offset == kFileHeaderSize && h.firstSequence == 0 && h.firstFrame == 0;
    if (next.offset != last->end() || h.firstSequence != last->header.firstSequence + last->header.records) return false;
    if (h.firstFrame != last->header.firstFrame + last->header.frames) return false;
    const bool isSameSegment = h.segment == last->header.segment;
    return isSameSegment ? h.firstBlob >= last->header.firstBlob : h.segment > last->header.segment;
}

bool areChained(const std::vector<ChunkPlace>& places) {
    const ChunkPlace* last = nullptr;
    for (const ChunkPlace& place : places) {
        if (!continues(last, place)) return false;
        last = &place;
    }
    return true;
}

std::optional<std::vector<ChunkPlace>> readIndex(const ByteSource& source, Unpacker& unpacker) {
    std::array<std::byte, kTrailerSize> trailer{};
    if (source.size() < kFileHeaderSize + kTrailerSize || !source.read(source.size() - kTrailerSize, trailer)) return std::nullopt;
    const auto offset = decodeTrailer(trailer);
    if (!offset) return std::nullopt;
    const auto header = headerAt(source, *offset);
    if (!header || header->kind != ChunkKind::Index) return std::nullopt;
    const ChunkPlace index{*offset, *header};
    if (index.end() != source.size() - kTrailerSize) return std::nullopt;
    if (header->rawSize > source.size() / kChunkHeaderSize * kIndexEntrySize) return std::nullopt; // more chunks than the file has room for
    const auto body = unpacker.unpack(source, index);
    if (!body) return std::nullopt;
    auto places = decodeIndex(*body);
    if (!places || !areChained(*places)) return std::nullopt;
    if (*offset != (places->empty() ? kFileHeaderSize : places->back().end())) return std::nullopt;
    return places;
}

void walk(const ByteSource& source, Unpacker& unpacker, ChunkScan& scan) {
    std::string why = "the recording was not closed";
    while (scan.end() < source.size()) {
        const uint64_t offset = scan.end();
        const auto header = headerAt(source, offset);
        const bool isIndex = header && header->kind == ChunkKind::Index;
        if (isIndex) break; // closed once, its end is missing
        const ChunkPlace place{offset, header.value_or(ChunkHeader{})};
        if (!header || !continues(scan.chunks.empty() ? nullptr : &scan.chunks.back(), place)) {
            why = "there is no chunk where the next one begins";
            break;
        }
        if (place.end() > source.size()) {
            why = fmt::format("a chunk of {} bytes has only {}", place.end() - offset, source.size() - offset);
            break;
        }
        scan.chunks.push_back(place);
    }
    if (!scan.chunks.empty() && !unpacker.isIntact(source, scan.chunks.back())) {
        why = "the last chunk's checksum is wrong";
        scan.chunks.pop_back();
    }
    scan.cut = Cut{scan.end(), why};
}

} // namespace

Result<ChunkScan> scanChunks(const ByteSource& source, Unpacker& unpacker) {
    ChunkScan scan;
    PVG_TRY(scan.header, readHeader(source));
    if (auto places = readIndex(source, unpacker)) {
        scan.chunks = std::move(*places);
        scan.hasIndex = true;
    } else {
        walk(source, unpacker, scan);
    }
    return scan;
}

} // namespace pvg::trace
