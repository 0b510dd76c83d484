// Events of segment type 3: monotonic counters (stream.md 8). Nothing here blocks: the guest's kernel orders cross-queue work with stamps.
#pragma once

#include <unordered_map>

#include "pvg/exec/exec_context.h"
#include "pvg/stream/commands.h"

namespace pvg {

class EventTable {
public:
    void clear() { m_values.clear(); }
    void forget(TaskId task);
    uint64_t value(TaskId task, ObjectRef event) const;
    Declined<void> signal(TaskId task, ObjectRef event, uint64_t value);

private:
    static constexpr size_t kMaxEvents = 65536;
    std::unordered_map<uint64_t, uint64_t> m_values;
};

class EventEncoder {
public:
    EventEncoder(ExecContext& context, EventTable& events) : m_context(context), m_events(events) {}
    Declined<void> run(const stream::SignalEvent& c) { return m_events.signal(m_context.task, c.event, c.value); }
    Declined<void> run(const stream::WaitForEvent& c);

private:
    ExecContext& m_context;
    EventTable& m_events;
};

} // namespace pvg
