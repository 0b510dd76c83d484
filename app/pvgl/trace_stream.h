// The records of the command buffers that a trace's ExecIndirect2 commands name: guest RAM as the trace tells it, read through the guest's page
// tables. Bounded, whatever the trace says.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/pvgl/trace_fields.h"
#include "pvg/memory/address_space.h"
#include "pvg/memory/guest_memory.h"
#include "pvg/trace/reader.h"

namespace app {

class StreamLister {
public:
    explicit StreamLister(pvg::trace::TraceReader& reader) : m_reader(reader) {}

    // Every record of the trace, from its beginning.
    void take(const pvg::trace::RecordView& view);
    // One object a stream record, of the command that the record just taken has ended.
    const std::vector<Json>& lines() const { return m_lines; }

    static constexpr uint64_t kMaxMapped = uint64_t{256} << 30, kMaxPages = uint64_t{1} << 20; // mapped bytes; pages with content
    static constexpr size_t kMaxRegions = 1024, kMaxTasks = 65536;
    static constexpr uint64_t kMaxRead = uint64_t{64} << 20, kMaxPacket = uint64_t{256} << 20; // bytes of one copy; of the buffers of one command

private:
    struct Task {
        uint64_t length = 0;
        uint32_t directoryPage = 0;
    };
    struct Handler;

    void place(pvg::GuestPhys base, std::span<const std::byte> bytes);
    void end(uint32_t channel);
    void listPacket(std::span<const std::byte> payload);
    void listBuffer(std::span<const std::byte> bytes);

    pvg::trace::TraceReader& m_reader;
    std::optional<pvg::GuestMemory> m_memory{std::in_place};
    std::unordered_set<uint64_t> m_pages; // numbers of those with content
    std::unordered_map<uint32_t, Task> m_tasks;
    std::unordered_map<uint32_t, std::vector<std::byte>> m_running; // command by channel
    std::vector<Json> m_lines;
};

} // namespace app
