// What executes decoded Metal work. A back end knows Metal-shaped host objects and nothing of the guest: no addresses, no refs, no pages.
// The executor (exec/executor.h) resolves refs, decides what is current where, and calls this. Implementations: renderer-gl, null_backend.
// Thread: engine, every call. Errors: Decline where the guest asked for something this back end cannot do, Status for host failures.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/decline.h"
#include "pvg/base/ids.h"
#include "pvg/base/result.h"
#include "pvg/object/descriptors.h"

namespace pvg {

using BufferId = StrongId<struct BackendBufferTag, uint32_t>;
using TextureId = StrongId<struct BackendTextureTag, uint32_t>; // a texture or a view of one
using SamplerId = StrongId<struct BackendSamplerTag, uint32_t>;
using RenderPipelineId = StrongId<struct BackendRenderPipelineTag, uint32_t>;
using ComputePipelineId = StrongId<struct BackendComputePipelineTag, uint32_t>;
using CompletionToken = uint64_t; // grows by one a submit(); 0 = nothing submitted yet

// Why a back end's GPU is gone. Nothing given to it completes any more, calls have no effect, and only another process gets it back.
enum class GpuLoss : uint8_t {
    None,
    Reset, // the driver reports a reset
    Hang   // it has made no progress for longer than any work may take
};

// Measured at start; what the device-info reply and the executor's caps come from.
struct BackendCaps {
    std::string renderer, version; // GL_RENDERER, GL_VERSION
    uint32_t maxSamples = 4;
    std::array<uint32_t, 3> maxThreadsPerThreadgroup{1024, 1024, 64};
    uint32_t maxTotalThreadsPerThreadgroup = 1024;
    uint32_t maxThreadgroupMemory = 32768;
    uint32_t maxTextureSize = 16384;
    uint32_t maxTextureLayers = 2048;
    uint32_t linearTextureAlignment = 256;
    bool depth24Stencil8 = true;
};

// Bytes of a private copy or of several runs, in order; valid during the call only.
using ByteRuns = std::span<const std::span<const std::byte>>;
// Called on the engine thread from poll()/wait(), before the token it belongs to counts as complete.
using ReadDone = std::function<void(std::span<const std::byte>)>;

struct TextureRegion {
    uint32_t level = 0, slice = 0; // slice: array layer, cube face or 6 * cube + face
    uint32_t x = 0, y = 0, z = 0;
    uint32_t width = 1, height = 1, depth = 1;
};
// Guest-linear image layout: rows of `bytesPerRow`, images of `bytesPerImage`, both in bytes.
struct ImageLayout {
    uint64_t bytesPerRow = 0, bytesPerImage = 0;
};
// Which aspect of a combined depth-stencil format a copy means (stream.md 2, blitOption).
enum class Aspect : uint8_t { All, Depth, Stencil };

struct TextureViewRange {
    mtl::PixelFormat format = mtl::PixelFormat::Invalid; // Invalid = the base's
    mtl::TextureType type = mtl::TextureType::Type2D;
    uint32_t levelBase = 0, levelCount = 1, sliceBase = 0, sliceCount = 1; // slices: faces count
    // Of the format's components: a view does not inherit the swizzle of its base, the caller composes.
    std::array<mtl::Swizzle, 4> swizzle{mtl::Swizzle::Red, mtl::Swizzle::Green, mtl::Swizzle::Blue, mtl::Swizzle::Alpha};
    bool operator==(const TextureViewRange&) const = default;
};

// One function's library bytes, shared by content. `hash`: 128-bit content hash in hex, the key of every shader cache.
struct ShaderLibrary {
    std::string hash;
    std::vector<std::byte> bytes;
};

struct RenderPipelineRequest {
    std::shared_ptr<const ShaderLibrary> vertex, fragment; // fragment may be null
    RenderPipelineDescriptor descriptor;                   // function refs in it are meaningless here
};
struct ComputePipelineRequest {
    std::shared_ptr<const ShaderLibrary> kernel;
    ComputePipelineDescriptor descriptor;
};

enum class PipelineState { Pending, Ready, Failed };

// A resource that eight bytes in memory name (objects.md 12): a buffer by the address of one of its bytes in the task, a texture or sampler
// by its ref; 0 is nil.
struct HandleUsage {
    enum class Kind : uint8_t { Buffer, Texture, Sampler } kind{};
    bool isInHandle = false; // the bytes lie where an earlier handle of kind Buffer points; else in a Metal buffer of the stage
    bool isWritten = false;
    uint32_t holder = 0;     // the number of that handle, or the Metal index
    uint32_t offset = 0;     // bytes
};

// What a stage touches, from shader reflection: the executor uploads and tracks only these.
struct StageUsage {
    uint32_t buffersRead = 0, buffersWritten = 0; // bit = Metal buffer index
    std::bitset<mtl::kMaxTextures> texturesRead, texturesWritten;
    uint32_t samplers = 0;
    std::vector<HandleUsage> handles;
    bool readsMemory = false, writesMemory = false; // through pointers that only the running function finds: StageBindings::memory

