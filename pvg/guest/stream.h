// The command stream of one submission: segments and records, split over command buffers of limited size (stream.md 1.4 to 1.6).
#pragma once

#include <array>
#include <span>

#include "pvg/base/ids.h"
#include "pvg/guest/byte_writer.h"

namespace pvg::guest {

enum class LoadAction : uint16_t { DontCare = 0, Load = 1, Clear = 2 };
enum class StoreAction : uint16_t { DontCare = 0, Store = 1, Resolve = 2, StoreAndResolve = 3, SetLater = 4 };
enum class Primitive : uint16_t { Point = 0, Line = 1, LineStrip = 2, Triangle = 3, TriangleStrip = 4 };
enum class IndexType : uint16_t { U16 = 0, U32 = 1 };
enum class Stage { Vertex, Fragment, Kernel };

struct PassAttachment {
    ObjectRef texture;
    uint16_t level = 0;
    LoadAction load = LoadAction::DontCare;
    StoreAction store = StoreAction::Store;
    std::array<double, 4> clear{0, 0, 0, 1};
    uint16_t slice = 0, plane = 0;
    ObjectRef resolve = {};
    uint16_t resolveLevel = 0, resolveSlice = 0, resolvePlane = 0;
};
struct RenderPass {
    PassAttachment color;
    uint64_t width = 0, height = 0;
    std::array<PassAttachment, 7> moreColors = {}; // slots 1 to 7
    PassAttachment depth = {}, stencil = {};
    double clearDepth = 1;
    uint32_t clearStencil = 0;
    uint16_t depthFilter = 0, stencilFilter = 0; // of resolves
    ObjectRef visibility = {};
    uint64_t layers = 0;
};

// State of one u64 each; the numbers are the records' (stream.md 4).
enum class State : uint32_t { DepthStore = 0x69, Cull = 0x6b, DepthClip = 0x6d, Winding = 0x73, StencilStore = 0x78, FillMode = 0x7c };
inline constexpr uint64_t kCullFront = 1, kCullBack = 2, kCounterClockwise = 1, kLines = 1, kClampDepth = 1;

struct BufferBinding {
    ObjectRef buffer;
    uint64_t offset = 0;
};
struct Rect {
    uint32_t x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect&) const = default;
};
struct Viewport {
    double x = 0, y = 0, width = 0, height = 0, near = 0, far = 1;
};
struct ClampedSampler {
    ObjectRef sampler;
    float lodMin = 0, lodMax = 0;
};
struct IndexedDraw {
    Primitive primitive = Primitive::Triangle;
    BufferBinding indices;
    uint64_t count = 0;
    IndexType type = IndexType::U16;
    uint64_t instances = 1;
    int64_t baseVertex = 0;
    uint64_t baseInstance = 0;
    bool isSecondForm = false; // 0x1c and 0x1d, which serializer version 8 writes
    bool isWide = false;       // the wide record although the narrow one would do
};
struct Draw {
    Primitive primitive = Primitive::Triangle;
    uint64_t start = 0, count = 0, instances = 1;
    uint64_t baseInstance = 0;
    bool isWide = false;
};
// Arguments in a buffer, as Metal lays them out.
struct IndirectDraw {
    Primitive primitive = Primitive::Triangle;
    BufferBinding arguments;
    BufferBinding indices = {}; // no buffer: not indexed
    IndexType type = IndexType::U16;
};
using Size3 = std::array<uint64_t, 3>;
struct BlitRegion {
    uint32_t width = 0, height = 0;
    uint16_t level = 0;
};
struct LinearSource {
    BufferBinding buffer;
    uint64_t bytesPerRow = 0;
};
// One end of a blit (stream.md 6).
struct ImagePlace {
    ObjectRef texture;
    Size3 origin{0, 0, 0};
    uint16_t slice = 0, level = 0;
};
struct LinearPlace {
    BufferBinding buffer;
    uint64_t bytesPerRow = 0, bytesPerImage = 0;
    uint16_t options = 0; // 1 depth, 2 stencil
};
struct SliceCopy {
    ObjectRef source, destination;
    uint16_t sourceSlice = 0, sourceLevel = 0, destinationSlice = 0, destinationLevel = 0, slices = 1, levels = 1;
};

