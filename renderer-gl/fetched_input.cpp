#include "renderer-gl/fetched_input.h"

#include <algorithm>

#include "renderer-gl/pipelines.h"

namespace gl {

using pvg::mtl::StepFunction;

namespace {

constexpr uint32_t kDynamicStride = 0xffffffff; // objects.md 9.2

uint8_t bytesOf(pvg::mtl::IndexType type) { return type == pvg::mtl::IndexType::UInt32 ? 4 : 2; }

std::vector<air::AttributeLayout> layoutsOf(const pvg::VertexDescriptor& input, std::span<const uint32_t> strides) {
    std::vector<air::AttributeLayout> out;
    for (size_t i = 0; i < input.attributes.size() && i < strides.size(); ++i) {
        const pvg::VertexAttribute& a = input.attributes[i];
        const pvg::VertexBufferLayout& layout = input.layouts[a.bufferIndex];
        out.push_back({a.index, uint8_t(a.format), a.bufferIndex, a.offset, strides[i], air::StepFunction(layout.stepFunction), layout.stepRate});
    }
    return out;
}

pvg::Declined<std::string> orDecline(pvg::Result<std::string> text) {
    if (text) return std::move(*text);
    pvg::Decline failure = pvg::decline(pvg::DeclineReason::ShaderDeclined);
    failure.text = text.error().text;
    return failure;
}

} // namespace

std::vector<uint32_t> fetchStrides(const pvg::VertexDescriptor& input, const pvg::StageBindings& bindings) {
    std::vector<uint32_t> strides;
    for (const pvg::VertexAttribute& a : input.attributes) {
        const uint32_t stated = input.layouts[a.bufferIndex].stride;
        const uint64_t set = bindings.buffers[a.bufferIndex].attributeStride;
        strides.push_back(set != 0 ? uint32_t(std::min<uint64_t>(set, UINT32_MAX)) : stated == kDynamicStride ? 0 : stated);
    }
    return strides;
}

uint32_t fetchedBuffers(const pvg::VertexDescriptor& input, const air::Reflection& reflection) {
    uint32_t bits = 0;
    for (const pvg::VertexAttribute& a : input.attributes) {
        const auto isIt = [&](const air::FetchedInput& f) { return f.attribute == a.index; };
        if (std::any_of(reflection.fetchedInputs.begin(), reflection.fetchedInputs.end(), isIt)) bits |= 1U << a.bufferIndex;
    }
    return bits;
}

bool isIndexed(const pvg::StageInputDescriptor& input) {
    return std::any_of(input.attributes.begin(), input.attributes.end(), [&](const pvg::VertexAttribute& a) {
        const StepFunction step = input.layouts[a.bufferIndex].stepFunction;
        return step == StepFunction::ThreadXIndexed || step == StepFunction::ThreadYIndexed;
    });
}

pvg::Declined<std::string> kernelFetchText(const air::Reflection& kernel, const pvg::StageInputDescriptor& input, std::span<const uint32_t> strides) {
    return orDecline(air::fetchPreamble(kernel, {layoutsOf(input, strides), bytesOf(input.indexType), 0}));
}

pvg::Declined<std::string> patchFetchText(const air::Reflection& function, const pvg::RenderPipelineDescriptor& pipeline, uint32_t controlPoints,
                                          std::span<const uint32_t> strides) {
    using IndexType = pvg::mtl::TessellationControlPointIndexType;
    if (!pipeline.vertexDescriptor) return std::string();
    air::StageInputLayout layout{layoutsOf(*pipeline.vertexDescriptor, strides), 0, controlPoints};
    // A layout that says nothing steps as its pipeline does (objects.md 9.2).
    for (air::AttributeLayout& a : layout.attributes)
        if (a.step == air::StepFunction::PerVertex) a.step = air::StepFunction::PerPatchControlPoint;
    const IndexType indices = pipeline.tessellation.controlPointIndexType;
    if (indices != IndexType::None) layout.indexBytes = indices == IndexType::UInt32 ? 4 : 2;
    return orDecline(air::fetchPreamble(function, layout));
}

pvg::Declined<std::string> pullAttributes(std::string& glsl, const air::Reflection& vertex, const pvg::RenderPipelineDescriptor& pipeline,
                                          const ProgramVariant& variant) {
    air::StageInputLayout layout;
    if (pipeline.vertexDescriptor) layout.attributes = layoutsOf(*pipeline.vertexDescriptor, variant.strides);
    return orDecline(air::pullInputs(glsl, vertex, layout, variant.pulled));
}

} // namespace gl
