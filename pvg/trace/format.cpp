#include "pvg/trace/format.h"

#include <xxhash.h>

#include <cstring>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"

namespace pvg::trace {
namespace {

// Into an array whose size is the structure's.
class FieldWriter {
public:
    explicit FieldWriter(std::span<std::byte> out) : m_out(out) {}
    template <class T>
    void put(T value) {
        std::memcpy(m_out.data() + m_at, &value, sizeof value);
        m_at += sizeof value;
    }
    void put(std::string_view text) {
        std::memcpy(m_out.data() + m_at, text.data(), text.size());
        m_at += text.size();
    }

private:
    std::span<std::byte> m_out;
    size_t m_at = 0;
};

bool hasKnownKind(const ChunkHeader& h) {
    const bool isKind = h.kind == ChunkKind::Records || h.kind == ChunkKind::Index;
    return isKind && (h.packing == Packing::Zstd || (h.packing == Packing::Stored && h.packedSize == h.rawSize));
}

bool hasSaneCounts(const ChunkHeader& h) {
    if (h.rawSize > (h.kind == ChunkKind::Index ? kMaxIndexRaw : kMaxChunkRaw)) return false;
    if (h.records > h.rawSize || h.frames > h.records) return false;
    return checkedAdd<uint64_t>(h.firstSequence, h.records) && checkedAdd<uint64_t>(h.firstFrame, h.frames);
}

} // namespace

// magic, version u32, 0 u32, origin u64, wall clock u64
std::array<std::byte, kFileHeaderSize> encode(const FileHeader& header) {
    std::array<std::byte, kFileHeaderSize> out{};
    FieldWriter w(out);
    w.put(kFileMagic);
    w.put(header.version);
    w.put(uint32_t{0});
    w.put(header.originNs);
    w.put(header.wallClockNs);
    return out;
}

std::optional<FileHeader> decodeFileHeader(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    const auto magic = in.bytes(kFileMagic.size());
    FileHeader header;
    header.version = in.u32();
    in.skip(4);
    header.originNs = in.u64();
    header.wallClockNs = in.u64();
    if (in.failed() || std::memcmp(magic.data(), kFileMagic.data(), magic.size()) != 0) return std::nullopt;
    return header;
}

std::array<std::byte, kChunkHeaderSize> encode(const ChunkHeader& h) {
    std::array<std::byte, kChunkHeaderSize> out{};
    FieldWriter w(out);
    w.put(kChunkMagic);
    w.put(uint16_t(h.kind));
    w.put(uint16_t(h.packing));
    w.put(h.packedSize);
    w.put(h.rawSize);
    w.put(h.checksum);
    w.put(h.firstSequence);
    w.put(h.firstTimeNs);
    w.put(h.firstFrame);
    w.put(h.segment);
    w.put(h.records);
    w.put(h.firstBlob);
    w.put(h.frames);
    return out;
}

std::optional<ChunkHeader> decodeChunkHeader(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    if (in.u32() != kChunkMagic) return std::nullopt;
    ChunkHeader h;
    h.kind = ChunkKind(in.u16());
    h.packing = Packing(in.u16());
    h.packedSize = in.u32();
    h.rawSize = in.u32();
    h.checksum = in.u64();
    h.firstSequence = in.u64();
    h.firstTimeNs = in.u64();
    h.firstFrame = in.u64();
    h.segment = in.u32();
    h.records = in.u32();
    h.firstBlob = in.u32();
    h.frames = in.u32();
    if (in.failed() || !hasKnownKind(h) || !hasSaneCounts(h)) return std::nullopt;
    return h;
}

uint64_t checksumOf(ChunkHeader header, std::span<const std::byte> packedBody) {
    header.checksum = 0;
    const auto front = encode(header);
    return XXH3_64bits_withSeed(packedBody.data(), packedBody.size(), XXH3_64bits(front.data(), front.size()));
}

std::vector<std::byte> encodeIndex(std::span<const ChunkPlace> places) {
    std::vector<std::byte> out;
    out.reserve(places.size() * kIndexEntrySize);
    for (const ChunkPlace& place : places) {
        const auto* offset = reinterpret_cast<const std::byte*>(&place.offset);
        out.insert(out.end(), offset, offset + sizeof place.offset);
        const auto header = encode(place.header);
        out.insert(out.end(), header.begin(), header.end());
    }
    return out;
}

std::optional<std::vector<ChunkPlace>> decodeIndex(std::span<const std::byte> body) {
    if (body.size() % kIndexEntrySize != 0) return std::nullopt;
    std::vector<ChunkPlace> places(body.size() / kIndexEntrySize);
    ByteReader in(body);
    for (ChunkPlace& place : places) {
        place.offset = in.u64();
        const auto header = decodeChunkHeader(in.bytes(kChunkHeaderSize));
        if (!header || !checkedAdd<uint64_t>(place.offset, kChunkHeaderSize + header->packedSize)) return std::nullopt;
        place.header = *header;
    }
    return places;
}

std::array<std::byte, kTrailerSize> encodeTrailer(uint64_t indexOffset) {
    std::array<std::byte, kTrailerSize> out{};
    FieldWriter w(out);
    w.put(indexOffset);
    w.put(kTrailerMagic);
    return out;
}

std::optional<uint64_t> decodeTrailer(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    const uint64_t offset = in.u64();
    if (in.u64() != kTrailerMagic || in.failed()) return std::nullopt;
    return offset;
}

} // namespace pvg::trace
