// Feature scenes: one small picture for each feature of Metal and each trap of the protocol, compared with an independent reference.
//
// How to add one:
//   1. A row SCENE(name, "what it shows") in the .inc of its topic here. That row is the only list: `pvgl-guest --list`, the maker and the
//      comparison come from it. A new topic is one more row in topics.inc.
//   2. A function `void name(Kit& kit)` in the topic's .cpp: makes what it needs through the kit and draws into kit.picture(), 256 x 128
//      pixels. Geometry lies on whole pixels wherever the edge is not the point.
//   3. A function `Reference name()` in tests/golden/reference/features/<topic>.cpp that works the same picture out again from the row's text and
//      the scene's comment: no header, constant or function of pvg/ may be used there. Tolerance 0 where the result is exact, else 1 step.
//   4. Shaders it needs go into shaders/features as LLVM text, one function a file, named as the file.
//   5. `ninja golden_features_update` stores the pictures of llvmpipe: look at every new one before it is committed.
// By hand: `pvgl demo TOPIC/NAME --mode 256x128@60`, or a sheet of a whole topic with tests/golden/run_features.py --keep.
#pragma once

#include "pvg/guest/scenes/features/kit.h"

namespace pvg::guest {

struct Feature {
    std::string_view topic, name, summary;
    void (*draw)(Kit& kit);
};

#define TOPIC(topic) std::span<const Feature> topic##Features();
#include "pvg/guest/scenes/features/topics.inc"
#undef TOPIC

// All topics, in order.
std::vector<Feature> features();
std::vector<Feature> featuresOf(std::string_view topic);

} // namespace pvg::guest
