// The logger is the one global. Levels as spdlog's: trace, debug, info, warn, error. Output: stderr, prefixed with the process role.
#pragma once

#include <spdlog/spdlog.h>

#include <string_view>

namespace pvg {

// Role: "pvgl", "renderer", "shader", "guest". Level: a spdlog level name; anything else means info.
void startLog(std::string_view role, std::string_view level);

} // namespace pvg
