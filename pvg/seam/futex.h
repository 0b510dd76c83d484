// Waiting on a word of the shared page across processes (std::atomic::wait stays inside one).
#pragma once

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <climits>
#include <cstdint>
#include <ctime>

namespace pvg::seam {

// Returns when `word` may have changed from `value`, or after `milliseconds`.
inline void futexWait(std::atomic<uint32_t>& word, uint32_t value, int milliseconds) {
    const timespec limit{milliseconds / 1000, (milliseconds % 1000) * 1000000L};
    ::syscall(SYS_futex, &word, FUTEX_WAIT, value, &limit, nullptr, 0);
}

inline void futexWake(std::atomic<uint32_t>& word) { ::syscall(SYS_futex, &word, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0); }

} // namespace pvg::seam
