// Files appear whole or not at all: written beside the target, then renamed over it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "pvg/base/result.h"

namespace app {

pvg::Status writeFileAtomically(const std::string& path, std::span<const std::byte> bytes);
pvg::Status writeFileAtomically(const std::string& path, std::string_view text);

} // namespace app
