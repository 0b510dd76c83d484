// What pointers lead to that only the running function finds (lists, tables, stacks of pointers): the buffers that the encoder declared, and
// those that are bound or that known handles name (objects.md 12).
#include <algorithm>

#include "pvg/exec/argument_table.h"

namespace pvg {

void ArgumentTable::addMemory(const std::shared_ptr<HostBuffer>& host, bool isWritten) {
    MemoryBuffer& memory = m_memory[host->id.value];
    memory.host = host;
    memory.isWritten |= isWritten;
}

namespace {

// What holds handles at known places is not taken to be written: nothing could read them in the rest of the packet (decisions.md 42).
bool holdsHandles(const StageUsage& usage, bool isInHandle, size_t holder) {
    return std::any_of(usage.handles.begin(), usage.handles.end(),
                       [&](const HandleUsage& h) { return h.isInHandle == isInHandle && h.holder == holder; });
}

} // namespace

// Metal lets a buffer be bound for no other purpose. One that does not resolve is nothing: the slots that the function uses said so.
void ArgumentTable::addBound(ExecContext& context, const StageUsage& usage) {
    for (size_t i = 0; i < m_buffers.size(); ++i) {
        BufferSlot& slot = m_buffers[i];
        if (!slot.ref) continue;
        if (!slot.host) {
            if (auto host = context.objects.buffer(context.task, slot.ref)) slot.host = *host;
        }
        if (slot.host) addMemory(slot.host, !holdsHandles(usage, false, i));
    }
    for (size_t i = 0; i < m_handles.size() && i < usage.handles.size(); ++i)
        if (m_handles[i].host) addMemory(m_handles[i].host, !holdsHandles(usage, true, i));
}

bool ArgumentTable::resolveMemory(ExecContext& context, const StageUsage& usage, const Residency& residency, StageBindings& out) {
    if (!usage.readsMemory) return false;
    m_memory.clear();
    for (const auto& [ref, isWritten] : residency.all()) {
        const auto host = context.objects.buffer(context.task, ObjectRef{ref});
        if (host) addMemory(*host, isWritten);
        else if (host.error().reason != DeclineReason::WrongKind) context.record(host.error());
    }
    addBound(context, usage);
    std::vector<MemoryRange> memory;
    for (const auto& [id, m] : m_memory) {
        const auto current = context.coherency.makeCurrent(*m.host, {0, m.host->size});
        if (current) memory.push_back({m.host->id, m.host->size, m.host->base.value, m.isWritten});
        else context.record(current.error());
    }
    const bool isOther = memory != out.memory;
    out.memory = std::move(memory);
    return isOther;
}

} // namespace pvg
