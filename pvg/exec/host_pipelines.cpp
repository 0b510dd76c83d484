#include <xxhash.h>

#include "pvg/exec/host_objects.h"
#include "pvg/object/function_library.h"

namespace pvg {

namespace {

std::string contentHash(std::span<const std::byte> bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const uint64_t half : {hash.high64, hash.low64})
        for (int shift = 60; shift >= 0; shift -= 4) text.push_back(kDigits[half >> shift & 15]);
    return text;
}

constexpr uint32_t kMaxBlobBytes = 16U << 20; // objects.md 13

} // namespace

void HostObjects::note(const char* record, Decline why) {
    why.command = record;
    m_counters.record(why);
}

Declined<std::shared_ptr<const ShaderLibrary>> HostObjects::library(TaskId task, ObjectRef function) {
    PVG_TRY(const auto object, resolve(task, function));
    const auto* descriptor = std::get_if<FunctionDescriptor>(&object->descriptor);
    if (!descriptor) return decline(DeclineReason::WrongKind, "ref {} of slot type {} is no function", function.value, object->slotType);
    if (descriptor->blobSize == 0 || descriptor->blobSize > kMaxBlobBytes)
        return decline(DeclineReason::BadDescriptor, "function blob of {} bytes", descriptor->blobSize);
    Task* owner = m_tasks.find(task);
    if (!owner) return decline(DeclineReason::UnknownTask, "task {}", task.value);
    auto copy = std::make_shared<ShaderLibrary>();
    copy->bytes.resize(descriptor->blobSize);
    PVG_CHECK(owner->space.read(descriptor->blob, copy->bytes));
    if (const uint32_t functions = functionCount(copy->bytes); functions > 1) // decisions.md 25
        note("newFunctionWithIR", decline(DeclineReason::SeveralFunctions, "{} functions behind ref {}", functions, function.value));
    copy->hash = contentHash(copy->bytes);
    // Every process sends the same library functions again: one copy for equal bytes.
    auto& shared = m_libraries[copy->hash];
    if (auto known = shared.lock()) return known;
    shared = copy;
    if (ReadObserver* observer = m_memory.readObserver()) observer->onLibrary(copy->hash, copy->bytes);
    return std::shared_ptr<const ShaderLibrary>(copy);
}

void HostObjects::noteConflicts(const char* record, const VertexDescriptor& input, ObjectRef ref) { // decisions.md 24
    if (input.conflictingLayouts == 0) return;
    note(record, decline(DeclineReason::ConflictingLayouts, "{} layouts of pipeline {} differ from the one before", input.conflictingLayouts, ref.value));
}

Declined<HostRenderPipeline*> HostObjects::renderPipeline(TaskId task, ObjectRef ref) {
    if (HostRenderPipeline* const known = m_knownPipelines.find(key(task, ref))) return known;
    PVG_TRY(const auto object, resolve(task, ref));
    auto found = m_renderPipelines.find(object->identity);
    if (found == m_renderPipelines.end()) {
        const auto* descriptor = std::get_if<RenderPipelineDescriptor>(&object->descriptor);
        if (!descriptor) return decline(DeclineReason::WrongKind, "ref {} of slot type {} is no render pipeline", ref.value, object->slotType);
        RenderPipelineRequest request;
        request.descriptor = *descriptor;
        PVG_TRY(request.vertex, library(task, descriptor->vertexFunction));
        if (descriptor->fragmentFunction) {
            PVG_TRY(request.fragment, library(task, descriptor->fragmentFunction));
        }
        if (descriptor->vertexDescriptor) noteConflicts("newRenderPipelineState", *descriptor->vertexDescriptor, ref);
        HostRenderPipeline pipeline;
        pipeline.descriptor = *descriptor;
        pipeline.id = m_backend.createRenderPipeline(request);
        found = m_renderPipelines.emplace(object->identity, std::move(pipeline)).first;
    }
    HostRenderPipeline& pipeline = found->second;
    if (!pipeline.usage && !pipeline.failure) {
        const PipelineState state = m_backend.renderPipelineState(pipeline.id);
        if (state == PipelineState::Ready) pipeline.usage = &m_backend.renderPipelineUsage(pipeline.id);
        if (state == PipelineState::Failed) pipeline.failure = m_backend.renderPipelineFailure(pipeline.id);
    }
    if (pipeline.usage || pipeline.failure) know(m_knownPipelines, key(task, ref), &pipeline);
    return &pipeline;
}

Declined<HostComputePipeline*> HostObjects::computePipeline(TaskId task, ObjectRef ref) {
    PVG_TRY(const auto object, resolve(task, ref));
    auto found = m_computePipelines.find(object->identity);
    if (found == m_computePipelines.end()) {
        const auto* descriptor = std::get_if<ComputePipelineDescriptor>(&object->descriptor);
        if (!descriptor) return decline(DeclineReason::WrongKind, "ref {} of slot type {} is no compute pipeline", ref.value, object->slotType);
        ComputePipelineRequest request;
        request.descriptor = *descriptor;
        PVG_TRY(request.kernel, library(task, descriptor->function));
        if (descriptor->stageInput) noteConflicts("newComputePipelineState", *descriptor->stageInput, ref);
        HostComputePipeline pipeline;
        pipeline.id = m_backend.createComputePipeline(request);
        found = m_computePipelines.emplace(object->identity, std::move(pipeline)).first;
    }
    HostComputePipeline& pipeline = found->second;
    if (!pipeline.usage && !pipeline.failure) {
        const PipelineState state = m_backend.computePipelineState(pipeline.id);
        if (state == PipelineState::Ready) pipeline.usage = &m_backend.computePipelineUsage(pipeline.id);
        if (state == PipelineState::Failed) pipeline.failure = m_backend.computePipelineFailure(pipeline.id);
    }
    return &pipeline;
}

} // namespace pvg
