// Commands of render segments besides commands_bind.h. See commands.h.
#pragma once

#include <array>
#include <cstdint>

#include "pvg/stream/commands_bind.h"

namespace pvg::stream {

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

} // namespace pvg::stream
