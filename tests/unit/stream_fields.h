// What a decoded command holds, under the protocol document's field names. Only fields that a row names are compared.
#pragma once

#include <map>
#include <string>

#include "pvg/stream/commands.h"

namespace pvgtest {

using Fields = std::map<std::string, double>;

inline double value(pvg::ObjectRef ref) { return ref.value; }
template <class T>
double value(T v) {
    return double(v);
}

template <class T>
void addArray(Fields& f, const std::string& name, const T& values) {
    for (size_t i = 0; i < values.size(); ++i) f[name + "[" + std::to_string(i) + "]"] = value(values[i]);
}
inline void addList(Fields& f, const std::string& name, const pvg::stream::RefList& list) {
    for (size_t i = 0; i < list.size(); ++i) f[name + "[" + std::to_string(i) + "]"] = value(list[i].ref);
}
template <class Entry, class Add>
void addList(Fields& f, const std::string& name, const pvg::stream::PackedList<Entry>& list, Add&& add) {
    for (size_t i = 0; i < list.size(); ++i) add(name + "[" + std::to_string(i) + "].", list[i]);
    (void)f;
}
inline void addReply(Fields& f, const pvg::stream::ReplyTarget& reply) {
    f["replyBufferRef"] = f["bufferRef"] = value(reply.buffer);
    f["replyOffset"] = f["offset"] = value(reply.offset);
}

inline Fields fields(const pvg::stream::Draw& c) {
    return {{"primitiveType", value(c.primitive)}, {"vertexStart", value(c.start)}, {"vertexCount", value(c.count)},
            {"instanceCount", value(c.instances)}, {"baseInstance", value(c.baseInstance)}};
}
inline Fields fields(const pvg::stream::DrawIndexed& c) {
    return {{"primitiveType", value(c.primitive)}, {"indexType", value(c.indexType)}, {"indexBufferRef", value(c.indexBuffer)},
            {"indexBufferOffset", value(c.indexOffset)}, {"indexCount", value(c.count)}, {"instanceCount", value(c.instances)},
            {"baseInstance", value(c.baseInstance)}, {"baseVertex", value(c.baseVertex)}};
}
inline Fields fields(const pvg::stream::DrawPatches& c) {
    return {{"patchStart", value(c.patchStart)}, {"patchCount", value(c.patchCount)}, {"patchIndexBufferRef", value(c.patchIndexBuffer)},
            {"patchIndexBufferOffset", value(c.patchIndexOffset)}, {"instanceCount", value(c.instances)},
            {"baseInstance", value(c.baseInstance)}, {"numberOfPatchControlPoints", value(c.controlPoints)}};
}
inline Fields fields(const pvg::stream::DrawIndexedPatches& c) {
    Fields f = fields(static_cast<const pvg::stream::DrawPatches&>(c));
    f["controlPointIndexBufferRef"] = value(c.controlPointIndexBuffer);
    f["controlPointIndexBufferOffset"] = value(c.controlPointIndexOffset);
    return f;
}
inline Fields fields(const pvg::stream::DrawIndirect& c) {
    return {{"primitiveType", value(c.primitive)}, {"indirectBufferRef", value(c.arguments)}, {"indirectBufferOffset", value(c.argumentsOffset)}};
}
inline Fields fields(const pvg::stream::DrawIndexedIndirect& c) {
    return {{"primitiveType", value(c.primitive)}, {"indexType", value(c.indexType)}, {"indexBufferRef", value(c.indexBuffer)},
            {"indirectBufferRef", value(c.arguments)}, {"indexBufferOffset", value(c.indexOffset)}, {"indirectBufferOffset", value(c.argumentsOffset)}};
}
inline Fields fields(const pvg::stream::DrawPatchesIndirect& c) {
    return {{"patchIndexBufferRef", value(c.patchIndexBuffer)}, {"indirectBufferRef", value(c.arguments)},
            {"patchIndexBufferOffset", value(c.patchIndexOffset)}, {"indirectBufferOffset", value(c.argumentsOffset)},
            {"numberOfPatchControlPoints", value(c.controlPoints)}};
}
inline Fields fields(const pvg::stream::DrawIndexedPatchesIndirect& c) {
    Fields f = fields(static_cast<const pvg::stream::DrawPatchesIndirect&>(c));
    f["controlPointIndexBufferRef"] = value(c.controlPointIndexBuffer);
    f["controlPointIndexBufferOffset"] = value(c.controlPointIndexOffset);
    return f;
}
inline Fields fields(const pvg::stream::ExecuteCommands& c) {
    return {{"icbRef", value(c.icb)}, {"location", value(c.location)}, {"length", value(c.length)}};
}
inline Fields fields(const pvg::stream::ExecuteCommandsIndirect& c) {
    return {{"icbRef", value(c.icb)}, {"rangeBufferRef", value(c.rangeBuffer)}, {"rangeBufferOffset", value(c.rangeOffset)}};
}
inline Fields fields(const pvg::stream::BarrierResources& c) {
    Fields f{{"count", value(c.refs.size())}, {"afterStages", value(c.afterStages)}, {"beforeStages", value(c.beforeStages)}};
    addList(f, "refs", c.refs);
    return f;
}
inline Fields fields(const pvg::stream::BarrierScope& c) {
    return {{"scope", value(c.scope)}, {"afterStages", value(c.afterStages)}, {"beforeStages", value(c.beforeStages)}};
}
inline Fields fields(const pvg::stream::UpdateFence& c) { return {{"fenceRef", value(c.fence)}, {"afterStages", value(c.stages)}}; }
inline Fields fields(const pvg::stream::WaitForFence& c) { return {{"fenceRef", value(c.fence)}, {"beforeStages", value(c.stages)}}; }
inline Fields fields(const pvg::stream::TextureBarrier&) { return {}; }
inline Fields fields(const pvg::stream::UseHeaps& c) {
    Fields f{{"count", value(c.refs.size())}, {"stages", value(c.stages)}};
    addList(f, "heapRefs", c.refs);
    return f;
}
inline Fields fields(const pvg::stream::UseResources& c) {
    Fields f{{"count", value(c.refs.size())}, {"usage", value(c.usage)}, {"stages", value(c.stages)}};
    addList(f, "refs", c.refs);
    return f;
}
inline void addAttachment(Fields& f, const std::string& at, const pvg::stream::PassAttachment& a) {
    f[at + "texture"] = value(a.texture);
    f[at + "resolveTexture"] = value(a.resolveTexture);
    f[at + "level"] = a.level;
    f[at + "slice"] = a.slice;
    f[at + "depthPlane"] = a.depthPlane;
    f[at + "resolveLevel"] = a.resolveLevel;
    f[at + "resolveSlice"] = a.resolveSlice;
    f[at + "resolveDepthPlane"] = a.resolveDepthPlane;
    f[at + "loadAction"] = a.load;
    f[at + "storeAction"] = a.store;
    f[at + "storeActionOptions"] = a.storeOptions;
}
inline Fields fields(const pvg::stream::PassDescriptor& c) {
    Fields f{{"visibilityResultBufferRef", value(c.visibilityBuffer)}, {"renderTargetArrayLength", value(c.arrayLength)},
             {"renderTargetWidth", value(c.width)}, {"renderTargetHeight", value(c.height)}, {"depth.clearDepth", c.depth.clear},
             {"depth.resolveFilter", value(c.depth.resolveFilter)}, {"stencil.clearStencil", value(c.stencil.clear)},
             {"stencil.resolveFilter", value(c.stencil.resolveFilter)}};
    addAttachment(f, "depth.", c.depth);
    addAttachment(f, "stencil.", c.stencil);
    for (size_t i = 0; i < c.colors.size(); ++i) {
        const std::string at = "color[" + std::to_string(i) + "].";
        addAttachment(f, at, c.colors[i]);
        addArray(f, at + "clear", c.colors[i].clear);
    }
    return f;
}
inline Fields fields(const pvg::stream::PassRasterSampleCount& c) { return {{"count", value(c.count)}}; }
inline Fields fields(const pvg::stream::PassColorSampleCount& c) { return {{"count", value(c.count)}}; }
inline Fields fields(const pvg::stream::PassSamplePositions& c) {
    Fields f{{"count", value(c.positions.size())}};
    addList(f, "positions", c.positions, [&](const std::string& at, const pvg::stream::SamplePosition& p) {
        f[at + "x"] = p.x;
        f[at + "y"] = p.y;
    });
    return f;
}
inline Fields fields(const pvg::stream::PassRateMap& c) { return {{"rateMapRef", value(c.rateMap)}}; }
inline Fields fields(const pvg::stream::PassImageblockLength& c) { return {{"length", value(c.length)}}; }
inline Fields fields(const pvg::stream::PassThreadgroupMemory& c) { return {{"length", value(c.length)}}; }
inline Fields fields(const pvg::stream::PassTileSize& c) { return {{"tileWidth", value(c.width)}, {"tileHeight", value(c.height)}}; }
inline Fields fields(const pvg::stream::SetBlendColor& c) { return {{"red", c.red}, {"green", c.green}, {"blue", c.blue}, {"alpha", c.alpha}}; }
inline Fields fields(const pvg::stream::SetColorStoreAction& c) { return {{"storeAction", value(c.action)}, {"index", value(c.index)}}; }
inline Fields fields(const pvg::stream::SetColorStoreOptions& c) { return {{"options", value(c.options)}, {"index", value(c.index)}}; }
inline Fields fields(const pvg::stream::SetDepthStoreAction& c) { return {{"storeAction", value(c.action)}}; }
inline Fields fields(const pvg::stream::SetStencilStoreAction& c) { return {{"storeAction", value(c.action)}}; }
inline Fields fields(const pvg::stream::SetDepthStoreOptions& c) { return {{"options", value(c.options)}}; }
inline Fields fields(const pvg::stream::SetStencilStoreOptions& c) { return {{"options", value(c.options)}}; }
inline Fields fields(const pvg::stream::SetDepthStencil& c) { return {{"depthStencilRef", value(c.state)}}; }
inline Fields fields(const pvg::stream::SetCullMode& c) { return {{"cullMode", value(c.mode)}}; }
inline Fields fields(const pvg::stream::SetDepthBias& c) { return {{"depthBias", c.bias}, {"slopeScale", c.slopeScale}, {"clamp", c.clamp}}; }
inline Fields fields(const pvg::stream::SetDepthClipMode& c) { return {{"depthClipMode", value(c.mode)}}; }
inline Fields fields(const pvg::stream::SetWinding& c) { return {{"winding", value(c.winding)}}; }
inline Fields fields(const pvg::stream::SetFillMode& c) { return {{"fillMode", value(c.mode)}}; }
inline Fields fields(const pvg::stream::SetRenderPipeline& c) { return {{"pipelineRef", value(c.pipeline)}}; }
inline Fields fields(const pvg::stream::SetScissor& c) {
    return {{"x", value(c.rect.x)}, {"y", value(c.rect.y)}, {"width", value(c.rect.width)}, {"height", value(c.rect.height)}};
}
inline Fields fields(const pvg::stream::SetScissors& c) {
    Fields f{{"count", value(c.rects.size())}};
    addList(f, "rects", c.rects, [&](const std::string& at, const pvg::stream::Rect& r) {
        f[at + "x"] = value(r.x);
        f[at + "y"] = value(r.y);
        f[at + "width"] = value(r.width);
        f[at + "height"] = value(r.height);
    });
    return f;
}
inline Fields fields(const pvg::stream::SetViewport& c) {
    const auto& v = c.viewport;
    return {{"originX", v.x}, {"originY", v.y}, {"width", v.width}, {"height", v.height}, {"znear", v.zNear}, {"zfar", v.zFar}};
}
inline Fields fields(const pvg::stream::SetViewports& c) {
    Fields f{{"count", value(c.viewports.size())}};
    addList(f, "viewports", c.viewports, [&](const std::string& at, const pvg::stream::ViewportEntry& v) {
        f[at + "x"] = v.x;
        f[at + "y"] = v.y;
        f[at + "w"] = v.width;
        f[at + "h"] = v.height;
        f[at + "znear"] = v.zNear;
        f[at + "zfar"] = v.zFar;
    });
    return f;
}
inline Fields fields(const pvg::stream::SetStencilReference& c) { return {{"front", value(c.front)}, {"back", value(c.back)}}; }
inline Fields fields(const pvg::stream::SetTessellationFactorBuffer& c) {
    return {{"bufferRef", value(c.buffer)}, {"offset", value(c.offset)}, {"instanceStride", value(c.instanceStride)}};
}
inline Fields fields(const pvg::stream::SetTessellationFactorScale& c) { return {{"scale", c.scale}}; }
inline Fields fields(const pvg::stream::SetVisibility& c) { return {{"offset", value(c.offset)}, {"mode", value(c.mode)}}; }
inline Fields fields(const pvg::stream::SetLineWidth& c) { return {{"width", c.width}}; }
inline Fields fields(const pvg::stream::SetAmplificationMode& c) { return {{"mode", value(c.mode)}, {"value", value(c.value)}}; }
inline Fields fields(const pvg::stream::SetAmplificationCount& c) {
    Fields f{{"count", value(c.count)}};
    addList(f, "mappings", c.mappings, [&](const std::string& at, const pvg::stream::ViewMapping& m) {
        f[at + "viewportArrayIndexOffset"] = m.viewportOffset;
        f[at + "renderTargetArrayIndexOffset"] = m.renderTargetOffset;
    });
    return f;
}
inline Fields fields(const pvg::stream::SetAlphaReference& c) { return {{"value", c.value}}; }
inline Fields fields(const pvg::stream::SetPointSize& c) { return {{"size", c.size}}; }
inline Fields fields(const pvg::stream::SetClipPlane& c) {
    return {{"p1", c.plane[0]}, {"p2", c.plane[1]}, {"p3", c.plane[2]}, {"p4", c.plane[3]}, {"index", value(c.index)}};
}
inline Fields fields(const pvg::stream::SetSamplerBias& c) {
    return {{"samplerRef", value(c.sampler)}, {"lodMin", c.lodMin}, {"lodMax", c.lodMax}, {"lodBias", c.lodBias}, {"index", value(c.index)}};
}
inline Fields fields(const pvg::stream::SetViewportTransform& c) { return {{"enabled", value(c.enabled)}}; }
inline Fields fields(const pvg::stream::SetProvokingVertex& c) { return {{"mode", value(c.mode)}}; }
inline Fields fields(const pvg::stream::SetPrimitiveRestart& c) { return {{"enabled", value(c.enabled)}, {"index", value(c.index)}}; }
inline Fields fields(const pvg::stream::SetTwoFillModes& c) { return {{"front", value(c.front)}, {"back", value(c.back)}}; }
inline Fields fields(const pvg::stream::SetTransformFeedback& c) { return {{"state", value(c.state)}}; }
inline Fields fields(const pvg::stream::DepthCleared&) { return {}; }
inline Fields fields(const pvg::stream::StencilCleared&) { return {}; }
inline Fields fields(const pvg::stream::ResolveTarget& c) {
    return {{"textureRef", value(c.texture)}, {"slice", value(c.slice)}, {"depthPlane", value(c.depthPlane)}, {"level", value(c.level)},
            {"yInvert", value(c.yInvert)}};
}
inline Fields fields(const pvg::stream::SetColorResolve& c) {
    Fields f = fields(static_cast<const pvg::stream::ResolveTarget&>(c));
    f["index"] = c.index;
    return f;
}
inline Fields fields(const pvg::stream::SetBuffers& c) {
    Fields f{{"stage", value(c.stage)}, {"first", value(c.first)}, {"count", value(c.entries.size())}};
    addList(f, "buffers", c.entries, [&](const std::string& at, const pvg::stream::BufferEntry& e) {
        f[at + "ref"] = value(e.ref);
        f[at + "offset"] = value(e.offset);
    });
    return f;
}
inline Fields fields(const pvg::stream::SetStridedBuffers& c) {
    Fields f{{"stage", value(c.stage)}, {"first", value(c.first)}, {"count", value(c.entries.size())}};
    addList(f, "buffers", c.entries, [&](const std::string& at, const pvg::stream::StridedBufferEntry& e) {
        f[at + "ref"] = value(e.ref);
        f[at + "offset"] = value(e.offset);
        f[at + "stride"] = value(e.stride);
    });
    return f;
}
inline Fields fields(const pvg::stream::SetBufferOffset& c) {
    return {{"stage", value(c.stage)}, {"index", value(c.index)}, {"offset", value(c.offset)}};
}
inline Fields fields(const pvg::stream::SetStridedBufferOffset& c) {
    return {{"stage", value(c.stage)}, {"index", value(c.index)}, {"offset", value(c.offset)}, {"attributeStride", value(c.stride)}};
}
inline Fields fields(const pvg::stream::SetSamplers& c) {
    Fields f{{"stage", value(c.stage)}, {"first", value(c.first)}, {"count", value(c.refs.size())}};
    addList(f, "refs", c.refs);
    return f;
}
inline Fields fields(const pvg::stream::SetTextures& c) {
    Fields f{{"stage", value(c.stage)}, {"first", value(c.first)}, {"count", value(c.refs.size())}};
    addList(f, "refs", c.refs);
    return f;
}
inline Fields fields(const pvg::stream::SetClampedSamplers& c) {
    Fields f{{"stage", value(c.stage)}, {"first", value(c.first)}, {"count", value(c.entries.size())}};
    addList(f, "samplers", c.entries, [&](const std::string& at, const pvg::stream::ClampedSamplerEntry& e) {
        f[at + "ref"] = value(e.ref);
        f[at + "lodMin"] = e.lodMin;
        f[at + "lodMax"] = e.lodMax;
    });
    return f;
}
inline Fields fields(const pvg::stream::DispatchTile& c) {
    return {{"width", value(c.threadsPerTile[0])}, {"height", value(c.threadsPerTile[1])}, {"depth", value(c.threadsPerTile[2])}};
}
inline Fields fields(const pvg::stream::DispatchTileRegion& c) {
    Fields f{{"renderTargetArrayIndex", value(c.renderTargetArrayIndex)}};
    addArray(f, "threadsPerTile", c.threadsPerTile);
    addArray(f, "regionOrigin", c.origin);
    addArray(f, "regionSize", c.size);
    return f;
}
inline Fields fields(const pvg::stream::SetTileThreadgroupMemory& c) {
    return {{"length", value(c.length)}, {"offset", value(c.offset)}, {"index", value(c.index)}};
}
inline Fields fields(const pvg::stream::GetTileDimensions& c) { return {{"replyBufferRef", value(c.replyBuffer)}, {"replyOffset", value(c.replyOffset)}}; }
inline Fields fields(const pvg::stream::DispatchThreadgroups& c) {
    Fields f;
    addArray(f, "threadgroups", c.threadgroups);
    addArray(f, "threadsPerThreadgroup", c.threadsPerGroup);
    return f;
}
inline Fields fields(const pvg::stream::DispatchThreadgroupsIndirect& c) {
    Fields f{{"indirectOffset", value(c.argumentsOffset)}, {"indirectBufferRef", value(c.arguments)}};
    addArray(f, "threadsPerThreadgroup", c.threadsPerGroup);
    return f;
}
inline Fields fields(const pvg::stream::DispatchThreads& c) {
    Fields f;
    addArray(f, "threads", c.threads);
    addArray(f, "threadsPerThreadgroup", c.threadsPerGroup);
    return f;
}
inline Fields fields(const pvg::stream::DispatchThreadsIndirect& c) {
    return {{"indirectOffset", value(c.argumentsOffset)}, {"indirectBufferRef", value(c.arguments)}};
}
inline Fields fields(const pvg::stream::SetComputePipeline& c) { return {{"pipelineRef", value(c.pipeline)}}; }
inline Fields fields(const pvg::stream::SetStageInRegion& c) {
    Fields f;
    addArray(f, "size", c.size);
    addArray(f, "origin", c.origin);
    return f;
}
inline Fields fields(const pvg::stream::SetStageInRegionIndirect& c) { return {{"bufferRef", value(c.buffer)}, {"offset", value(c.offset)}}; }
inline Fields fields(const pvg::stream::SetThreadgroupMemory& c) { return {{"length", value(c.length)}, {"index", value(c.index)}}; }
inline Fields fields(const pvg::stream::SetImageblockSize& c) { return {{"width", value(c.width)}, {"height", value(c.height)}}; }
inline Fields fields(const pvg::stream::ComputePass& c) { return {{"dispatchType", value(c.dispatchType)}}; }
inline Fields fields(const pvg::stream::Condition& c) {
    return {{"bufferRef", value(c.buffer)}, {"offset", value(c.offset)}, {"comparison", value(c.comparison)}, {"referenceValue", value(c.reference)}};
}
inline Fields fields(const pvg::stream::StartDoWhile&) { return {}; }
inline Fields fields(const pvg::stream::EndWhile&) { return {}; }
inline Fields fields(const pvg::stream::StartElse&) { return {}; }
inline Fields fields(const pvg::stream::EndIf&) { return {}; }
inline Fields fields(const pvg::stream::ReinterpretationFlush&) { return {}; }
inline Fields fields(const pvg::stream::CopyBufferToTexture& c) {
    Fields f{{"srcBufferRef", value(c.source)}, {"dstTextureRef", value(c.destination)}, {"srcOffset", value(c.sourceOffset)},
             {"srcBytesPerRow", value(c.bytesPerRow)}, {"srcBytesPerImage", value(c.bytesPerImage)}, {"dstSlice", value(c.slice)},
             {"dstLevel", value(c.level)}, {"options", value(c.options)}};
    addArray(f, "size", c.size);
    addArray(f, "dstOrigin", c.origin);
    return f;
}
inline Fields fields(const pvg::stream::CopyBufferToBuffer& c) {
    return {{"srcBufferRef", value(c.source)}, {"dstBufferRef", value(c.destination)}, {"srcOffset", value(c.sourceOffset)},
            {"dstOffset", value(c.destinationOffset)}, {"size", value(c.size)}};
}
inline Fields fields(const pvg::stream::CopyTextureToBuffer& c) {
    Fields f{{"srcTextureRef", value(c.source)}, {"dstBufferRef", value(c.destination)}, {"dstOffset", value(c.destinationOffset)},
             {"dstBytesPerRow", value(c.bytesPerRow)}, {"dstBytesPerImage", value(c.bytesPerImage)}, {"srcSlice", value(c.slice)},
             {"srcLevel", value(c.level)}, {"options", value(c.options)}};
    addArray(f, "srcOrigin", c.origin);
    addArray(f, "size", c.size);
    return f;
}
inline Fields fields(const pvg::stream::CopyTextureToTexture& c) {
    Fields f{{"srcTextureRef", value(c.source)}, {"dstTextureRef", value(c.destination)}, {"srcSlice", value(c.sourceSlice)},
             {"srcLevel", value(c.sourceLevel)}, {"dstSlice", value(c.destinationSlice)}, {"dstLevel", value(c.destinationLevel)},
             {"options", value(c.options)}};
    addArray(f, "srcOrigin", c.sourceOrigin);
    addArray(f, "size", c.size);
    addArray(f, "dstOrigin", c.destinationOrigin);
    return f;
}
inline Fields fields(const pvg::stream::CopyTextureSlices& c) {
    return {{"srcTextureRef", value(c.source)}, {"dstTextureRef", value(c.destination)}, {"srcSlice", value(c.sourceSlice)},
            {"srcLevel", value(c.sourceLevel)}, {"dstSlice", value(c.destinationSlice)}, {"dstLevel", value(c.destinationLevel)},
            {"sliceCount", value(c.sliceCount)}, {"levelCount", value(c.levelCount)}};
}
inline Fields fields(const pvg::stream::CopyIndirectCommands& c) {
    return {{"srcIcbRef", value(c.source)}, {"dstIcbRef", value(c.destination)}, {"srcLocation", value(c.sourceLocation)},
            {"srcLength", value(c.sourceLength)}, {"dstIndex", value(c.destinationIndex)}};
}
inline Fields fields(const pvg::stream::FillBuffer& c) {
    return {{"bufferRef", value(c.buffer)}, {"location", value(c.location)}, {"length", value(c.length)}, {"value", value(c.value)}};
}
inline Fields fields(const pvg::stream::FillBufferPattern& c) {
    return {{"bufferRef", value(c.buffer)}, {"location", value(c.location)}, {"length", value(c.length)}, {"pattern", value(c.pattern)}};
}
inline Fields fields(const pvg::stream::FillTextureBytes& c) {
    Fields f{{"textureRef", value(c.texture)}, {"level", value(c.level)}, {"slice", value(c.slice)}, {"bytesBufferRef", value(c.bytesBuffer)},
             {"bytesOffset", value(c.bytesOffset)}, {"length", value(c.length)}};
    addArray(f, "size", c.size);
    addArray(f, "origin", c.origin);
    return f;
}
inline Fields fields(const pvg::stream::FillTextureColor& c) {
    Fields f{{"textureRef", value(c.texture)}, {"level", value(c.level)}, {"slice", value(c.slice)}, {"pixelFormat", value(c.format)}};
    addArray(f, "size", c.size);
    addArray(f, "origin", c.origin);
    addArray(f, "rgba", c.color);
    return f;
}
inline Fields fields(const pvg::stream::GenerateMipmaps& c) { return {{"textureRef", value(c.texture)}}; }
inline Fields fields(const pvg::stream::LayoutHint& c) {
    return {{"textureRef", value(c.texture)}, {"slice", value(c.slice)}, {"level", value(c.level)}};
}
inline Fields fields(const pvg::stream::OptimizeIndirectCommands& c) {
    return {{"icbRef", value(c.icb)}, {"location", value(c.location)}, {"length", value(c.length)}};
}
inline Fields fields(const pvg::stream::ResetIndirectCommands& c) {
    return {{"icbRef", value(c.icb)}, {"location", value(c.location)}, {"length", value(c.length)}};
}
inline Fields fields(const pvg::stream::SynchronizeResource& c) { return {{"resourceRef", value(c.resource)}}; }
inline Fields fields(const pvg::stream::SynchronizeTexture& c) {
    return {{"textureRef", value(c.texture)}, {"slice", value(c.slice)}, {"level", value(c.level)}};
}
// Queries of one object: {object, reply}.
template <class C>
    requires requires(const C& c) {
        c.object;
        c.reply;
    }
Fields fields(const C& c) {
    Fields f{{"objectRef", value(c.object)}};
    addReply(f, c.reply);
    if constexpr (requires { c.objectType; }) f["objectType"] = c.objectType;
    return f;
}
template <class C>
    requires requires(const C& c) { c.descriptor; }
Fields fields(const C& c) {
    Fields f;
    for (size_t i = 0; i < c.descriptor.size(); ++i)
        f[(c.descriptor.size() == 32 ? "textureDescriptor[" : "textureDescriptor2[") + std::to_string(i) + "]"] = value(uint8_t(c.descriptor[i]));
    addReply(f, c.reply);
    return f;
}
inline Fields fields(const pvg::stream::QueryRateMap& c) {
    Fields f{{"rateMapRef", value(c.rateMap)}, {"replyLength", value(c.replyLength)}};
    addReply(f, c.reply);
    return f;
}
inline Fields fields(const pvg::stream::CopyRateMapParameters& c) {
    return {{"rateMapRef", value(c.rateMap)}, {"dstBufferRef", value(c.destination)}, {"dstOffset", value(c.offset)}};
}
inline Fields fields(const pvg::stream::MapScreenCoordinates& c) {
    Fields f{{"rateMapRef", value(c.rateMap)}, {"layer", value(c.layer)}, {"x", c.x}, {"y", c.y}};
    addReply(f, c.reply);
    return f;
}
inline Fields fields(const pvg::stream::MapScreenCoordinateList& c) {
    Fields f{{"rateMapRef", value(c.rateMap)}, {"length", value(c.length)}, {"layer", value(c.layer)}, {"count", value(c.count)}};
    addReply(f, c.reply);
    return f;
}
inline Fields fields(const pvg::stream::QueryImageBlockLength& c) {
    Fields f{{"pipelineRef", value(c.pipeline)}};
    addArray(f, "dims", c.dimensions);
    addReply(f, c.reply);
    return f;
}
inline Fields fields(const pvg::stream::WaitForEvent& c) {
    return {{"eventRef", value(c.event)}, {"value", value(c.value)}, {"timeout", value(c.timeout)}};
}
inline Fields fields(const pvg::stream::SignalEvent& c) { return {{"eventRef", value(c.event)}, {"value", value(c.value)}}; }

} // namespace pvgtest
