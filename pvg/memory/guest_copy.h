// The only ways bytes move between guest memory and ours. The guest may write the same bytes in that moment, so what arrives can be torn and
// is validated afterwards; what left may be gone again. ThreadSanitizer is shown what the hardware makes of it, one relaxed access a byte, and
// holds everything else to its rules.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstring>

namespace pvg {

#if defined(__SANITIZE_THREAD__)

inline void copyFromGuest(std::byte* to, const std::byte* guest, size_t size) {
    for (size_t i = 0; i < size; ++i) to[i] = std::atomic_ref(const_cast<std::byte&>(guest[i])).load(std::memory_order_relaxed);
}
inline void copyToGuest(std::byte* guest, const std::byte* from, size_t size) {
    for (size_t i = 0; i < size; ++i) std::atomic_ref(guest[i]).store(from[i], std::memory_order_relaxed);
}
inline bool equalsGuest(const std::byte* mine, const std::byte* guest, size_t size) {
    for (size_t i = 0; i < size; ++i)
        if (mine[i] != std::atomic_ref(const_cast<std::byte&>(guest[i])).load(std::memory_order_relaxed)) return false;
    return true;
}

#else

inline void copyFromGuest(std::byte* to, const std::byte* guest, size_t size) { std::memcpy(to, guest, size); }
inline void copyToGuest(std::byte* guest, const std::byte* from, size_t size) { std::memcpy(guest, from, size); }
inline bool equalsGuest(const std::byte* mine, const std::byte* guest, size_t size) { return std::memcmp(mine, guest, size) == 0; }

#endif

} // namespace pvg
