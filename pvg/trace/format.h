// Bytes around the records: file header, chunks, index, trailer. Everything little-endian. Source: protocol/trace.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pvg::trace {

inline constexpr std::string_view kFileMagic = "PVGTRACE";
inline constexpr uint32_t kFormatVersion = 1;
inline constexpr size_t kFileHeaderSize = 32;
inline constexpr size_t kChunkHeaderSize = 64;
inline constexpr size_t kTrailerSize = 16;
inline constexpr uint32_t kChunkMagic = 0x43475650;                // "PVGC"
inline constexpr uint64_t kTrailerMagic = 0x444e455f4c475650;      // "PVGL_END"

inline constexpr size_t kMaxPart = 16 * 1024;                      // of a blob; four guest pages, so that a small change costs little
inline constexpr uint64_t kMaxBlob = uint64_t{1} << 30;
inline constexpr size_t kMaxRecord = (size_t{1} << 24) - 1;        // bytes after the record's header word
inline constexpr size_t kMaxChunkRaw = size_t{32} << 20;           // a reader refuses more
inline constexpr size_t kMaxIndexRaw = size_t{512} << 20;

struct FileHeader {
    uint32_t version = kFormatVersion;
    uint64_t originNs = 0;    // steady clock of the recording host at trace time 0
    uint64_t wallClockNs = 0; // the same moment since 1970, UTC
};
std::array<std::byte, kFileHeaderSize> encode(const FileHeader& header);
// Nothing: not a trace.
std::optional<FileHeader> decodeFileHeader(std::span<const std::byte> bytes);

enum class ChunkKind : uint16_t { Records = 1, Index = 2 };
enum class Packing : uint16_t { Stored = 0, Zstd = 1 };

struct ChunkHeader {
    ChunkKind kind{};
    Packing packing{};
    uint32_t packedSize = 0; // of the body that follows
    uint32_t rawSize = 0;    // of the body once unpacked
    uint64_t checksum = 0;   // XXH3-64 of the packed body, seeded with the XXH3-64 of this header with a zero here
    uint64_t firstSequence = 0; // records before this chunk, in the file
    uint64_t firstTimeNs = 0;   // trace time its first record's time counts from
    uint64_t firstFrame = 0;    // Present records before this chunk, in the file
    uint32_t segment = 0;
    uint32_t records = 0;
    uint32_t firstBlob = 0;     // the id the next blob of the segment gets
    uint32_t frames = 0;        // Present records in this chunk
    bool operator==(const ChunkHeader&) const = default;
};
std::array<std::byte, kChunkHeaderSize> encode(const ChunkHeader& header);
// Nothing: no magic there, or a field no writer writes. The checksum is not looked at.
std::optional<ChunkHeader> decodeChunkHeader(std::span<const std::byte> bytes);
uint64_t checksumOf(ChunkHeader header, std::span<const std::byte> packedBody);

struct ChunkPlace {
    uint64_t offset = 0; // of the chunk's header in the file
    ChunkHeader header;
    uint64_t end() const { return offset + kChunkHeaderSize + header.packedSize; }
};

// Where and why a trace ends before its proper end.
struct Cut {
    uint64_t offset = 0; // in the file
    std::string why;     // a sentence without its full stop
};

// Body of the index chunk: one place after the other.
inline constexpr size_t kIndexEntrySize = 8 + kChunkHeaderSize;
std::vector<std::byte> encodeIndex(std::span<const ChunkPlace> places);
std::optional<std::vector<ChunkPlace>> decodeIndex(std::span<const std::byte> body);

// Last bytes of a file that was closed: where its index chunk begins.
std::array<std::byte, kTrailerSize> encodeTrailer(uint64_t indexOffset);
std::optional<uint64_t> decodeTrailer(std::span<const std::byte> bytes);

} // namespace pvg::trace
