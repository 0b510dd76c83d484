#include <mutex>

#include "pvg/memory/guest_memory.h"

namespace pvg {

GuestWriteGate::Pass GuestWriteGate::enter(Epoch epoch) {
    Pass pass;
    std::shared_lock lock(m_mutex);
    if (m_epoch == epoch) pass.m_lock = std::move(lock);
    return pass;
}

void GuestWriteGate::invalidate(Epoch newEpoch) {
    std::unique_lock lock(m_mutex);
    m_epoch = newEpoch;
}

Epoch GuestWriteGate::epoch() const {
    std::shared_lock lock(m_mutex);
    return m_epoch;
}

} // namespace pvg
