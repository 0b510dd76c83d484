#include <algorithm>

#include "renderer-gl/fetched_input.h"
#include "renderer-gl/pipelines.h"
#include "renderer-gl/pixel_coordinates.h"
#include "shaders/air/barycentric_link.h"
#include "shaders/air/tessellation_link.h"

namespace gl {

using pvg::DeclineReason;
using pvg::PipelineState;

namespace {

// Programs no pipeline uses any more are kept for the next one with the same functions, up to this many.
constexpr size_t kMostIdlePrograms = 1024;

std::vector<RoutedOutput> outputRoutes(const pvg::RenderPipelineDescriptor& descriptor) {
    std::vector<RoutedOutput> routes;
    for (uint32_t i = 0; i < descriptor.colors.size(); ++i) {
        const PixelFormat* format = findFormat(descriptor.colors[i].format);
        if (format != nullptr && format->kind == FormatKind::Alpha) routes.push_back({i, OutputRoute::AlphaToRed});
    }
    return routes;
}

// What the store of each attachment needs: of A8 by the pipeline, of exchanged views by the variant.
std::vector<RoutedOutput> routesOf(const RenderPipeline& p, const ProgramVariant& variant) {
    std::vector<RoutedOutput> routes = p.routes;
    for (uint32_t i = 0; i < pvg::mtl::kMaxColorAttachments; ++i)
        if ((variant.exchanged >> i & 1) != 0) routes.push_back({i, OutputRoute::ExchangeRedBlue});
    return routes;
}

// What pulled attributes compile into the text.
std::string pulledKey(const pvg::RenderPipelineDescriptor& d, const ProgramVariant& variant) {
    std::string key = std::to_string(variant.pulled);
    for (size_t i = 0; d.vertexDescriptor && i < d.vertexDescriptor->attributes.size() && i < variant.strides.size(); ++i) {
        const pvg::VertexAttribute& a = d.vertexDescriptor->attributes[i];
        const pvg::VertexBufferLayout& layout = d.vertexDescriptor->layouts[a.bufferIndex];
        for (const uint32_t n : {a.index, uint32_t(a.format), a.offset, a.bufferIndex, uint32_t(layout.stepFunction), layout.stepRate, variant.strides[i]})
            key += "," + std::to_string(n);
    }
    return key;
}

uint8_t writtenAttachments(const air::Reflection& fragment) {
    uint8_t mask = 0;
    for (const air::FragmentOutput& output : fragment.colors)
        if (output.attachment < pvg::mtl::kMaxColorAttachments) mask |= uint8_t(1U << output.attachment);
    return mask;
}

// The Metal buffer that a handle lies in has to be at hand as well.
pvg::HandleUsage handleUsage(const air::HandleUse& h, pvg::StageUsage& usage) {
    const bool isInHandle = h.holder >= air::kFirstHandle;
    if (!isInHandle && h.holder < pvg::mtl::kMaxBuffers) usage.buffersRead |= 1U << h.holder;
    return {pvg::HandleUsage::Kind(h.kind), isInHandle, false, isInHandle ? h.holder - air::kFirstHandle : h.holder, h.offset};
}

void markWritten(pvg::StageUsage& usage, uint32_t index) {
    const uint32_t handle = index - air::kFirstHandle;
    if (handle < usage.handles.size()) usage.handles[handle].isWritten = true;
}

} // namespace

pvg::StageUsage stageUsage(const air::Reflection& reflection) {
    pvg::StageUsage usage;
    for (const air::HandleUse& h : reflection.handles) usage.handles.push_back(handleUsage(h, usage));
    for (const air::BufferUse& b : reflection.buffers) {
        if (b.metalIndex >= air::kFirstHandle && b.isWritten) markWritten(usage, b.metalIndex);
        if (b.metalIndex >= pvg::mtl::kMaxBuffers) continue;
        if (b.isRead) usage.buffersRead |= 1U << b.metalIndex;
        if (b.isWritten) usage.buffersWritten |= 1U << b.metalIndex;
    }
    usage.readsMemory = reflection.usesMemory;
    usage.writesMemory = reflection.writesMemory;
    for (const uint32_t index : reflection.addressed)
        if (index < pvg::mtl::kMaxBuffers) usage.buffersRead |= 1U << index;
    for (const air::TextureUse& t : reflection.textures) {
        if (t.sampler == air::TextureUse::Sampler::Argument && t.samplerIndex < pvg::mtl::kMaxSamplers) usage.samplers |= 1U << t.samplerIndex;
        if (t.metalIndex >= air::kFirstHandle && t.isImage) markWritten(usage, t.metalIndex);
        if (t.metalIndex >= pvg::mtl::kMaxTextures) continue;
        // A store may leave texels as they are, so what was there counts as read.
        usage.texturesRead.set(t.metalIndex);
        if (t.isImage) usage.texturesWritten.set(t.metalIndex);
    }
    return usage;
}

pvg::RenderPipelineId PipelineStore::create(const pvg::RenderPipelineRequest& r) {
    auto pipeline = std::make_unique<RenderPipeline>();
    pipeline->request = r;
    pipeline->routes = outputRoutes(r.descriptor);
    if (!r.vertex)
        fail(*pipeline, pvg::decline(DeclineReason::UnresolvedRef, "render pipeline without a vertex function"));
    else
        request(r.vertex);
    if (r.fragment) request(r.fragment);
    return m_render.insert(std::move(pipeline));
}

void PipelineStore::destroy(pvg::RenderPipelineId id) {
    const auto pipeline = m_render.take(id);
    if (pipeline) m_state.forgetVertexArray(pipeline->layout.name());
}

void PipelineStore::request(const std::shared_ptr<const pvg::ShaderLibrary>& library) {
    m_shaders.request(library->hash, std::shared_ptr<const std::vector<std::byte>>(library, &library->bytes));
}

// True once `outcome` is there; a refused translation sets `failure`.
bool PipelineStore::collect(const pvg::ShaderLibrary& library, OutcomePtr& outcome, pvg::Decline& failure) {
    if (!outcome) outcome = m_shaders.result(library.hash);
    if (!outcome) return false;
    if (outcome->verdict != air::Verdict::Ok) {
        failure = pvg::decline(DeclineReason::ShaderDeclined);
        failure.text = outcome->reason;
    }
    return true;
}

RenderPipeline* PipelineStore::advance(pvg::RenderPipelineId id) {
    RenderPipeline* pipeline = m_render.find(id);
    if (pipeline == nullptr || pipeline->state != PipelineState::Pending) return pipeline;
    if (pipeline->build) {
        if (pipeline->build->isComplete()) finishLink(*pipeline);
        return pipeline;
    }
    pvg::Decline failure;
    const pvg::RenderPipelineRequest& r = pipeline->request;
    const bool hasVertex = collect(*r.vertex, pipeline->vertexOutcome, failure);
    const bool hasFragment = !r.fragment || collect(*r.fragment, pipeline->fragmentOutcome, failure);
    if (failure.reason == DeclineReason::ShaderDeclined)
        fail(*pipeline, std::move(failure));
    else if (hasVertex && hasFragment)
        startLink(*pipeline);
    return pipeline;
}

void PipelineStore::startLink(RenderPipeline& p) {
    const air::Reflection& vertex = p.vertexOutcome->translation.reflection;
    const air::Reflection* fragment = p.fragmentOutcome ? &p.fragmentOutcome->translation.reflection : nullptr;
    const bool isVertex = vertex.stage == air::Stage::Vertex || vertex.stage == air::Stage::Tessellation;
    if (!isVertex || (fragment != nullptr && fragment->stage != air::Stage::Fragment))
        return fail(p, pvg::decline(DeclineReason::WrongKind, "a function of the pipeline is of another stage"));
    auto layout = VertexLayout::build(p.request.descriptor.vertexDescriptor, vertex.vertexInputs, m_caps);
    if (!layout) return fail(p, std::move(layout.error()));
    p.layout = std::move(*layout);
    if (p.isTessellating()) return makeReady(p); // its programs are those of its draws
    const pvg::StageBindings unbound;
    p.variant.pulled = p.layout.pulled(unbound);
    if (const auto& input = p.request.descriptor.vertexDescriptor; input && p.variant.pulled != 0) p.variant.strides = fetchStrides(*input, unbound);
    p.programKey = renderKey(p, p.variant);
    if (const auto known = m_programs.find(p.programKey); known != m_programs.end()) {
        p.program = known->second;
        return makeReady(p);
    }
    auto stages = stageTexts(p, p.variant);
    if (!stages) return fail(p, std::move(stages.error()));
    p.build = std::make_unique<ProgramBuild>(m_caps, *stages);
    if (p.build->isComplete()) finishLink(p);
}

std::string PipelineStore::renderKey(const RenderPipeline& p, const ProgramVariant& variant) const {
    const air::Reflection& vertex = p.vertexOutcome->translation.reflection;
    const air::Reflection* fragment = p.fragmentOutcome ? &p.fragmentOutcome->translation.reflection : nullptr;
    std::string key = p.request.vertex->hash + "|" + (p.request.fragment ? p.request.fragment->hash : std::string()) + "|" +
                      vertexPreamble(fragment, !m_caps.isUpperLeft) + "|";
    if (fragment != nullptr) key += fragmentPreamble(vertex, *fragment, p.request.descriptor.rasterSampleCount);
    for (const RoutedOutput& r : routesOf(p, variant)) key += "|" + std::to_string(r.attachment) + ":" + std::to_string(int(r.route));
    if (variant.patch) {
        const auto patch = patchTexts(p, variant); // what declines here declines in stageTexts, too
        if (patch) key += "|" + patch->control + patch->defines;
    }
    if (variant.pulled != 0) key += "|" + pulledKey(p.request.descriptor, variant);
    return key + "|" + std::to_string(variant.vertexPixels) + "|" + std::to_string(variant.fragmentPixels);
}

pvg::Declined<std::vector<StageText>> PipelineStore::stageTexts(const RenderPipeline& p, const ProgramVariant& variant) const {
    const air::Translation& vertex = p.vertexOutcome->translation;
    const air::Translation* fragment = p.fragmentOutcome ? &p.fragmentOutcome->translation : nullptr;
    const bool hasBarycentrics = fragment != nullptr && air::usesBarycentrics(fragment->reflection);
    if (hasBarycentrics && (vertex.reflection.writesLayer || vertex.reflection.writesViewport))
        return pvg::decline(DeclineReason::NotImplemented, "barycentric coordinates where the vertex function chooses the layer or viewport");
    if (hasBarycentrics && variant.patch) return pvg::decline(DeclineReason::NotImplemented, "barycentric coordinates of patches");
    const std::string defines = vertexPreamble(fragment != nullptr ? &fragment->reflection : nullptr, !m_caps.isUpperLeft);
    const std::string cornerDefines = hasBarycentrics ? air::barycentricVertexPreamble(vertex.reflection) : std::string();
    std::vector<StageText> stages;
    if (variant.patch) {
        PVG_TRY(const PatchTexts patch, patchTexts(p, variant));
        stages = {{GL_VERTEX_SHADER, air::patchVertexText()}, {GL_TESS_CONTROL_SHADER, patch.control},
                  {GL_TESS_EVALUATION_SHADER, withPreamble(vertex.glsl, defines + patch.defines)}};
    } else {
        std::string text = vertex.glsl, fetches;
        if (variant.pulled != 0) {
            PVG_TRY(fetches, pullAttributes(text, vertex.reflection, p.request.descriptor, variant));
        }
        stages.push_back({GL_VERTEX_SHADER, withPreamble(text, fetches + defines + cornerDefines)});
    }
    dividePixelCoordinates(stages.back().text, vertex.reflection, variant.vertexPixels);
    if (fragment == nullptr) return stages;
    const std::string fragmentDefines = fragmentPreamble(vertex.reflection, fragment->reflection, p.request.descriptor.rasterSampleCount);
    stages.push_back({GL_FRAGMENT_SHADER, withPreamble(fragment->glsl, fragmentDefines)});
    dividePixelCoordinates(stages.back().text, fragment->reflection, variant.fragmentPixels);
    if (!routeOutputs(stages.back().text, routesOf(p, variant)))
        return pvg::decline(DeclineReason::ShaderDeclined, "the fragment function has no output that an attachment's store can take");
    if (hasBarycentrics) stages.push_back({GL_GEOMETRY_SHADER, air::barycentricGeometryText(vertex.reflection, fragment->reflection)});
    return stages;
}

pvg::Declined<void> PipelineStore::select(RenderPipeline& p, const ProgramVariant& variant) {
    std::string key = renderKey(p, variant);
    auto known = m_programs.find(key);
    if (known == m_programs.end()) {
        PVG_TRY(const std::vector<StageText> stages, stageTexts(p, variant));
        PVG_TRY(ProgramName name, ProgramBuild(m_caps, stages).finish());
        PVG_TRY(auto program, connect(p, std::move(name)));
        prunePrograms();
        known = m_programs.emplace(key, std::move(program)).first;
        m_counters.add(pvg::Counter::PipelinesLinked);
    }
    p.program = known->second;
    p.programKey = std::move(key);
    p.variant = variant;
    return {};
}

pvg::Declined<std::shared_ptr<RenderProgram>> PipelineStore::connect(RenderPipeline& p, ProgramName name) {
    auto program = std::make_shared<RenderProgram>();
    program->name = std::move(name);
    program->vertexOutcome = p.vertexOutcome;
    program->fragmentOutcome = p.fragmentOutcome;
    BindingPoints points;
    const air::Reflection& vertex = p.vertexOutcome->translation.reflection;
    PVG_TRY(program->vertex, connectStage(program->name.get(), vertex, points, m_caps));
    resolveConstexprSamplers(program->vertex, vertex, m_samplers);
    if (p.fragmentOutcome) {
        const air::Reflection& fragment = p.fragmentOutcome->translation.reflection;
        program->takesTrianglesOnly = air::usesBarycentrics(fragment);
        PVG_TRY(program->fragment, connectStage(program->name.get(), fragment, points, m_caps));
        resolveConstexprSamplers(program->fragment, fragment, m_samplers);
    }
    if (p.isTessellating()) {
        PVG_TRY(program->patch, connectPatches(program->name.get(), points, m_caps));
    }
    return program;
}

void PipelineStore::finishLink(RenderPipeline& p) {
    auto name = p.build->finish();
    p.build.reset();
    if (!name) return fail(p, std::move(name.error()));
    auto program = connect(p, std::move(*name));
    if (!program) return fail(p, std::move(program.error()));
    p.program = std::move(*program);
    prunePrograms();
    m_programs.emplace(p.programKey, p.program);
    m_counters.add(pvg::Counter::PipelinesLinked);
    makeReady(p);
}

void PipelineStore::makeReady(RenderPipeline& p) {
    const air::Reflection& vertex = p.vertexOutcome->translation.reflection;
    p.usage.vertex = stageUsage(vertex);
    const auto& input = p.request.descriptor.vertexDescriptor;
    p.usage.vertexFetchBuffers = p.layout.fetchedBuffers() | (input ? fetchedBuffers(*input, vertex) : 0);
    if (p.fragmentOutcome) {
        p.usage.fragment = stageUsage(p.fragmentOutcome->translation.reflection);
        p.writtenAttachments = writtenAttachments(p.fragmentOutcome->translation.reflection);
    }
    p.state = PipelineState::Ready;
}

void PipelineStore::fail(RenderPipeline& p, pvg::Decline failure) {
    p.state = PipelineState::Failed;
    p.failure = std::move(failure);
    p.build.reset();
}

void PipelineStore::prunePrograms() {
    if (m_programs.size() < kMostIdlePrograms) return;
    std::erase_if(m_programs, [this](const auto& entry) {
        const bool isIdle = entry.second.use_count() == 1;
        if (isIdle) m_state.forgetProgram(entry.second->name.get());
        return isIdle;
    });
}

} // namespace gl
