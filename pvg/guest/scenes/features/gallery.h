// Plays feature scenes: one by itself, or many in one run with a file each.
#pragma once

#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

// Draws the feature again in every frame and shows its picture at the top left.
std::unique_ptr<Scene> makeFeatureScene(const Feature& feature);

// Draws each feature once, writes its picture to FOLDER/TOPIC.NAME.ppm and presents one frame with all of them side by side.
class Gallery {
public:
    explicit Gallery(std::string folder) : m_folder(std::move(folder)) {}
    // Empty, or a sentence; also see the driver.
    std::string play(Session& session, std::span<const Feature> features);

private:
    std::string m_folder;
};

} // namespace pvg::guest
