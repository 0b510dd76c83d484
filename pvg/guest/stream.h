// The command stream of one submission: segments and records, split over command buffers of limited size (stream.md 1.4 to 1.6).
#pragma once

#include <array>
#include <span>

#include "pvg/base/ids.h"
#include "pvg/guest/byte_writer.h"

namespace pvg::guest {

enum class LoadAction : uint16_t { DontCare = 0, Load = 1, Clear = 2 };
enum class StoreAction : uint16_t { DontCare = 0, Store = 1 };
enum class Primitive : uint16_t { Point = 0, Line = 1, Triangle = 3, TriangleStrip = 4 };
enum class Stage { Vertex, Fragment };

struct PassAttachment {
    ObjectRef texture;
    uint16_t level = 0;
    LoadAction load = LoadAction::DontCare;
    StoreAction store = StoreAction::Store;
    std::array<double, 4> clear{0, 0, 0, 1};
};
struct RenderPass {
    PassAttachment color;
    uint64_t width = 0, height = 0;
};

struct BufferBinding {
    ObjectRef buffer;
    uint64_t offset = 0;
};
struct Rect {
    uint32_t x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect&) const = default;
};
struct IndexedDraw {
    Primitive primitive = Primitive::Triangle;
    BufferBinding indices; // u16
    uint64_t count = 0;
};
struct Draw {
    Primitive primitive = Primitive::Triangle;
    uint64_t start = 0, count = 0, instances = 1;
};
struct BlitRegion {
    uint32_t width = 0, height = 0;
    uint16_t level = 0;
};
struct LinearSource {
    BufferBinding buffer;
    uint64_t bytesPerRow = 0;
};

class StreamWriter {
public:
    static constexpr size_t kDefaultChunk = 32 * 1024;
    explicit StreamWriter(size_t chunkBytes = kDefaultChunk) : m_chunkBytes(chunkBytes) { m_chunks.emplace_back(); }

    // Encoders. Beginning one ends the one before.
    void beginRender(const RenderPass& pass);
    void beginBlit() { begin(2); }
    void end();

    // Render records (stream.md 4). Draws take the narrow form when everything fits 16 bits.
    void setPipeline(ObjectRef pipeline);
    void setBuffers(Stage stage, uint32_t first, std::span<const BufferBinding> buffers);
    void setBufferOffset(Stage stage, uint32_t index, uint64_t offset);
    void setFragmentTextures(uint32_t first, std::span<const ObjectRef> textures);
    void setFragmentSamplers(uint32_t first, std::span<const ObjectRef> samplers);
    void setViewport(const Rect& viewport);
    void setScissor(const Rect& scissor);
    void setCullNone();
    void barrierTextures();
    void draw(const Draw& draw);
    void draw(const IndexedDraw& draw);

    // Blit records (stream.md 6).
    void copyToTexture(const LinearSource& source, ObjectRef texture, const BlitRegion& region);

    // The chunks, each one command buffer of a 0x37. Ends the open encoder.
    std::span<const ByteWriter> finish();

private:
    void begin(uint8_t encoder);
    void openSegment(bool isContinuation);
    void closeSegment();
    void record(uint32_t opcode, const ByteWriter& payload);

    size_t m_chunkBytes;
    std::vector<ByteWriter> m_chunks;
    uint8_t m_encoder = 0;
    size_t m_segmentAt = 0;
    bool m_isOpen = false;
};

} // namespace pvg::guest
