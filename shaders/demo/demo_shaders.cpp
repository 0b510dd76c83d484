#include "shaders/demo/demo_shaders.h"

#include <algorithm>

namespace demo {

std::span<const std::byte> demoLibrary(std::string_view name) {
    const auto all = libraries();
    const auto at = std::ranges::find(all, name, &Library::name);
    return at == all.end() ? std::span<const std::byte>() : at->bytes;
}

} // namespace demo
