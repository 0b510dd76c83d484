// The clock of everything timed on the engine thread.
#pragma once

#include <chrono>

namespace pvg {

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;
using Duration = Clock::duration;

} // namespace pvg
