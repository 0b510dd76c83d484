// A vertex and a fragment function out of somebody's Metal library, drawn with data they plausibly expect.
#pragma once

#include "pvg/guest/scenes/scenes.h"

namespace pvg::guest {

// Libraries with one function each, as a guest's driver hands them over (objects.md 8).
struct MetallibPair {
    Bytes vertex, fragment;
};
// Bound: vertex buffer 0 = {float2 pixel position from the centre, y up; padding; float4 colour}, vertex buffer 1 = uint2 viewport size,
// fragment texture 0 and sampler 0 = a small picture. That is what Apple's first-triangle sample and its descendants read.
std::unique_ptr<Scene> makeMetallibScene(MetallibPair pair);

} // namespace pvg::guest
