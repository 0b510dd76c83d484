// Identity of one build: the executables of one pvgl refuse to talk to those of another.
#pragma once

#include <string_view>

namespace pvg {
std::string_view buildId();
}
