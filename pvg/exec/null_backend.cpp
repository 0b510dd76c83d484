#include "pvg/exec/null_backend.h"

#include <algorithm>
#include <cstring>

#include "pvg/base/checked.h"
#include "pvg/memory/guest_copy.h"

namespace pvg {

namespace {

RenderPipelineUsage readsEverything() {
    RenderPipelineUsage usage;
    usage.vertex.buffersRead = usage.fragment.buffersRead = (1U << mtl::kMaxBuffers) - 1;
    usage.vertex.samplers = usage.fragment.samplers = (1U << mtl::kMaxSamplers) - 1;
    usage.vertex.texturesRead.set();
    usage.fragment.texturesRead.set();
    return usage;
}

} // namespace

NullBackend::NullBackend() {
    m_caps.renderer = "null";
    m_caps.version = "0";
}

NullBackend::~NullBackend() = default;

bool NullBackend::misuse(const char* what) {
    ++misuses;
    lastMisuse = what;
    return false;
}

Decline NullBackend::misused(const char* what) {
    misuse(what);
    return decline(DeclineReason::HostFailure, what);
}

std::vector<std::byte>* NullBackend::bufferBytes(BufferId id) {
    const auto found = m_buffers.find(id.value);
    return found == m_buffers.end() ? nullptr : &found->second;
}

Result<BufferId> NullBackend::createBuffer(uint64_t size) {
    const BufferId id{m_nextId++};
    m_buffers[id.value].resize(size);
    return id;
}

void NullBackend::destroyBuffer(BufferId id) {
    if (m_buffers.erase(id.value) == 0) misuse("destroyBuffer: unknown id");
}

Status NullBackend::writeBuffer(BufferId id, uint64_t offset, ByteRuns runs) {
    auto* buffer = bufferBytes(id);
    for (const auto& run : runs) {
        if (!buffer || !fits(offset, run.size(), buffer->size())) return Error{Code::OutOfRange, misused("writeBuffer: range").sentence()};
        copyFromGuest(buffer->data() + offset, run.data(), run.size());
        offset += run.size();
    }
    return {};
}

Status NullBackend::readBuffer(BufferId id, uint64_t offset, uint64_t size, ReadDone done) {
    auto* buffer = bufferBytes(id);
    if (!buffer || !fits(offset, size, buffer->size())) return Error{Code::OutOfRange, misused("readBuffer: range").sentence()};
    const auto first = buffer->begin() + ptrdiff_t(offset);
    m_reads.push_back({m_submitted + 1, std::vector<std::byte>(first, first + ptrdiff_t(size)), std::move(done)});
    return {};
}

Declined<SamplerId> NullBackend::createSampler(const SamplerDescriptor&) {
    const SamplerId id{m_nextId++};
    m_samplers[id.value] = true;
    return id;
}

void NullBackend::destroySampler(SamplerId id) {
    if (m_samplers.erase(id.value) == 0) misuse("destroySampler: unknown id");
}

RenderPipelineId NullBackend::createRenderPipeline(const RenderPipelineRequest& request) {
    if (!request.vertex) misuse("createRenderPipeline: no vertex function");
    const RenderPipelineId id{m_nextId++};
    m_renderPipelines[id.value] = {pipelineState, renderUsage ? renderUsage(request) : readsEverything()};
    return id;
}

ComputePipelineId NullBackend::createComputePipeline(const ComputePipelineRequest& request) {
    if (!request.kernel) misuse("createComputePipeline: no function");
    const ComputePipelineId id{m_nextId++};
    ComputePipelineUsage usage;
    usage.kernel = readsEverything().fragment;
    m_computePipelines[id.value] = {pipelineState, computeUsage ? computeUsage(request) : usage};
    return id;
}

PipelineState NullBackend::renderPipelineState(RenderPipelineId id) {
    const auto found = m_renderPipelines.find(id.value);
    if (found == m_renderPipelines.end()) misuse("renderPipelineState: unknown id");
    return found == m_renderPipelines.end() ? PipelineState::Failed : found->second.state;
}

PipelineState NullBackend::computePipelineState(ComputePipelineId id) {
    const auto found = m_computePipelines.find(id.value);
    if (found == m_computePipelines.end()) misuse("computePipelineState: unknown id");
    return found == m_computePipelines.end() ? PipelineState::Failed : found->second.state;
}

Decline NullBackend::renderPipelineFailure(RenderPipelineId) { return decline(DeclineReason::ShaderDeclined, "the test says so"); }
Decline NullBackend::computePipelineFailure(ComputePipelineId) { return decline(DeclineReason::ShaderDeclined, "the test says so"); }
const RenderPipelineUsage& NullBackend::renderPipelineUsage(RenderPipelineId id) { return m_renderPipelines[id.value].usage; }
const ComputePipelineUsage& NullBackend::computePipelineUsage(ComputePipelineId id) { return m_computePipelines[id.value].usage; }

void NullBackend::destroyRenderPipeline(RenderPipelineId id) {
    if (m_renderPipelines.erase(id.value) == 0) misuse("destroyRenderPipeline: unknown id");
}

void NullBackend::destroyComputePipeline(ComputePipelineId id) {
    if (m_computePipelines.erase(id.value) == 0) misuse("destroyComputePipeline: unknown id");
}

Declined<void> NullBackend::beginRenderPass(const RenderPass& pass) {
    if (m_inPass) return misused("beginRenderPass: a pass is open");
    for (const ColorAttachment& color : pass.colors) {
        uint32_t level = color.level, slice = color.slice;
        if (color.texture && !root(color.texture, level, slice)) return misused("beginRenderPass: attachment");
        if (color.texture && color.load == mtl::LoadAction::Clear) clear(color);
    }
    if (pass.visibilityBuffer && !bufferBytes(pass.visibilityBuffer)) return misused("beginRenderPass: visibility buffer");
    m_inPass = true;
    lastPass = pass;
    ++passes;
    return {};
}

Declined<void> NullBackend::draw(RenderState& state, const DrawCall& call) {
    if (!m_inPass) return misused("draw: no pass");
    if (!m_renderPipelines.contains(state.pipeline.value)) return misused("draw: pipeline");
    for (const BufferBinding& b : {call.patchIndices, call.isPatches ? state.tessellation.buffer : BufferBinding{}})
        if (b.buffer && (!bufferBytes(b.buffer) || !fits(b.offset, b.size, bufferBytes(b.buffer)->size()))) return misused("draw: patch binding");
    if (call.isPatches && call.indexed && (!bufferBytes(call.indexBuffer) || call.indexOffset >= bufferBytes(call.indexBuffer)->size()))
        return misused("draw: control point indices");
    if (call.indexed && !call.isPatches) {
        const auto* indices = bufferBytes(call.indexBuffer);
        const uint64_t bytes = call.count * (call.indexType == mtl::IndexType::UInt32 ? 4 : 2);
        if (!indices || !fits(call.indexOffset, bytes, indices->size())) return misused("draw: index range");
    }
    for (const StageBindings* stage : {&state.vertex, &state.fragment}) {
        for (const BufferBinding& binding : stage->buffers)
            if (binding.buffer && (!bufferBytes(binding.buffer) || !fits(binding.offset, binding.size, bufferBytes(binding.buffer)->size())))
                return misused("draw: buffer binding");
        for (const TextureId texture : stage->textures)
            if (texture && !m_textures.contains(texture.value)) return misused("draw: texture binding");
    }
    ++draws;
    if (onDraw) onDraw(state, call);
    state.dirty = 0;
    return {};
}

Declined<void> NullBackend::endRenderPass() {
    if (!m_inPass) return misused("endRenderPass: no pass");
    m_inPass = false;
    return {};
}

Declined<void> NullBackend::dispatch(ComputeState& state, const Dispatch& call) {
    if (m_inPass) return misused("dispatch: inside a pass");
    if (!m_computePipelines.contains(state.pipeline.value)) return misused("dispatch: pipeline");
    for (const BufferBinding& binding : state.bindings.buffers)
        if (binding.buffer && (!bufferBytes(binding.buffer) || !fits(binding.offset, binding.size, bufferBytes(binding.buffer)->size())))
            return misused("dispatch: buffer binding");
    ++dispatches;
    if (onDispatch) onDispatch(state, call);
    state.dirty = 0;
    return {};
}

Declined<void> NullBackend::copyBuffer(BufferId src, uint64_t srcOffset, BufferId dst, uint64_t dstOffset, uint64_t size) {
    if (m_inPass) return misused("copyBuffer: inside a pass");
    auto* from = bufferBytes(src);
    auto* to = bufferBytes(dst);
    if (!from || !to || !fits(srcOffset, size, from->size()) || !fits(dstOffset, size, to->size())) return misused("copyBuffer: range");
    std::memmove(to->data() + dstOffset, from->data() + srcOffset, size);
    return {};
}

Declined<void> NullBackend::fillBuffer(BufferId dst, uint64_t offset, uint64_t size, uint32_t pattern4) {
    if (m_inPass) return misused("fillBuffer: inside a pass");
    auto* to = bufferBytes(dst);
    if (!to || !fits(offset, size, to->size())) return misused("fillBuffer: range");
    for (uint64_t i = 0; i < size; ++i) (*to)[offset + i] = std::byte(pattern4 >> (i % 4 * 8));
    return {};
}

CompletionToken NullBackend::submit() { return ++m_submitted; }

void NullBackend::complete(CompletionToken token) {
    while (!m_reads.empty() && m_reads.front().token <= token) {
        const PendingRead read = std::move(m_reads.front());
        m_reads.pop_front();
        read.done(read.bytes);
    }
    m_completed = std::max(m_completed, token);
}

CompletionToken NullBackend::poll() {
    if (!holdCompletion) complete(m_submitted);
    return m_completed;
}

bool NullBackend::wait(CompletionToken token, uint64_t) {
    if (token > m_submitted) return misuse("wait: token of the future");
    complete(token);
    return true;
}

} // namespace pvg
