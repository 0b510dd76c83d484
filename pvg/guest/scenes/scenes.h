// The named scenes of pvgl-guest.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "pvg/guest/session.h"

namespace pvg::guest {

struct SceneInfo {
    std::string_view name, summary;
    std::unique_ptr<Scene> (*make)();
};
std::span<const SceneInfo> scenes();
// Also TOPIC/NAME of a feature scene (features/feature.h). Null for a name that is not there.
std::unique_ptr<Scene> makeScene(std::string_view name);

} // namespace pvg::guest
