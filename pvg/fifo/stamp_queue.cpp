#include "pvg/fifo/stamp_queue.h"

#include <algorithm>

namespace pvg {

bool StampQueue::contains(uint32_t signal) const {
    return std::any_of(m_stamps.begin(), m_stamps.end(), [&](const PendingStamp& s) { return s.signal == signal; });
}

uint64_t StampQueue::lastToken() const {
    uint64_t last = 0;
    for (const PendingStamp& stamp : m_stamps) last = std::max(last, stamp.token);
    return last;
}

size_t StampQueue::unfinished(uint64_t completed) const {
    return size_t(std::count_if(m_stamps.begin(), m_stamps.end(), [=](const PendingStamp& s) { return s.token > completed; }));
}

std::optional<PendingStamp> StampQueue::popReady(uint64_t completed) {
    if (m_stamps.empty() || m_stamps.front().token > completed) return std::nullopt;
    PendingStamp front = m_stamps.front();
    m_stamps.pop_front();
    return front;
}

} // namespace pvg
