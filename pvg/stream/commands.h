// One plain struct a command, fields widened; narrow and wide encodings of a command decode into the same struct. Values are the guest's own
// (Metal numbers, stream.md 2), unchecked. Source of every member: the row in opcodes.inc that fills it.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "pvg/stream/packed_list.h"

namespace pvg::stream {

// Whose argument table a bind record changes.
enum class BindStage : uint8_t { Vertex, Fragment, Tile, Kernel };

using Size3 = std::array<uint64_t, 3>;

// Draws.
struct Draw {
    uint32_t primitive = 0;
    uint64_t start = 0, count = 0, instances = 1, baseInstance = 0;
};
struct DrawIndexed {
    uint32_t primitive = 0, indexType = 0;
    ObjectRef indexBuffer;
    uint64_t indexOffset = 0, count = 0, instances = 1, baseInstance = 0;
    int64_t baseVertex = 0;
};
struct DrawPatches {
    uint64_t patchStart = 0, patchCount = 0, patchIndexOffset = 0, instances = 1, baseInstance = 0;
    ObjectRef patchIndexBuffer;
    uint32_t controlPoints = 0;
};
struct DrawIndexedPatches : DrawPatches {
    ObjectRef controlPointIndexBuffer;
    uint64_t controlPointIndexOffset = 0;
};
struct DrawIndirect {
    uint32_t primitive = 0;
    ObjectRef arguments;
    uint64_t argumentsOffset = 0;
};
struct DrawIndexedIndirect {
    uint32_t primitive = 0, indexType = 0;
    ObjectRef indexBuffer, arguments;
    uint64_t indexOffset = 0, argumentsOffset = 0;
};
struct DrawPatchesIndirect {
    ObjectRef patchIndexBuffer, arguments;
    uint64_t patchIndexOffset = 0, argumentsOffset = 0;
    uint32_t controlPoints = 0;
};
struct DrawIndexedPatchesIndirect : DrawPatchesIndirect {
    ObjectRef controlPointIndexBuffer;
    uint64_t controlPointIndexOffset = 0;
};
struct ExecuteCommands {
    ObjectRef icb;
    uint64_t location = 0, length = 0;
};
struct ExecuteCommandsIndirect {
    ObjectRef icb, rangeBuffer;
    uint64_t rangeOffset = 0;
};

// Order and residency.
struct BarrierResources {
    uint32_t afterStages = 0, beforeStages = 0;
    RefList refs;
};
struct BarrierScope {
    uint32_t scope = 0, afterStages = 0, beforeStages = 0;
};
struct UpdateFence {
    ObjectRef fence;
    uint32_t stages = 0;
};
struct WaitForFence {
    ObjectRef fence;
    uint32_t stages = 0;
};
struct TextureBarrier {};
struct UseHeaps {
    uint32_t stages = 0;
    RefList refs;
};
struct UseResources {
    uint32_t usage = 0, stages = 0;
    RefList refs;
};

// Render pass group (stream.md 3).
struct PassAttachment {
    ObjectRef texture, resolveTexture;
    uint32_t level = 0, slice = 0, depthPlane = 0;
    uint32_t resolveLevel = 0, resolveSlice = 0, resolveDepthPlane = 0;
    uint32_t load = 0, store = 0, storeOptions = 0;
};
struct PassDepth : PassAttachment {
    double clear = 1.0;
    uint32_t resolveFilter = 0;
};
struct PassStencil : PassAttachment {
    uint32_t clear = 0, resolveFilter = 0;
};
struct PassColor : PassAttachment {
    std::array<double, 4> clear{};
};
struct PassDescriptor {
    PassDepth depth;
    PassStencil stencil;
    std::array<PassColor, 8> colors;
    ObjectRef visibilityBuffer;
    uint64_t arrayLength = 0, width = 0, height = 0;
};
struct PassRasterSampleCount {
    uint32_t count = 0;
};
struct PassColorSampleCount {
    uint32_t count = 0;
};
struct PassSamplePositions {
    PackedList<SamplePosition> positions;
};
struct PassRateMap {
    ObjectRef rateMap;
};
struct PassImageblockLength {
    uint32_t length = 0;
};
struct PassThreadgroupMemory {
    uint32_t length = 0;
};
struct PassTileSize {
    uint32_t width = 0, height = 0;
};

// Render state.
struct SetBlendColor {
    float red = 0, green = 0, blue = 0, alpha = 0;
};
struct SetColorStoreAction {
    uint32_t action = 0, index = 0;
};
struct SetColorStoreOptions {
    uint64_t options = 0;
    uint32_t index = 0;
};
struct SetDepthStoreAction {
    uint64_t action = 0;
};
struct SetDepthStoreOptions {
    uint64_t options = 0;
};
struct SetStencilStoreAction {
    uint64_t action = 0;
};
struct SetStencilStoreOptions {
    uint64_t options = 0;
};
struct SetDepthStencil {
    ObjectRef state;
};
struct SetCullMode {
    uint64_t mode = 0;
};
struct SetDepthBias {
    float bias = 0, slopeScale = 0, clamp = 0;
};
struct SetDepthClipMode {
    uint64_t mode = 0;
};
struct SetWinding {
    uint64_t winding = 0;
};
struct SetFillMode {
    uint64_t mode = 0;
};
struct SetRenderPipeline {
    ObjectRef pipeline;
};
struct SetScissor {
    Rect rect;
};
struct SetScissors {
    PackedList<Rect> rects;
};
struct SetViewport {
    ViewportEntry viewport;
};
struct SetViewports {
    PackedList<ViewportEntry> viewports;
};
struct SetStencilReference {
    uint32_t front = 0, back = 0;
};
struct SetTessellationFactorBuffer {
    ObjectRef buffer;
    uint64_t offset = 0, instanceStride = 0;
};
struct SetTessellationFactorScale {
    float scale = 1;
};
struct SetVisibility {
    uint64_t offset = 0, mode = 0;
};
struct SetLineWidth {
    float width = 1;
};
struct SetAmplificationMode {
    uint32_t mode = 0, value = 0;
};
struct SetAmplificationCount {
    uint32_t count = 0;
    PackedList<ViewMapping> mappings; // may be fewer than `count`: the guest may send no mappings at all
};

// OpenGL-compatibility setters (serializer version 6 and up; never advertised).
struct SetAlphaReference {
    float value = 0;
};
struct SetPointSize {
    float size = 1;
};
struct SetClipPlane {
    std::array<float, 4> plane{};
    uint32_t index = 0;
};
struct SetSamplerBias {
    BindStage stage = BindStage::Vertex;
    ObjectRef sampler;
    float lodMin = 0, lodMax = 0, lodBias = 0;
    uint32_t index = 0;
};
struct SetViewportTransform {
    uint32_t enabled = 1;
};
struct SetProvokingVertex {
    uint32_t mode = 0;
};
struct SetPrimitiveRestart {
    uint32_t enabled = 0, index = 0;
};
struct SetTwoFillModes {
    uint32_t front = 0, back = 0;
};
struct SetTransformFeedback {
    uint32_t state = 0;
};
struct DepthCleared {};
struct StencilCleared {};
struct ResolveTarget {
    ObjectRef texture;
    uint32_t slice = 0, depthPlane = 0, level = 0, yInvert = 0;
};
struct SetColorResolve : ResolveTarget {
    uint32_t index = 0;
};
struct SetDepthResolve : ResolveTarget {};
struct SetStencilResolve : ResolveTarget {};

// Argument tables of every stage.
struct SetBuffers {
    BindStage stage = BindStage::Vertex;
    uint32_t first = 0;
    PackedList<BufferEntry> entries;
};
struct SetStridedBuffers {
    BindStage stage = BindStage::Vertex;
    uint32_t first = 0;
    PackedList<StridedBufferEntry> entries;
};
struct SetBufferOffset {
    BindStage stage = BindStage::Vertex;
    uint32_t index = 0;
    uint64_t offset = 0;
};
struct SetStridedBufferOffset {
    BindStage stage = BindStage::Vertex;
    uint32_t index = 0;
    uint64_t offset = 0, stride = 0;
};
struct SetSamplers {
    BindStage stage = BindStage::Vertex;
    uint32_t first = 0;
    RefList refs;
};
struct SetClampedSamplers {
    BindStage stage = BindStage::Vertex;
    uint32_t first = 0;
    PackedList<ClampedSamplerEntry> entries;
};
struct SetTextures {
    BindStage stage = BindStage::Vertex;
    uint32_t first = 0;
    RefList refs;
};

// Tile shading.
struct DispatchTile {
    Size3 threadsPerTile{};
};
struct DispatchTileRegion {
    Size3 threadsPerTile{}, origin{}, size{};
    uint32_t renderTargetArrayIndex = 0;
};
struct SetTileThreadgroupMemory {
    uint64_t length = 0, offset = 0;
    uint32_t index = 0;
};
struct GetTileDimensions {
    ObjectRef replyBuffer;
    uint64_t replyOffset = 0;
};

// Compute.
struct DispatchThreadgroups {
    Size3 threadgroups{}, threadsPerGroup{};
};
struct DispatchThreadgroupsIndirect {
    Size3 threadsPerGroup{};
    uint64_t argumentsOffset = 0;
    ObjectRef arguments;
};
struct DispatchThreads {
    Size3 threads{}, threadsPerGroup{};
};
struct DispatchThreadsIndirect {
    uint64_t argumentsOffset = 0;
    ObjectRef arguments;
};
struct SetComputePipeline {
    ObjectRef pipeline;
};
struct SetStageInRegion {
    Size3 size{}, origin{};
};
struct SetStageInRegionIndirect {
    ObjectRef buffer;
    uint64_t offset = 0;
};
struct SetThreadgroupMemory {
    uint64_t length = 0;
    uint32_t index = 0;
};
struct SetImageblockSize {
    uint32_t width = 0, height = 0;
};
struct ComputePass {
    uint32_t dispatchType = 0;
};
struct Condition {
    ObjectRef buffer;
    uint64_t offset = 0;
    uint32_t comparison = 0, reference = 0;
};
struct StartDoWhile {};
struct EndDoWhile : Condition {};
struct StartWhile : Condition {};
struct EndWhile {};
struct StartIf : Condition {};
struct StartElse {};
struct EndIf {};
struct ReinterpretationFlush {};

// Blit.
struct CopyBufferToTexture {
    ObjectRef source, destination;
    uint64_t sourceOffset = 0, bytesPerRow = 0, bytesPerImage = 0;
    Size3 size{}, origin{};
    uint32_t slice = 0, level = 0, options = 0;
};
struct CopyBufferToBuffer {
    ObjectRef source, destination;
    uint64_t sourceOffset = 0, destinationOffset = 0, size = 0;
};
struct CopyTextureToBuffer {
    ObjectRef source, destination;
    Size3 origin{}, size{};
    uint64_t destinationOffset = 0, bytesPerRow = 0, bytesPerImage = 0;
    uint32_t slice = 0, level = 0, options = 0;
};
struct CopyTextureToTexture {
    ObjectRef source, destination;
    Size3 sourceOrigin{}, size{}, destinationOrigin{};
    uint32_t sourceSlice = 0, sourceLevel = 0, destinationSlice = 0, destinationLevel = 0, options = 0;
};
struct CopyTextureSlices {
    ObjectRef source, destination;
    uint32_t sourceSlice = 0, sourceLevel = 0, destinationSlice = 0, destinationLevel = 0, sliceCount = 0, levelCount = 0;
};
struct CopyIndirectCommands {
    ObjectRef source, destination;
    uint64_t sourceLocation = 0, sourceLength = 0, destinationIndex = 0;
};
struct FillBuffer {
    ObjectRef buffer;
    uint64_t location = 0, length = 0;
    uint32_t value = 0; // one byte
};
struct FillBufferPattern {
    ObjectRef buffer;
    uint64_t location = 0, length = 0;
    uint32_t pattern = 0;
};
struct FillTextureBytes {
    ObjectRef texture;
    uint32_t level = 0, slice = 0;
    Size3 size{}, origin{};
    ObjectRef bytesBuffer;
    uint64_t bytesOffset = 0, length = 0;
};
struct FillTextureColor {
    ObjectRef texture;
    uint32_t level = 0, slice = 0;
    Size3 size{}, origin{};
    std::array<double, 4> color{};
    uint32_t format = 0;
};
struct GenerateMipmaps {
    ObjectRef texture;
};
// optimizeContentsFor...Access and invalidateCompressedTexture: hints about a layout this host does not have.
struct LayoutHint {
    ObjectRef texture;
    uint32_t slice = 0, level = 0;
};
struct OptimizeIndirectCommands {
    ObjectRef icb;
    uint64_t location = 0, length = 0;
};
struct ResetIndirectCommands {
    ObjectRef icb;
    uint64_t location = 0, length = 0;
};
struct SynchronizeResource {
    ObjectRef resource;
};
struct SynchronizeTexture {
    ObjectRef texture;
    uint32_t slice = 0, level = 0;
};

// Info queries. `reply` is where the answer goes.
struct ReplyTarget {
    ObjectRef buffer;
    uint64_t offset = 0;
};
struct QueryComputePipeline {
    ObjectRef object;
    ReplyTarget reply;
};
struct QueryRenderPipeline {
    ObjectRef object;
    ReplyTarget reply;
};
struct QueryHeapTexture {
    std::span<const std::byte> descriptor; // 32 bytes
    ReplyTarget reply;
};
struct QueryHeapTextureWide {
    std::span<const std::byte> descriptor; // 40 bytes
    ReplyTarget reply;
};
struct QueryRateMap {
    ObjectRef rateMap;
    ReplyTarget reply;
    uint32_t replyLength = 0;
};
struct CopyRateMapParameters {
    ObjectRef rateMap, destination;
    uint64_t offset = 0;
};
struct MapScreenCoordinates { // both directions: without a rate map they are the identity
    ObjectRef rateMap;
    ReplyTarget reply;
    uint32_t layer = 0;
    float x = 0, y = 0;
};
struct MapScreenCoordinateList {
    ObjectRef rateMap;
    ReplyTarget reply;
    uint64_t length = 0;
    uint32_t layer = 0, count = 0;
};
struct QueryImageBlockLength {
    ObjectRef pipeline;
    Size3 dimensions{};
    ReplyTarget reply;
};
struct QueryUniqueIdentifier {
    ObjectRef object;
    uint32_t objectType = 0;
    ReplyTarget reply;
};
struct QueryGpuAddress { // buffers and heaps
    ObjectRef object;
    ReplyTarget reply;
};
struct QueryResourceId { // textures and samplers
    ObjectRef object;
    ReplyTarget reply;
};
struct QueryHostResource { // ICBs, pipelines, depth-stencil states
    ObjectRef object;
    ReplyTarget reply;
};

// Events.
struct WaitForEvent {
    ObjectRef event;
    uint64_t value = 0;
    uint32_t timeout = 0;
};
struct SignalEvent {
    ObjectRef event;
    uint64_t value = 0;
};

// Body of a type-5 segment; covers the segment behind it.
struct ProtectionOptions {
    uint64_t options = 0;
};

} // namespace pvg::stream