    bool writes() const {
        return writesMemory || buffersWritten != 0 || texturesWritten.any() || std::any_of(handles.begin(), handles.end(), [](const HandleUsage& h) { return h.isWritten; });
    }
};
struct RenderPipelineUsage {
    StageUsage vertex, fragment;
    uint32_t vertexFetchBuffers = 0; // buffer indices read by attributes of vertices, patches and control points
};
struct ComputePipelineUsage {
    StageUsage kernel;
    uint32_t staticThreadgroupMemory = 0; // bytes
    uint32_t maxTotalThreadsPerThreadgroup = 1024;
    uint32_t threadExecutionWidth = 32;
    uint32_t fetchBuffers = 0; // buffer indices read by stage input, its index buffer as well
};

struct ColorAttachment {
    TextureId texture; // 0 = absent
    uint32_t level = 0, slice = 0, depthPlane = 0;
    TextureId resolveTexture;
    uint32_t resolveLevel = 0, resolveSlice = 0, resolveDepthPlane = 0;
    mtl::LoadAction load{};
    mtl::StoreAction store{};
    std::array<double, 4> clear{};
};
struct DepthAttachment : ColorAttachment {
    double clearDepth = 1.0;
    uint16_t resolveFilter = 0;
};
struct StencilAttachment : ColorAttachment {
    uint32_t clearStencil = 0;
    uint16_t resolveFilter = 0;
};
struct RenderPass {
    std::array<ColorAttachment, mtl::kMaxColorAttachments> colors;
    DepthAttachment depth;
    StencilAttachment stencil;
    uint32_t width = 0, height = 0; // 0 = derive from the attachments
    uint32_t arrayLength = 0;       // > 0: layered
    uint32_t defaultSampleCount = 1;
    BufferId visibilityBuffer;
    uint64_t visibilityBufferOffset = 0; // where the Metal buffer starts inside `visibilityBuffer`
};

struct BufferBinding {
    BufferId buffer; // 0 = unbound: reads zeros, writes vanish
    uint64_t offset = 0;
    uint64_t size = 0; // bytes reachable from `offset`
    uint64_t attributeStride = 0; // 0 = the pipeline's
    uint64_t address = 0;         // of the byte at `offset` in the guest's task
    bool operator==(const BufferBinding&) const = default;
};
// A buffer that pointers found by the running function may lead to.
struct MemoryRange {
    BufferId buffer;
    uint64_t size = 0;    // all of its bytes
    uint64_t address = 0; // of the first one in the guest's task
    bool isWritten = false; // may be
    bool operator==(const MemoryRange&) const = default;
};
struct SamplerBinding {
    SamplerId sampler;
    bool hasLodClamp = false;
    float lodMin = 0.0F, lodMax = 0.0F;
    bool operator==(const SamplerBinding&) const = default;
};
// What a handle names; the member of its kind counts.
struct HandleBinding {
    BufferBinding buffer;
    TextureId texture;
    SamplerBinding sampler;
    bool operator==(const HandleBinding&) const = default;
};
struct StageBindings {
    std::array<BufferBinding, mtl::kMaxBuffers> buffers;
    std::array<TextureId, mtl::kMaxTextures> textures{};
    std::array<SamplerBinding, mtl::kMaxSamplers> samplers;
    std::vector<HandleBinding> handles; // as the pipeline's StageUsage numbers them
    std::vector<MemoryRange> memory;    // where the pipeline's StageUsage says readsMemory; a buffer is there once
};

struct Viewport {
    double x = 0, y = 0, width = 0, height = 0, zNear = 0, zFar = 1;
    bool operator==(const Viewport&) const = default;
};
struct Scissor {
    uint64_t x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Scissor&) const = default;
};

