#include "renderer-gl/draw.h"

#include <array>
#include <bit>

#include "pvg/base/checked.h"
#include "renderer-gl/fetched_input.h"
#include "renderer-gl/pixel_coordinates.h"

namespace gl {

using pvg::DeclineReason;
using pvg::PipelineState;
using pvg::RenderState;

namespace {

constexpr uint64_t kMostVertices = 0x7fffffff;

GLenum modeOf(pvg::mtl::PrimitiveType primitive) {
    static constexpr GLenum kModes[] = {GL_POINTS, GL_LINES, GL_LINE_STRIP, GL_TRIANGLES, GL_TRIANGLE_STRIP};
    return size_t(primitive) < std::size(kModes) ? kModes[size_t(primitive)] : GLenum(GL_TRIANGLES);
}

// Slots mean other binding points in another program, which may also choose among viewports; what a blend color means depends on its formats.
constexpr uint32_t kOfProgram = RenderState::Pipeline | RenderState::VertexBuffers | RenderState::VertexTextures | RenderState::VertexSamplers |
                                RenderState::FragmentBuffers | RenderState::FragmentTextures | RenderState::FragmentSamplers |
                                RenderState::Viewports | RenderState::Scissors | RenderState::BlendColor;

bool isTriangles(pvg::mtl::PrimitiveType primitive) {
    const GLenum mode = modeOf(primitive);
    return mode == GL_TRIANGLES || mode == GL_TRIANGLE_STRIP;
}

} // namespace

pvg::Declined<RenderPipeline*> DrawEncoder::readyPipeline(pvg::RenderPipelineId id) {
    RenderPipeline* pipeline = m.pipelines.advance(id);
    if (pipeline == nullptr) return pvg::decline(DeclineReason::MissingPipeline);
    if (pipeline->state == PipelineState::Failed) return pipeline->failure;
    if (pipeline->state == PipelineState::Pending) return pvg::decline(DeclineReason::ShaderLate);
    return pipeline;
}

// decisions.md 26e
pvg::Declined<std::optional<PatchForm>> DrawEncoder::patchForm(const RenderPipeline& pipeline, const pvg::DrawCall& call) const {
    if (pipeline.isTessellating() != call.isPatches)
        return pvg::decline(DeclineReason::WrongKind, "patches are drawn with post-tessellation vertex functions, and nothing else is");
    if (!call.isPatches) return std::optional<PatchForm>{};
    const pvg::TessellationDescriptor& d = pipeline.request.descriptor.tessellation;
    const bool isIndexed = d.controlPointIndexType != pvg::mtl::TessellationControlPointIndexType::None;
    if (isIndexed != call.indexed)
        return pvg::decline(DeclineReason::BadField, call.indexed ? "control point indices for a pipeline without any" : "no control point indices for a pipeline with some");
    const uint32_t stated = pipeline.vertexOutcome->translation.reflection.patchControlPoints;
    if (stated != 0 && stated != call.controlPoints)
        return pvg::decline(DeclineReason::BadField, "{} control points a patch, the vertex function wants {}", call.controlPoints, stated);
    return std::optional<PatchForm>{{call.controlPoints, bool(call.patchIndices.buffer)}};
}

// decisions.md 27. Depth and stencil formats of the pipeline are a statement of compatibility only: the pass decides (objects.md 9.2).
pvg::Declined<void> DrawEncoder::checkAttachments(const RenderPipeline& pipeline) const {
    const pvg::RenderPipelineDescriptor& d = pipeline.request.descriptor;
    for (size_t i = 0; i < d.colors.size(); ++i) {
        const Texture* texture = m.pass.colorTexture(i);
        if (d.colors[i].format == pvg::mtl::PixelFormat::Invalid) continue;
        if (texture == nullptr) return pvg::decline(DeclineReason::MissingAttachment, "the pass has no colour attachment {}", i);
        if (texture->format->metal != d.colors[i].format)
            return pvg::decline(DeclineReason::MissingAttachment, "colour attachment {} has format {}, the pipeline {}", i,
                                uint64_t(texture->format->metal), uint64_t(d.colors[i].format));
    }
    if (d.rasterSampleCount != m.pass.samples())
        return pvg::decline(DeclineReason::MissingAttachment, "the pass has {} samples, the pipeline {}", m.pass.samples(), d.rasterSampleCount);
    return {};
}

pvg::Declined<ProgramVariant> DrawEncoder::variantFor(const RenderPipeline& pipeline, const RenderState& state, const pvg::DrawCall& call) const {
    ProgramVariant variant;
    PVG_TRY(variant.patch, patchForm(pipeline, call));
    const auto& input = pipeline.request.descriptor.vertexDescriptor;
    variant.pulled = pipeline.layout.pulled(state.vertex);
    if (input && (variant.patch || variant.pulled != 0)) variant.strides = fetchStrides(*input, state.vertex);
    variant.exchanged = uint8_t(m.pass.exchangedColors() & pipeline.writtenAttachments);
    if (!m.samplers.anyTakesPixels()) return variant;
    PVG_TRY(variant.vertexPixels, pixelSampled(pipeline.vertexOutcome->translation.reflection, state.vertex, m.samplers));
    if (!pipeline.fragmentOutcome) return variant;
    PVG_TRY(variant.fragmentPixels, pixelSampled(pipeline.fragmentOutcome->translation.reflection, state.fragment, m.samplers));
    return variant;
}

pvg::Declined<void> DrawEncoder::bindStages(RenderPipeline& pipeline, const RenderState& state, uint32_t dirty) {
    RenderProgram& program = *pipeline.program;
    const GLuint name = program.name.get();
    // An arena holds copies, whose originals may have changed; where it is decides what both stages see of it.
    const bool hasArena = program.vertex.hasArena || program.fragment.hasArena;
    PVG_CHECK(m.bindings.fillArena(std::array{BoundStage{program.vertex, state.vertex}, BoundStage{program.fragment, state.fragment}}));
    if ((dirty & RenderState::VertexBuffers) != 0 || hasArena) PVG_CHECK(m.bindings.bindBuffers(name, program.vertex, state.vertex));
    if ((dirty & RenderState::FragmentBuffers) != 0 || hasArena) PVG_CHECK(m.bindings.bindBuffers(name, program.fragment, state.fragment));
    if ((dirty & (RenderState::VertexTextures | RenderState::VertexSamplers)) != 0)
        PVG_CHECK(m.bindings.bindTextures(program.vertex, state.vertex));
    if ((dirty & (RenderState::FragmentTextures | RenderState::FragmentSamplers)) != 0)
        PVG_CHECK(m.bindings.bindTextures(program.fragment, state.fragment));
    return {};
}

// What the vertex function reads itself.
pvg::Declined<void> DrawEncoder::bindFetched(RenderPipeline& pipeline, const RenderState& state, const pvg::DrawCall& call) {
    RenderProgram& program = *pipeline.program;
    const GLuint name = program.name.get();
    const Buffer* indices = m.buffers.find(call.indexBuffer);
    pvg::BufferBinding pointIndices;
    if (call.isPatches && call.indexed && indices != nullptr && call.indexOffset < indices->size)
        pointIndices = {call.indexBuffer, call.indexOffset, indices->size - call.indexOffset, 0, 0};
    PVG_CHECK(m.bindings.bindInputs(name, program.vertex, state.vertex, pointIndices));
    if (!call.isPatches) return {};
    return m.bindings.bindPatches(name, *program.patch, state.tessellation, call.patchIndices);
}

// Each draw reads what was there before it (reflection.h, fs_fetchN).
void DrawEncoder::copyFetched(const RenderPipeline& pipeline, const RenderState& state) {
    const bool usesArray = pipeline.vertexOutcome->translation.reflection.writesViewport;
    for (const FetchSlot& slot : pipeline.program->fragment.fetches) {
        const Texture* attachment = m.pass.colorTexture(slot.attachment);
        const bool isReadable = attachment != nullptr && attachment->format->sampledType() == slot.componentType;
        const ScissorState rect = drawnRectangle(state, m.pass.extent(), usesArray);
        m.bindings.bindFetch(slot, isReadable ? m.copies.copy(slot.attachment, m.pass.colorPart(slot.attachment, rect)) : 0, m.pass.samples());
    }
}

pvg::Declined<void> DrawEncoder::applyState(RenderPipeline& pipeline, const RenderState& state, uint32_t dirty) {
    if ((dirty & RenderState::Pipeline) != 0) {
        PVG_CHECK(checkAttachments(pipeline));
        m.state.useProgram(pipeline.program->name.get());
        m.state.bindVertexArray(pipeline.layout.name());
        applyPipelineState(m.state, pipeline, m.pass);
    }
    PVG_CHECK(bindStages(pipeline, state, dirty));
    if ((dirty & RenderState::VertexBuffers) != 0) pipeline.layout.bindBuffers(state.vertex, m.buffers, m.state);
    if ((dirty & (RenderState::Viewports | RenderState::Scissors)) != 0) {
        const bool usesArray = pipeline.vertexOutcome->translation.reflection.writesViewport;
        PVG_TRY(m_draws, applyViewports(m.state, state, m.pass.extent(), usesArray));
    }
    if ((dirty & RenderState::Raster) != 0) applyRasterState(m.state, state, m.caps);
    if ((dirty & RenderState::DepthStencil) != 0) applyDepthStencil(m.state, state, m.pass);
    if ((dirty & RenderState::BlendColor) != 0) PVG_CHECK(applyBlendColor(m.state, pipeline, state.blendColor));
    if ((dirty & RenderState::Visibility) != 0) m.visibility.arm(state.visibilityMode, state.visibilityOffset);
    return {};
}

pvg::Declined<void> DrawEncoder::draw(RenderState& state, const pvg::DrawCall& call) {
    if (!m.pass.isOpen()) return pvg::decline(DeclineReason::MissingEncoder, "draw outside a render pass");
    PVG_TRY(RenderPipeline * pipeline, readyPipeline(state.pipeline));
    PVG_TRY(const ProgramVariant variant, variantFor(*pipeline, state, call));
    const bool isOtherVariant = variant != pipeline->variant;
    if (isOtherVariant) PVG_CHECK(m.pipelines.select(*pipeline, variant));
    // A new pass has none of the context's state.
    const bool isNewProgram = (state.dirty & RenderState::Pipeline) != 0 || isOtherVariant;
    const uint32_t dirty = m_isFirst ? uint32_t(RenderState::Everything) : state.dirty | (isNewProgram ? kOfProgram : 0);
    state.dirty = RenderState::Everything; // stays so when something below declines
    PVG_CHECK(applyState(*pipeline, state, dirty));
    state.dirty = 0;
    m_isFirst = false;
    if (call.count == 0 || call.instances == 0 || !m_draws) return {};
    if (call.isPatches || !pipeline->program->vertex.inputs.empty()) PVG_CHECK(bindFetched(*pipeline, state, call));
    copyFetched(*pipeline, state);
    m_wroteMemory = m_wroteMemory || pipeline->program->vertex.writesMemory() || pipeline->program->fragment.writesMemory();
    auto issued = issue(*pipeline, call);
    m.bindings.giveBackArena();
    return issued;
}

pvg::Declined<void> DrawEncoder::issue(RenderPipeline& pipeline, const pvg::DrawCall& call) {
    if (call.count > kMostVertices || call.instances > kMostVertices || call.baseInstance > 0xffffffff)
        return pvg::decline(DeclineReason::LimitExceeded, "draw of {} vertices, {} instances from {}", call.count, call.instances, call.baseInstance);
    if (pipeline.program->takesTrianglesOnly && !isTriangles(call.primitive))
        return pvg::decline(DeclineReason::NotImplemented, "barycentric coordinates of points or lines");
    if (call.indexed && !call.isPatches) return issueIndexed(pipeline, call);
    if (call.start > kMostVertices) return pvg::decline(DeclineReason::LimitExceeded, "draw from vertex {}", call.start);
    m.state.countCalls(1);
    glDrawArraysInstancedBaseInstance(call.isPatches ? GLenum(GL_PATCHES) : modeOf(call.primitive), GLint(call.start), GLsizei(call.count), GLsizei(call.instances),
                                      GLuint(call.baseInstance));
    return {};
}

pvg::Declined<void> DrawEncoder::issueIndexed(RenderPipeline& pipeline, const pvg::DrawCall& call) {
    const Buffer* buffer = m.buffers.find(call.indexBuffer);
    if (buffer == nullptr) return pvg::decline(DeclineReason::UnresolvedRef, "indexed draw without an index buffer");
    const uint64_t indexBytes = call.indexType == pvg::mtl::IndexType::UInt32 ? 4 : 2;
    const uint64_t bytes = call.count * indexBytes;
    if (!pvg::fits(call.indexOffset, bytes, buffer->size))
        return pvg::decline(DeclineReason::BadLength, "{} index bytes at {} of a buffer of {}", bytes, call.indexOffset, buffer->size);
    if (call.baseVertex > int64_t(kMostVertices) || call.baseVertex < -int64_t(kMostVertices))
        return pvg::decline(DeclineReason::LimitExceeded, "base vertex {}", std::bit_cast<uint64_t>(call.baseVertex));
    GLuint indices = buffer->name.get();
    pvg::BufferId id = call.indexBuffer;
    uint64_t offset = call.indexOffset;
    if (offset % indexBytes != 0) { // GL wants whole indices
        indices = m.buffers.scratch(BufferStore::Scratch::Staging, bytes);
        glCopyNamedBufferSubData(buffer->name.get(), indices, GLintptr(offset), 0, GLsizeiptr(bytes));
        offset = 0;
        id = {};
    }
    pipeline.layout.bindIndices(id, indices, m.state);
    m.state.countCalls(1);
    glDrawElementsInstancedBaseVertexBaseInstance(modeOf(call.primitive), GLsizei(call.count), indexBytes == 4 ? GL_UNSIGNED_INT : GL_UNSIGNED_SHORT,
                                                  reinterpret_cast<const void*>(uintptr_t(offset)), GLsizei(call.instances), GLint(call.baseVertex),
                                                  GLuint(call.baseInstance));
    return {};
}

} // namespace gl
