// Bodies of chunks, packed and unpacked (zstd), with their checksum.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "pvg/trace/byte_source.h"
#include "pvg/trace/format.h"

namespace pvg::trace {

// Header and packed body of one chunk, ready to be written. Keeps its buffers.
class Packer {
public:
    explicit Packer(int level);
    Packer(Packer&&) noexcept;
    ~Packer();
    // Fills packing, packedSize, rawSize and checksum of `header`. The result is valid until the next call.
    std::span<const std::byte> pack(ChunkHeader& header, std::span<const std::byte> raw);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
    std::vector<std::byte> m_out;
};

class Unpacker {
public:
    Unpacker();
    ~Unpacker();
    // Whether the bytes at `place` are the chunk its header describes.
    bool isIntact(const ByteSource& source, const ChunkPlace& place);
    // The raw body; nothing when the chunk is damaged.
    std::optional<std::vector<std::byte>> unpack(const ByteSource& source, const ChunkPlace& place);

private:
    bool load(const ByteSource& source, const ChunkPlace& place);

    struct Context;
    std::unique_ptr<Context> m_context; // made for the first chunk that is packed
    std::vector<std::byte> m_packed;
};

} // namespace pvg::trace