// Halves, 4 of a triangle and 6 of a quad (stream.md, 0x7a).
struct TessellationFactors {
    BufferBinding buffer;
    uint64_t instanceStride = 0; // bytes
    float scale = 1.0F;          // where the pipeline enables it
    bool operator==(const TessellationFactors&) const = default;
};

// Everything a draw depends on besides the pass. `dirty` says what changed since the last draw of this encoder.
struct RenderState {
    enum Dirty : uint32_t {
        Pipeline = 1, Viewports = 2, Scissors = 4, Raster = 8, DepthStencil = 16, BlendColor = 32, VertexBuffers = 64, VertexTextures = 128,
        VertexSamplers = 256, FragmentBuffers = 512, FragmentTextures = 1024, FragmentSamplers = 2048, Visibility = 4096, Tessellation = 8192,
        Everything = 0xffffffff
    };
    uint32_t dirty = Everything;
    RenderPipelineId pipeline;
    std::array<Viewport, mtl::kMaxViewports> viewports;
    uint32_t viewportCount = 0; // 0 = the whole pass extent, depth 0..1
    std::array<Scissor, mtl::kMaxViewports> scissors;
    uint32_t scissorCount = 0; // 0 = the whole pass extent
    mtl::CullMode cullMode{};
    mtl::Winding winding{};
    mtl::TriangleFillMode fillMode{};
    mtl::DepthClipMode depthClipMode{};
    float depthBias = 0, depthSlopeScale = 0, depthBiasClamp = 0;
    std::array<float, 4> blendColor{};
    uint32_t stencilFrontReference = 0, stencilBackReference = 0;
    DepthStencilDescriptor depthStencil;
    mtl::VisibilityResultMode visibilityMode{};
    uint64_t visibilityOffset = 0;
    TessellationFactors tessellation;
    StageBindings vertex, fragment;
};

// With `isPatches` the unit is the patch: `start` and `count` are patches, indices are those of control points and as wide as the pipeline
// says, from `indexOffset` on; `primitive`, `indexType` and `baseVertex` mean nothing. The pipeline's vertex function is a post-tessellation
// one if, and only if, patches are drawn; a draw that is of the other kind is declined.
struct DrawCall {
    mtl::PrimitiveType primitive{};
    bool indexed = false, isPatches = false;
    mtl::IndexType indexType{};
    BufferId indexBuffer;
    uint64_t indexOffset = 0; // bytes, inside indexBuffer
    uint64_t start = 0;       // first vertex (not indexed)
    uint64_t count = 0;       // vertices or indices
    uint64_t instances = 1, baseInstance = 0;
    int64_t baseVertex = 0;
    uint32_t controlPoints = 0; // of a patch
    BufferBinding patchIndices; // u32 by patch; no buffer: a patch's index is its number
};

struct ComputeState {
    uint32_t dirty = 0xffffffff;
    ComputePipelineId pipeline;
    StageBindings bindings;
    std::array<uint32_t, mtl::kMaxThreadgroupBuffers> threadgroupMemory{}; // bytes by index
    std::array<uint32_t, 3> stageInOrigin{}; // added to a thread's position where stage input goes by it
};
struct Dispatch {
    bool threadsNotGroups = false;          // dispatchThreads: `grid` counts threads, edge groups are smaller
    std::array<uint64_t, 3> grid{};         // threadgroups, or threads
    std::array<uint64_t, 3> threadsPerGroup{};
};

// The picture a display shows after a present. Pixels: RGBA8, top row first, tight.
struct PresentedImage {
    uint32_t width = 0, height = 0;
    std::vector<std::byte> rgba;
};

class Backend {
public:
    virtual ~Backend() = default;
    virtual const BackendCaps& caps() const = 0;

    // Buffers: `size` bytes, zeroed. Writes and copies are ordered with the draws around them.
    virtual Result<BufferId> createBuffer(uint64_t size) = 0;
    virtual void destroyBuffer(BufferId id) = 0;
    virtual Status writeBuffer(BufferId id, uint64_t offset, ByteRuns runs) = 0;
    virtual Status readBuffer(BufferId id, uint64_t offset, uint64_t size, ReadDone done) = 0;

