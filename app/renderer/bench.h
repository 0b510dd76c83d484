// `pvgl bench decode`.
#pragma once

#include <string>

namespace app {

// Prints the figures and, unless `jsonPath` is empty, writes them there. Returns the exit code.
int runDecodeBench(const std::string& jsonPath);

} // namespace app
