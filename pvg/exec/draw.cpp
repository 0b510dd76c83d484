#include <algorithm>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"
#include "pvg/exec/render_encoder.h"

namespace pvg {

namespace {

// OpenGL counts are signed 32 bits wide.
constexpr uint64_t kMaxNumber = INT32_MAX;
// Vertices times instances. A larger draw is no picture: it holds the channel for longer than the guest waits for a stamp
// (decisions.md 31b), and OpenGL cannot take it back.
constexpr uint64_t kMaxVertices = uint64_t(1) << 26;

bool nothing(const DrawCall& call) { return call.count == 0 || call.instances == 0; }

Declined<DrawCall> drawCall(uint32_t primitive, uint64_t count, uint64_t instances) {
    if (primitive > uint32_t(mtl::PrimitiveType::TriangleStrip)) return decline(DeclineReason::BadField, "primitive type {}", primitive);
    const auto vertices = checkedMul(count, instances);
    if (!vertices || *vertices > kMaxVertices) return decline(DeclineReason::LimitExceeded, "{} vertices, {} instances", count, instances);
    DrawCall call;
    call.primitive = mtl::PrimitiveType(primitive);
    call.count = count;
    call.instances = instances;
    return call;
}

} // namespace

// decisions.md 31b: what the draw would have changed is stale now.
Decline RenderEncoder::lateShader() const {
    for (size_t i = 0; m_descriptor && i < m_descriptor->colors.size(); ++i) {
        const stream::PassColor& color = m_descriptor->colors[i];
        if (!color.texture) continue;
        const auto use = m_context.objects.texture(m_context.task, color.texture);
        const uint32_t surface = use && use->root->surface ? use->root->surface->ref.value : 0;
        return decline(DeclineReason::ShaderLate, "pipeline {}; stale: texture {} of surface {}", m_pipeline.value, color.texture.value, surface);
    }
    return decline(DeclineReason::ShaderLate, "pipeline {}", m_pipeline.value);
}

Declined<HostRenderPipeline*> RenderEncoder::readyPipeline() {
    if (m_readyPipeline) return m_readyPipeline;
    if (!m_pipeline) return decline(DeclineReason::MissingPipeline);
    PVG_TRY(HostRenderPipeline* const pipeline, m_context.objects.renderPipeline(m_context.task, m_pipeline));
    if (pipeline->failure) return *pipeline->failure;
    if (m_context.isLate(m_pipeline, pipeline->usage != nullptr)) return lateShader();
    m_readyPipeline = pipeline;
    m_state.pipeline = pipeline->id;
    m_state.dirty |= RenderState::Pipeline;
    return pipeline;
}

// decisions.md 27. A format the pipeline leaves open accepts any attachment: nothing is written to it.
Declined<void> RenderEncoder::checkTargets(const HostRenderPipeline& pipeline) const {
    const RenderPipelineDescriptor& d = pipeline.descriptor;
    const auto mismatch = [](mtl::PixelFormat wanted, mtl::PixelFormat have) { return wanted != mtl::PixelFormat::Invalid && wanted != have; };
    for (size_t i = 0; i < d.colors.size(); ++i)
        if (mismatch(d.colors[i].format, m_colorFormats[i]))
            return decline(DeclineReason::MissingAttachment, "color {} has format {}, the pipeline wants {}", i, uint64_t(m_colorFormats[i]),
                           uint64_t(d.colors[i].format));
    if (mismatch(d.depthFormat, m_depthFormat))
        return decline(DeclineReason::MissingAttachment, "depth has format {}, the pipeline wants {}", uint64_t(m_depthFormat), uint64_t(d.depthFormat));
    if (mismatch(d.stencilFormat, m_stencilFormat))
        return decline(DeclineReason::MissingAttachment, "stencil has format {}, the pipeline wants {}", uint64_t(m_stencilFormat),
                       uint64_t(d.stencilFormat));
    const uint32_t wanted = std::max(1U, d.rasterSampleCount);
    if (m_samples != 0 && wanted != m_samples)
        return decline(DeclineReason::MissingAttachment, "attachments of {} samples, the pipeline wants {}", m_samples, wanted);
    return {};
}

Declined<void> RenderEncoder::submitDraw(DrawCall& call) {
    if (nothing(call)) return {};
    if (call.start > kMaxNumber || call.baseInstance > kMaxNumber || call.baseVertex < INT32_MIN || call.baseVertex > INT32_MAX)
        return decline(DeclineReason::LimitExceeded, "draw from vertex {}, base vertex {}, base instance {}", call.start,
                       uint64_t(call.baseVertex), call.baseInstance);
    PVG_TRY(const HostRenderPipeline* const pipeline, readyPipeline());
    PVG_CHECK(open());
    PVG_CHECK(checkTargets(*pipeline));
    const RenderPipelineUsage& usage = *pipeline->usage;
    const auto vertex = m_vertex.resolve(m_context, usage.vertex, usage.vertexFetchBuffers, m_state.vertex);
    const auto fragment = m_fragment.resolve(m_context, usage.fragment, 0, m_state.fragment);
    const bool isOtherVertex = m_vertex.resolveMemory(m_context, usage.vertex, m_residency, m_state.vertex);
    const bool isOtherFragment = m_fragment.resolveMemory(m_context, usage.fragment, m_residency, m_state.fragment);
    if (vertex.buffers || isOtherVertex) m_state.dirty |= RenderState::VertexBuffers;
    if (vertex.textures) m_state.dirty |= RenderState::VertexTextures;
    if (vertex.samplers) m_state.dirty |= RenderState::VertexSamplers;
    if (fragment.buffers || isOtherFragment) m_state.dirty |= RenderState::FragmentBuffers;
    if (fragment.textures) m_state.dirty |= RenderState::FragmentTextures;
    if (fragment.samplers) m_state.dirty |= RenderState::FragmentSamplers;
    // Sampling the texture that is being rendered occurs in real content (stream.md 3).
    for (const Target& target : m_targets) {
        if (!m_fragment.samples(usage.fragment, target.use.root.get()) && !m_vertex.samples(usage.vertex, target.use.root.get())) continue;
        m_context.backend.textureBarrier();
        break;
    }
    PVG_CHECK(m_context.backend.draw(m_state, call));
    m_context.counters.add(Counter::Draws);
    m_vertex.markWritten(m_context, usage.vertex);
    m_fragment.markWritten(m_context, usage.fragment);
    m_shaderStores |= usage.vertex.writes() || usage.fragment.writes();
    return {};
}

// An index buffer that does not resolve or reach drops the draw; it never becomes a draw without indices.
Declined<void> RenderEncoder::drawIndexed(DrawCall& call, ObjectRef indexBuffer, uint64_t indexOffset) {
    if (nothing(call)) return {};
    if (indexBuffer != m_indexRef || !m_indices) {
        PVG_TRY(m_indices, m_context.objects.buffer(m_context.task, indexBuffer));
        m_indexRef = indexBuffer;
    }
    const auto& buffer = m_indices;
    const uint64_t bytes = call.count * (call.indexType == mtl::IndexType::UInt32 ? 4 : 2);
    if (!fits(indexOffset, bytes, buffer->size))
        return decline(DeclineReason::BadField, "{} index bytes at {} of a buffer of {}", bytes, indexOffset, buffer->size);
    PVG_CHECK(m_context.coherency.makeCurrent(*buffer, {indexOffset, indexOffset + bytes}));
    call.indexed = true;
    call.indexBuffer = buffer->id;
    call.indexOffset = indexOffset;
    return submitDraw(call);
}

Declined<void> RenderEncoder::run(const stream::Draw& c) {
    PVG_TRY(DrawCall call, drawCall(c.primitive, c.count, c.instances));
    call.start = c.start;
    call.baseInstance = c.baseInstance;
    return submitDraw(call);
}

Declined<void> RenderEncoder::run(const stream::DrawIndexed& c) {
    if (c.indexType > uint32_t(mtl::IndexType::UInt32)) return decline(DeclineReason::BadField, "index type {}", c.indexType);
    PVG_TRY(DrawCall call, drawCall(c.primitive, c.count, c.instances));
    call.indexType = mtl::IndexType(c.indexType);
    call.baseVertex = c.baseVertex;
    call.baseInstance = c.baseInstance;
    return drawIndexed(call, c.indexBuffer, c.indexOffset);
}

// The arguments are read when the draw runs: earlier GPU work may have written them.
Declined<void> RenderEncoder::run(const stream::DrawIndirect& c) {
    std::array<std::byte, 16> arguments{};
    PVG_TRY(const auto buffer, m_context.objects.buffer(m_context.task, c.arguments));
    PVG_CHECK(m_context.coherency.fetch(buffer, c.argumentsOffset, arguments));
    ByteReader r(arguments);
    const uint32_t count = r.u32(), instances = r.u32();
    PVG_TRY(DrawCall call, drawCall(c.primitive, count, instances));
    call.start = r.u32();
    call.baseInstance = r.u32();
    return submitDraw(call);
}

Declined<void> RenderEncoder::run(const stream::DrawIndexedIndirect& c) {
    if (c.indexType > uint32_t(mtl::IndexType::UInt32)) return decline(DeclineReason::BadField, "index type {}", c.indexType);
    std::array<std::byte, 20> arguments{};
    PVG_TRY(const auto buffer, m_context.objects.buffer(m_context.task, c.arguments));
    PVG_CHECK(m_context.coherency.fetch(buffer, c.argumentsOffset, arguments));
    ByteReader r(arguments);
    const uint32_t count = r.u32(), instances = r.u32();
    PVG_TRY(DrawCall call, drawCall(c.primitive, count, instances));
    call.indexType = mtl::IndexType(c.indexType);
    const uint64_t indexStart = r.u32();
    call.baseVertex = r.get<int32_t>();
    call.baseInstance = r.u32();
    const auto offset = checkedAdd<uint64_t>(c.indexOffset, indexStart * (call.indexType == mtl::IndexType::UInt32 ? 4 : 2));
    if (!offset) return decline(DeclineReason::BadField, "index offset {}", c.indexOffset);
    return drawIndexed(call, c.indexBuffer, *offset);
}

} // namespace pvg