    // Textures. Contents of a new one are zero.
    virtual Declined<TextureId> createTexture(const TextureBody& body) = 0;
    virtual Declined<TextureId> createTextureView(TextureId base, const TextureViewRange& range) = 0;
    virtual void destroyTexture(TextureId id) = 0;
    // `runs` holds the region in guest-linear layout (bytesPerRow between rows; the last row may be tight).
    virtual Declined<void> writeTexture(TextureId id, const TextureRegion& region, const ImageLayout& layout, ByteRuns runs) = 0;
    // `done` receives rows of layout.bytesPerRow (padding bytes undefined).
    virtual Declined<void> readTexture(TextureId id, const TextureRegion& region, const ImageLayout& layout, ReadDone done) = 0;

    virtual Declined<SamplerId> createSampler(const SamplerDescriptor& descriptor) = 0;
    virtual void destroySampler(SamplerId id) = 0;

    // Pipelines come up asynchronously: Pending until translated and linked. failure() is the reason once Failed.
    virtual RenderPipelineId createRenderPipeline(const RenderPipelineRequest& request) = 0;
    virtual ComputePipelineId createComputePipeline(const ComputePipelineRequest& request) = 0;
    virtual PipelineState renderPipelineState(RenderPipelineId id) = 0;
    virtual PipelineState computePipelineState(ComputePipelineId id) = 0;
    virtual Decline renderPipelineFailure(RenderPipelineId id) = 0;
    virtual Decline computePipelineFailure(ComputePipelineId id) = 0;
    // Valid once Ready.
    virtual const RenderPipelineUsage& renderPipelineUsage(RenderPipelineId id) = 0;
    virtual const ComputePipelineUsage& computePipelineUsage(ComputePipelineId id) = 0;
    virtual void destroyRenderPipeline(RenderPipelineId id) = 0;
    virtual void destroyComputePipeline(ComputePipelineId id) = 0;

    // Render encoder. Load actions run at begin, resolves at end.
    virtual Declined<void> beginRenderPass(const RenderPass& pass) = 0;
    virtual Declined<void> draw(RenderState& state, const DrawCall& call) = 0; // clears state.dirty
    virtual void textureBarrier() = 0;
    virtual Declined<void> endRenderPass() = 0;

    // Compute encoder.
    virtual Declined<void> dispatch(ComputeState& state, const Dispatch& call) = 0; // clears state.dirty
    // Makes shader stores visible to whatever follows (buffers, images, textures, vertex fetch, readback).
    virtual void memoryBarrier() = 0;

    // Blit encoder; ranges and regions are already clipped to what exists.
    virtual Declined<void> copyBuffer(BufferId src, uint64_t srcOffset, BufferId dst, uint64_t dstOffset, uint64_t size) = 0;
    virtual Declined<void> fillBuffer(BufferId dst, uint64_t offset, uint64_t size, uint32_t pattern4) = 0;
    virtual Declined<void> copyBufferToTexture(BufferId src, uint64_t srcOffset, const ImageLayout& layout, TextureId dst,
                                               const TextureRegion& region, Aspect aspect) = 0;
    virtual Declined<void> copyTextureToBuffer(TextureId src, const TextureRegion& region, BufferId dst, uint64_t dstOffset,
                                               const ImageLayout& layout, Aspect aspect) = 0;
    virtual Declined<void> copyTexture(TextureId src, const TextureRegion& from, TextureId dst, const TextureRegion& to) = 0;
    virtual Declined<void> generateMipmaps(TextureId id) = 0;

    // Ends a batch: everything since the last submit() belongs to the returned token.
    virtual CompletionToken submit() = 0;
    // The newest token whose work and ReadDone calls are all done. Never blocks.
    virtual CompletionToken poll() = 0;
    // Waits up to `nanoseconds` for `token`; true when complete.
    virtual bool wait(CompletionToken token, uint64_t nanoseconds) = 0;
    // As submit(), poll() and wait() found it; costs nothing. Stays what it is once it is not None.
    virtual GpuLoss loss() const { return GpuLoss::None; }

    // Copies the texture into the display's presentation queue before it returns (in GPU order), so that the guest may re-use it.
    virtual Declined<void> present(DisplayPort port, TextureId texture, uint32_t width, uint32_t height) = 0;
    // The last presented image of a port, for screenshots. Blocks until the GPU is done.
    virtual Result<PresentedImage> presentedImage(DisplayPort port) = 0;
};

} // namespace pvg
