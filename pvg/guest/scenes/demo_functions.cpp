#include "pvg/guest/scenes/demo_functions.h"

#include "shaders/features/feature_shaders.h"

namespace pvg::guest {

ObjectRef makeDemoFunction(Task& task, std::string_view name) {
    const std::span<const std::byte> library = demo::anyLibrary(name);
    if (library.empty()) task.driver().fail("there is no demo shader " + std::string(name));
    return makeFunction(task, library);
}

ObjectRef makeDemoPipeline(Task& task, const DemoPipeline& p) {
    ColorAttachment color;
    color.blend = p.blend;
    const ObjectRef vertex = makeDemoFunction(task, p.vertex), fragment = makeDemoFunction(task, p.fragment);
    return makeRenderPipeline(task, {std::string(p.fragment), vertex, fragment, p.layout, {color}, std::nullopt});
}

} // namespace pvg::guest
