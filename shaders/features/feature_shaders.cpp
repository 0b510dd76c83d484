#include "shaders/features/feature_shaders.h"

#include <algorithm>

namespace demo {

std::span<const std::byte> anyLibrary(std::string_view name) {
    const auto all = featureLibraries();
    const auto at = std::ranges::find(all, name, &Library::name);
    return at == all.end() ? demoLibrary(name) : at->bytes;
}

} // namespace demo
