// Counters and stamps in shared memory are single aligned accesses: acquire on what the host wrote, release on what it will read
// (decisions.md 6).
#pragma once

#include <atomic>

#include "pvg/guest/platform.h"

namespace pvg::guest {

inline std::atomic_ref<uint32_t> wordAt(const Page& page, uint32_t offset) {
    return std::atomic_ref<uint32_t>(*reinterpret_cast<uint32_t*>(page.bytes + offset));
}
inline uint32_t loadWord(const Page& page, uint32_t offset) { return wordAt(page, offset).load(std::memory_order_acquire); }
inline void storeWord(const Page& page, uint32_t offset, uint32_t value) { wordAt(page, offset).store(value, std::memory_order_release); }

} // namespace pvg::guest