class StreamWriter {
public:
    static constexpr size_t kDefaultChunk = 32 * 1024;
    explicit StreamWriter(size_t chunkBytes = kDefaultChunk) : m_chunkBytes(chunkBytes) { m_chunks.emplace_back(); }

    // Encoders. Beginning one ends the one before.
    void beginRender(const RenderPass& pass);
    void beginCompute() { begin(1); }
    void beginBlit() { begin(2); }
    void end();

    // Render records (stream.md 4). Draws take the narrow form when everything fits 16 bits.
    void setPipeline(ObjectRef pipeline);
    void setBuffers(Stage stage, uint32_t first, std::span<const BufferBinding> buffers);
    void setBufferOffset(Stage stage, uint32_t index, uint64_t offset);
    void setFragmentTextures(uint32_t first, std::span<const ObjectRef> textures);
    void setFragmentSamplers(uint32_t first, std::span<const ObjectRef> samplers);
    void setViewport(const Viewport& viewport);
    void setScissor(const Rect& scissor);
    void setCullNone();
    void barrierTextures();
    void draw(const Draw& draw);
    void draw(const IndexedDraw& draw);
    void draw(const IndirectDraw& draw);
    void set(State state, uint64_t value);
    void setDepthStencil(ObjectRef state);
    void setStencilReference(uint32_t front, uint32_t back);
    void setBlendColor(const std::array<float, 4>& color);
    struct DepthBias {
        float bias = 0, slope = 0, clamp = 0;
    };
    void setDepthBias(const DepthBias& bias);
    void setColorStore(StoreAction action, uint32_t slot);
    void setViewports(std::span<const Viewport> viewports);
    void setScissors(std::span<const Rect> scissors);
    void setVisibility(uint64_t mode, uint64_t offset); // 1 boolean, 2 counting

    // Bindings of any stage.
    void setTextures(Stage stage, uint32_t first, std::span<const ObjectRef> textures);
    void setSamplers(Stage stage, uint32_t first, std::span<const ObjectRef> samplers);
    void setClampedSamplers(Stage stage, uint32_t first, std::span<const ClampedSampler> samplers);
    void setStridedBuffer(uint32_t index, const BufferBinding& buffer, uint64_t stride); // 0xa5

    // Compute records (stream.md 5).
    void setComputePipeline(ObjectRef pipeline);
    void dispatchGroups(const Size3& groups, const Size3& threadsPerGroup);
    void dispatchThreads(const Size3& threads, const Size3& threadsPerGroup);
    void dispatchIndirect(const BufferBinding& arguments, const Size3& threadsPerGroup);
    void setThreadgroupMemory(uint64_t bytes, uint32_t index);
    void barrierBuffers();

    // Blit records (stream.md 6).
    void copyToTexture(const LinearSource& source, ObjectRef texture, const BlitRegion& region);
    void copy(const LinearPlace& source, const ImagePlace& destination, const Size3& size);
    void copy(const ImagePlace& source, const LinearPlace& destination, const Size3& size);
    void copy(const ImagePlace& source, const ImagePlace& destination, const Size3& size);
    void copy(const BufferBinding& source, const BufferBinding& destination, uint64_t bytes);
    void copy(const SliceCopy& slices);
    void fill(const BufferBinding& buffer, uint64_t bytes, uint8_t value);
    void generateMipmaps(ObjectRef texture);
    void synchronize(ObjectRef resource);

    // The chunks, each one command buffer of a 0x37. Ends the open encoder.
    std::span<const ByteWriter> finish();

    // Any other record: its payload without the header.
    void record(uint32_t opcode, const ByteWriter& payload);

private:
    void begin(uint8_t encoder);
    void openSegment(bool isContinuation);
    void closeSegment();

    size_t m_chunkBytes;
    std::vector<ByteWriter> m_chunks;
    uint8_t m_encoder = 0;
    size_t m_segmentAt = 0;
    bool m_isOpen = false;
};

} // namespace pvg::guest
