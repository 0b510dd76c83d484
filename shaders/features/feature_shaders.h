// The shaders of the feature scenes (pvg/guest/scenes/features), embedded like the demo's: the function in each library has the library's
// name, its Metal source stands at the head of its .ll file. Standard library only.
#pragma once

#include "shaders/demo/demo_shaders.h"

namespace demo {

// In alphabetical order.
std::span<const Library> featureLibraries();
// A function of this folder, else one of the demo's. Empty for a name that is in neither.
std::span<const std::byte> anyLibrary(std::string_view name);

} // namespace demo
