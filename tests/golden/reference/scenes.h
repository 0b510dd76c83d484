// What each scene of the synthetic guest must show, worked out from the scene's description alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/golden/reference/image.h"

namespace golden {

struct Request {
    std::string scene;
    int frame = 0; // index of the frame, from 0
    int width = 0, height = 0;
};

struct Reference {
    Image image;
    std::vector<int> tolerance; // per pixel, row by row
};
// Empty for a scene without a full reference.
std::optional<Reference> makeReference(const Request& request);

// The desktop is too rich for a full reference: values at points whose colour follows from its description, and what must not be there.
// Returns a sentence per fault; none when the picture passes.
std::vector<std::string> checkDesktop(const Image& picture, int frame);
// The same for the first frame of `cube` and `gears`.
std::vector<std::string> checkLit(const std::string& scene, const Image& picture);

} // namespace golden
