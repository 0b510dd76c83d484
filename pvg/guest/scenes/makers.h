// Makers of the scenes, one source file each.
#pragma once

#include "pvg/guest/scenes/scenes.h"

namespace pvg::guest {

std::unique_ptr<Scene> makeClearScene();
std::unique_ptr<Scene> makeTriangleScene();
std::unique_ptr<Scene> makeTexturedScene();
std::unique_ptr<Scene> makeArgumentsScene(); // the same picture, out of an argument buffer
std::unique_ptr<Scene> makeCubeScene();
std::unique_ptr<Scene> makeGearsScene();
std::unique_ptr<Scene> makeCursorScene();
std::unique_ptr<Scene> makeDesktopScene();
std::unique_ptr<Scene> makeDisplaysScene();
std::unique_ptr<Scene> makeGammaScene();

} // namespace pvg::guest
