// The project's own shaders as guest functions.
#pragma once

#include <string_view>

#include "pvg/guest/resources.h"

namespace pvg::guest {

// A function of shaders/demo or shaders/features by its name. A name that is not there sticks to the driver as a failure.
ObjectRef makeDemoFunction(Task& task, std::string_view name);

// The usual pipeline of a scene: two demo functions, one BGRA8 target.
struct DemoPipeline {
    std::string_view vertex, fragment;
    std::optional<BlendState> blend;
    std::optional<VertexDescriptor> layout;
};
ObjectRef makeDemoPipeline(Task& task, const DemoPipeline& pipeline);

} // namespace pvg::guest
