#include "pvg/trace/packing.h"

#include <zstd.h>

#include <algorithm>
#include <cstring>

namespace pvg::trace {

struct Packer::Context {
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> zstd{ZSTD_createCCtx(), ZSTD_freeCCtx};
    int level = 1;
};

Packer::Packer(int level) : m_context(std::make_unique<Context>()) { m_context->level = level; }
Packer::Packer(Packer&&) noexcept = default;
Packer::~Packer() = default;

std::span<const std::byte> Packer::pack(ChunkHeader& header, std::span<const std::byte> raw) {
    m_out.resize(kChunkHeaderSize + std::max(ZSTD_compressBound(raw.size()), raw.size()));
    std::byte* body = m_out.data() + kChunkHeaderSize;
    size_t size = ZSTD_compressCCtx(m_context->zstd.get(), body, m_out.size() - kChunkHeaderSize, raw.data(), raw.size(), m_context->level);
    header.packing = Packing::Zstd;
    if (ZSTD_isError(size) || size >= raw.size()) { // what does not shrink is kept as it is
        header.packing = Packing::Stored;
        size = raw.size();
        if (size) std::memcpy(body, raw.data(), size);
    }
    header.packedSize = uint32_t(size);
    header.rawSize = uint32_t(raw.size());
    header.checksum = checksumOf(header, {body, size});
    const auto front = encode(header);
    std::memcpy(m_out.data(), front.data(), front.size());
    return {m_out.data(), kChunkHeaderSize + size};
}

struct Unpacker::Context {
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> zstd{ZSTD_createDCtx(), ZSTD_freeDCtx};
};

Unpacker::Unpacker() = default;
Unpacker::~Unpacker() = default;

bool Unpacker::load(const ByteSource& source, const ChunkPlace& place) {
    if (!fits(place.offset, kChunkHeaderSize + uint64_t{place.header.packedSize}, source.size())) return false; // before memory is taken for it
    m_packed.resize(kChunkHeaderSize + place.header.packedSize);
    if (!source.read(place.offset, m_packed)) return false;
    const auto header = decodeChunkHeader(m_packed);
    const auto body = std::span<const std::byte>(m_packed).subspan(kChunkHeaderSize);
    return header == place.header && checksumOf(*header, body) == header->checksum;
}

bool Unpacker::isIntact(const ByteSource& source, const ChunkPlace& place) { return load(source, place); }

std::optional<std::vector<std::byte>> Unpacker::unpack(const ByteSource& source, const ChunkPlace& place) {
    if (!load(source, place)) return std::nullopt;
    const auto packed = std::span<const std::byte>(m_packed).subspan(kChunkHeaderSize);
    if (place.header.packing == Packing::Stored) return std::vector<std::byte>(packed.begin(), packed.end());
    // zstd shrinks zeros by up to four orders of magnitude: the frame itself must agree with the size before memory is taken for it.
    if (ZSTD_getFrameContentSize(packed.data(), packed.size()) != place.header.rawSize) return std::nullopt;
    if (!m_context) m_context = std::make_unique<Context>();
    std::vector<std::byte> raw(place.header.rawSize);
    const size_t size = ZSTD_decompressDCtx(m_context->zstd.get(), raw.data(), raw.size(), packed.data(), packed.size());
    if (ZSTD_isError(size) || size != raw.size()) return std::nullopt;
    return raw;
}

} // namespace pvg::trace
