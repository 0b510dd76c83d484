// Clocks in seconds.
#pragma once

#include <ctime>

namespace app {

inline double readClock(clockid_t clock) {
    timespec t{};
    clock_gettime(clock, &t);
    return double(t.tv_sec) + double(t.tv_nsec) * 1e-9;
}
inline double monotonicSeconds() { return readClock(CLOCK_MONOTONIC); }
inline double threadCpuSeconds() { return readClock(CLOCK_THREAD_CPUTIME_ID); }

} // namespace app
