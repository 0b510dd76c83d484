// Patches: tessellation factors, patch indices, control points (stream.md, 0x0c to 0x0f, 0x12, 0x13, 0x7a, 0x7b).
#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"
#include "pvg/exec/render_encoder.h"

namespace pvg {

namespace {

constexpr uint64_t kWord = 4; // of a patch index; factors start at multiples of it
// Triangles of one draw if each patch is divided as finely as its pipeline allows. As with vertices, a larger draw is no picture
// (decisions.md 26e).
constexpr uint64_t kMaxTriangles = uint64_t(1) << 28;

bool isTooFine(const stream::DrawPatches& c, uint64_t maxFactor) {
    const auto patches = checkedMul(c.patchCount, c.instances);
    const auto triangles = patches ? checkedMul(*patches, maxFactor * maxFactor) : patches;
    return !triangles || *triangles > kMaxTriangles;
}

} // namespace

Declined<void> RenderEncoder::run(const stream::SetTessellationFactorBuffer& c) {
    if (c.instanceStride > UINT32_MAX) return decline(DeclineReason::LimitExceeded, "tessellation factors {} bytes apart", c.instanceStride);
    m_factors = c.buffer;
    m_factorsOffset = c.offset;
    return assign(m_state.tessellation.instanceStride, c.instanceStride, RenderState::Tessellation);
}

Declined<void> RenderEncoder::run(const stream::SetTessellationFactorScale& c) {
    return assign(m_state.tessellation.scale, c.scale, RenderState::Tessellation);
}

// All of a buffer from `offset` on: how much is read of it only the GPU knows.
Declined<BufferBinding> RenderEncoder::bindFrom(ObjectRef ref, uint64_t offset) {
    PVG_TRY(const auto buffer, m_context.objects.buffer(m_context.task, ref));
    if (offset >= buffer->size) return decline(DeclineReason::BadField, "buffer offset {} of {} bytes", offset, buffer->size);
    PVG_CHECK(m_context.coherency.makeCurrent(*buffer, {offset, buffer->size}));
    return BufferBinding{buffer->id, offset, buffer->size - offset, 0, buffer->base.value + offset};
}

Declined<void> RenderEncoder::resolveFactors() {
    if (!m_factors) return decline(DeclineReason::UnresolvedRef, "patches without a buffer of tessellation factors");
    if (m_factorsOffset % kWord != 0) return decline(DeclineReason::BadField, "tessellation factors at {}", m_factorsOffset);
    PVG_TRY(const BufferBinding binding, bindFrom(m_factors, m_factorsOffset));
    if (binding != m_state.tessellation.buffer) m_state.dirty |= RenderState::Tessellation;
    m_state.tessellation.buffer = binding;
    return {};
}

Declined<DrawCall> RenderEncoder::patchCall(const stream::DrawPatches& c) {
    PVG_TRY(const HostRenderPipeline* const pipeline, readyPipeline());
    if (c.controlPoints > mtl::kMaxPatchControlPoints) return decline(DeclineReason::BadField, "{} control points a patch", c.controlPoints);
    if (isTooFine(c, pipeline->descriptor.tessellation.maxFactor))
        return decline(DeclineReason::LimitExceeded, "{} patches, {} instances, factors up to {}", c.patchCount, c.instances,
                       pipeline->descriptor.tessellation.maxFactor);
    PVG_CHECK(resolveFactors());
    DrawCall call;
    call.isPatches = true;
    call.start = c.patchStart;
    call.count = c.patchCount;
    call.instances = c.instances;
    call.baseInstance = c.baseInstance;
    call.controlPoints = c.controlPoints;
    if (!c.patchIndexBuffer) return call;
    if (c.patchIndexOffset % kWord != 0) return decline(DeclineReason::BadField, "patch indices at {}", c.patchIndexOffset);
    PVG_TRY(call.patchIndices, bindFrom(c.patchIndexBuffer, c.patchIndexOffset));
    const auto last = checkedAdd(c.patchStart, c.patchCount);
    if (!last || *last > call.patchIndices.size / kWord)
        return decline(DeclineReason::BadField, "{} patch indices from {} in {} bytes", c.patchCount, c.patchStart, call.patchIndices.size);
    return call;
}

Declined<void> RenderEncoder::drawPatches(const stream::DrawPatches& c) {
    if (c.patchCount == 0 || c.instances == 0) return {};
    PVG_TRY(DrawCall call, patchCall(c));
    return submitDraw(call);
}

Declined<void> RenderEncoder::drawIndexedPatches(const stream::DrawIndexedPatches& c) {
    if (c.patchCount == 0 || c.instances == 0) return {};
    PVG_TRY(DrawCall call, patchCall(c));
    PVG_TRY(const BufferBinding indices, bindFrom(c.controlPointIndexBuffer, c.controlPointIndexOffset));
    call.indexed = true;
    call.indexBuffer = indices.buffer;
    call.indexOffset = indices.offset;
    return submitDraw(call);
}

// {u32 patchCount, instanceCount, patchStart, baseInstance}, read when the draw runs: earlier GPU work may have written them.
Declined<void> RenderEncoder::fetchPatchArguments(const stream::DrawPatchesIndirect& c, stream::DrawPatches& out) {
    std::array<std::byte, 16> arguments{};
    PVG_TRY(const auto buffer, m_context.objects.buffer(m_context.task, c.arguments));
    PVG_CHECK(m_context.coherency.fetch(buffer, c.argumentsOffset, arguments));
    ByteReader r(arguments);
    out.patchCount = r.u32();
    out.instances = r.u32();
    out.patchStart = r.u32();
    out.baseInstance = r.u32();
    out.patchIndexBuffer = c.patchIndexBuffer;
    out.patchIndexOffset = c.patchIndexOffset;
    out.controlPoints = c.controlPoints;
    return {};
}

Declined<void> RenderEncoder::run(const stream::DrawPatches& c) { return drawPatches(c); }
Declined<void> RenderEncoder::run(const stream::DrawIndexedPatches& c) { return drawIndexedPatches(c); }

Declined<void> RenderEncoder::run(const stream::DrawPatchesIndirect& c) {
    stream::DrawPatches direct;
    PVG_CHECK(fetchPatchArguments(c, direct));
    return drawPatches(direct);
}

Declined<void> RenderEncoder::run(const stream::DrawIndexedPatchesIndirect& c) {
    stream::DrawIndexedPatches direct;
    PVG_CHECK(fetchPatchArguments(c, direct));
    direct.controlPointIndexBuffer = c.controlPointIndexBuffer;
    direct.controlPointIndexOffset = c.controlPointIndexOffset;
    return drawIndexedPatches(direct);
}

} // namespace pvg
