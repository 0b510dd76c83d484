#include "pvg/guest/scenes/scenes.h"

#include <algorithm>
#include <array>

#include "pvg/guest/scenes/features/gallery.h"
#include "pvg/guest/scenes/makers.h"

namespace pvg::guest {

namespace {

constexpr std::array kScenes{
    SceneInfo{"desktop", "a compositor's frame: twelve windows, text, frosted glass", makeDesktopScene},
    SceneInfo{"clear", "one pass that clears, four colours in turn", makeClearScene},
    SceneInfo{"triangle", "three colours, and a square that shows the fill rule", makeTriangleScene},
    SceneInfo{"textured", "nearest, linear and blended quads", makeTexturedScene},
    SceneInfo{"arguments", "the same quads, textures and samplers out of an argument buffer", makeArgumentsScene},
    SceneInfo{"cube", "a textured, lit cube that turns", makeCubeScene},
    SceneInfo{"gears", "three gears that turn each other", makeGearsScene},
    SceneInfo{"cursor", "the hardware cursor on a plain desk", makeCursorScene},
    SceneInfo{"displays", "every display of the machine, each in a mode and colours of its own", makeDisplaysScene},
    SceneInfo{"gamma", "a plain desk behind gamma tables that change", makeGammaScene},
};

} // namespace

std::span<const SceneInfo> scenes() { return kScenes; }

std::unique_ptr<Scene> makeScene(std::string_view name) {
    const auto found = std::find_if(kScenes.begin(), kScenes.end(), [&](const SceneInfo& s) { return s.name == name; });
    if (found != kScenes.end()) return found->make();
    for (const Feature& f : features())
        if (std::string(f.topic) + "/" + std::string(f.name) == name) return makeFeatureScene(f);
    return nullptr;
}

} // namespace pvg::guest
