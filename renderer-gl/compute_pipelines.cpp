#include <algorithm>

#include "renderer-gl/fetched_input.h"
#include "renderer-gl/pipelines.h"
#include "renderer-gl/pixel_coordinates.h"

namespace gl {

using pvg::DeclineReason;
using pvg::PipelineState;

namespace {

// Kernels are dispatched with a handful of sizes; a guest that walks through all of them starts anew here.
constexpr size_t kMostVariants = 64;
constexpr uint32_t kThreadExecutionWidth = 32; // never 0 (workload.md 3, lesson 40)

std::vector<uint32_t> keyOf(const KernelVariant& v) {
    std::vector<uint32_t> key{v.local.x, v.local.y, v.local.z, v.group.x, v.group.y, v.group.z};
    key.insert(key.end(), v.threadgroupBytes.begin(), v.threadgroupBytes.end());
    for (const ImageFormat* format : v.imageFormats) key.push_back(format != nullptr ? format->format : 0);
    for (const OutputRoute route : v.imageRoutes) key.push_back(uint32_t(route));
    key.insert(key.end(), {uint32_t(v.pixelSampled), uint32_t(v.pixelSampled >> 32)});
    key.insert(key.end(), v.strides.begin(), v.strides.end());
    return key;
}

uint32_t inputBuffers(const ComputePipeline& p) {
    const auto& input = p.request.descriptor.stageInput;
    const air::Reflection& kernel = p.outcome->translation.reflection;
    if (!input || kernel.fetchedInputs.empty()) return 0;
    return fetchedBuffers(*input, kernel) | (isIndexed(*input) ? 1U << input->indexBufferIndex : 0);
}

// The slots follow what AIR_FORMAT made of the text.
void setImageFormats(StageInterface& stage, const air::Reflection& kernel, const KernelVariant& v) {
    size_t image = 0;
    for (const air::TextureUse& use : kernel.textures) {
        if (!use.isImage || !use.isImageRead || image >= v.imageFormats.size()) continue;
        const ImageFormat* format = v.imageFormats[image++];
        for (ImageSlot& slot : stage.images)
            if (format != nullptr && slot.use.uniformName == use.uniformName) slot.format = format->format;
    }
}

uint32_t mostThreads(const ComputePipeline& p, const Caps& caps) {
    uint32_t most = caps.reported.maxTotalThreadsPerThreadgroup;
    for (const uint32_t stated : {p.outcome->translation.reflection.maxTotalThreadsPerThreadgroup, p.request.descriptor.maxTotalThreadsPerThreadgroup})
        if (stated != 0) most = std::min(most, stated);
    return most;
}

} // namespace

pvg::ComputePipelineId PipelineStore::create(const pvg::ComputePipelineRequest& r) {
    auto pipeline = std::make_unique<ComputePipeline>();
    pipeline->request = r;
    if (r.kernel) {
        request(r.kernel);
    } else {
        pipeline->state = PipelineState::Failed;
        pipeline->failure = pvg::decline(DeclineReason::UnresolvedRef, "compute pipeline without a kernel");
    }
    return m_compute.insert(std::move(pipeline));
}

void PipelineStore::destroy(pvg::ComputePipelineId id) {
    const auto pipeline = m_compute.take(id);
    if (!pipeline) return;
    for (const auto& [key, variant] : pipeline->variants) m_state.forgetProgram(variant->name.get());
}

ComputePipeline* PipelineStore::advance(pvg::ComputePipelineId id) {
    ComputePipeline* p = m_compute.find(id);
    if (p == nullptr || p->state != PipelineState::Pending) return p;
    if (!collect(*p->request.kernel, p->outcome, p->failure)) return p;
    const air::Reflection& kernel = p->outcome->translation.reflection;
    if (p->outcome->verdict == air::Verdict::Ok && kernel.stage != air::Stage::Kernel)
        p->failure = pvg::decline(DeclineReason::WrongKind, "the function of a compute pipeline is no kernel");
    if (p->outcome->verdict != air::Verdict::Ok || kernel.stage != air::Stage::Kernel) {
        p->state = PipelineState::Failed;
        return p;
    }
    p->usage = {stageUsage(kernel), kernel.staticThreadgroupMemory, mostThreads(*p, m_caps), kThreadExecutionWidth, inputBuffers(*p)};
    p->state = PipelineState::Ready;
    return p;
}

pvg::Declined<ComputeVariant*> PipelineStore::variant(ComputePipeline& p, const KernelVariant& wanted) {
    std::vector<uint32_t> key = keyOf(wanted);
    if (const auto found = p.variants.find(key); found != p.variants.end()) return found->second.get();
    const air::Translation& kernel = p.outcome->translation;
    std::string defines = kernelPreamble(kernel.reflection, wanted);
    if (const auto& input = p.request.descriptor.stageInput) {
        PVG_TRY(const std::string functions, kernelFetchText(kernel.reflection, *input, wanted.strides));
        defines += functions;
    }
    StageText text{GL_COMPUTE_SHADER, withPreamble(kernel.glsl, defines)};
    dividePixelCoordinates(text.text, kernel.reflection, wanted.pixelSampled);
    PVG_TRY(ProgramName name, ProgramBuild(m_caps, {&text, 1}).finish());
    auto variant = std::make_unique<ComputeVariant>();
    variant->name = std::move(name);
    BindingPoints points;
    PVG_TRY(variant->stage, connectStage(variant->name.get(), kernel.reflection, points, m_caps));
    setImageFormats(variant->stage, kernel.reflection, wanted);
    resolveConstexprSamplers(variant->stage, kernel.reflection, m_samplers);
    variant->gridLocation = glGetUniformLocation(variant->name.get(), "cs_grid");
    m_counters.add(pvg::Counter::PipelinesLinked);
    if (p.variants.size() >= kMostVariants) {
        for (const auto& [old, program] : p.variants) m_state.forgetProgram(program->name.get());
        p.variants.clear();
    }
    return p.variants.emplace(std::move(key), std::move(variant)).first->second.get();
}

} // namespace gl
