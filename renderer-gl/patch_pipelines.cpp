// What the driver sees of pipelines with a post-tessellation vertex function (shaders/air/tessellation_link.h).
#include "renderer-gl/fetched_input.h"
#include "renderer-gl/pipelines.h"
#include "shaders/air/tessellation_link.h"

namespace gl {

namespace {

air::TessellationState stateOf(const pvg::TessellationDescriptor& d, const PatchForm& form) {
    air::TessellationState state;
    state.partition = air::TessellationState::Partition(d.partitionMode);
    state.factorStep = air::TessellationState::FactorStep(d.factorStepFunction);
    state.isClockwise = d.outputWinding == pvg::mtl::Winding::Clockwise;
    state.scalesFactors = d.isFactorScaleEnabled;
    state.hasPatchIndices = form.hasPatchIndices;
    state.maxFactor = d.maxFactor;
    state.controlPoints = form.controlPoints;
    return state;
}

} // namespace

pvg::Declined<PatchTexts> patchTexts(const RenderPipeline& p, const ProgramVariant& v) {
    const air::Reflection& function = p.vertexOutcome->translation.reflection;
    const pvg::RenderPipelineDescriptor& d = p.request.descriptor;
    const air::TessellationState state = stateOf(d.tessellation, *v.patch);
    PVG_TRY(const std::string fetches, patchFetchText(function, d, v.patch->controlPoints, v.strides));
    return PatchTexts{air::patchControlText(function.patchType, state), air::tessellationPreamble(state) + fetches};
}

} // namespace gl
