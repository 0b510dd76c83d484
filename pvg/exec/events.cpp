#include "pvg/exec/events.h"

#include <algorithm>

namespace pvg {

namespace {
uint64_t key(TaskId task, ObjectRef event) { return uint64_t(task.value) << 32 | event.value; }
} // namespace

uint64_t EventTable::value(TaskId task, ObjectRef event) const {
    const auto found = m_values.find(key(task, event));
    return found == m_values.end() ? 0 : found->second;
}

void EventTable::forget(TaskId task) {
    std::erase_if(m_values, [&](const auto& entry) { return entry.first >> 32 == task.value; });
}

Declined<void> EventTable::signal(TaskId task, ObjectRef event, uint64_t value) {
    const auto found = m_values.find(key(task, event));
    if (found == m_values.end() && m_values.size() >= kMaxEvents) return decline(DeclineReason::LimitExceeded, "more than {} events", kMaxEvents);
    uint64_t& current = m_values[key(task, event)];
    current = std::max(current, value);
    return {};
}

Declined<void> EventEncoder::run(const stream::WaitForEvent& c) {
    const uint64_t have = m_events.value(m_context.task, c.event);
    if (have >= c.value) return {};
    return decline(DeclineReason::NotImplemented, "event {} is at {}, wait for {} goes on", c.event.value, have, c.value);
}

} // namespace pvg
