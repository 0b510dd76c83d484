#include "app/pvgl/trace_stream.h"

#include <fmt/format.h>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"
#include "pvg/fifo/command.h"
#include "pvg/stream/framing.h"
#include "pvg/stream/opcodes.h"

namespace app {
namespace {

using namespace pvg;
using namespace pvg::trace;

constexpr uint16_t kDeleteTask = 0x20, kExecIndirect2 = 0x37, kDefineTask2 = 0x38;
constexpr size_t kResourceRecord = 24, kChunkRecord = 16; // device.md 6.3
constexpr const char* kGroupNames[stream::kGroupCount] = {"render", "compute", "blit", "event", "info", "envelope"};

std::span<const std::byte> payloadOf(std::span<const std::byte> command) {
    const uint64_t front = kCommandHeaderSize + kBarrierSize * uint64_t{loadAt<uint16_t>(command, 2)};
    return front <= command.size() ? command.subspan(front) : std::span<const std::byte>();
}

Json recordLine(uint8_t group, const stream::Record& record) {
    Json line;
    line["encoder"] = kGroupNames[group];
    const auto match = stream::findOpcode(stream::Group(group), record.opcode, record.total);
    if (match.lookup != stream::Lookup::Found) {
        line["opcode"] = fmt::format("{:#x}", record.opcode);
        line["bytes"] = hexBytes(record.payload);
        return line;
    }
    const stream::Opcode& row = stream::opcodes()[match.row];
    line["name"] = row.name;
    line.update(wireFields(row.fields, record.payload));
    return line;
}

} // namespace

struct StreamLister::Handler {
    StreamLister& self;
    const RecordView& view;

    template <class T>
    void operator()(const T&) {}
    void operator()(const SegmentStart&) {
        self.m_memory.emplace();
        self.m_pages.clear();
        self.m_tasks.clear();
        self.m_running.clear();
    }
    void operator()(const Map& r) {
        const bool isWithinCaps = self.m_memory->regionCount() < kMaxRegions && fits(self.m_memory->mappedBytes(), r.size, kMaxMapped);
        if (isWithinCaps) (void)self.m_memory->mapPrivate(r.base, r.size, r.isWritable); // what cannot be mapped cannot be read
    }
    void operator()(const Unmap& r) {
        self.m_memory->unmap(r.base, r.size);
        self.m_memory->quiescentPoint();
    }
    void operator()(const Read& r) {
        const auto bytes = self.m_reader.blob(view.segment, r.blob, kMaxRead);
        if (!bytes) return;
        std::span<const std::byte> left(*bytes);
        for (const Run& run : r.runs) {
            if (run.length > left.size()) return;
            self.place(run.base, left.first(run.length));
            left = left.subspan(run.length);
        }
    }
    void operator()(const Command& r) {
        if (r.channel.value < 32) self.m_running[r.channel.value].assign(r.bytes.begin(), r.bytes.end());
    }
    void operator()(const CommandEnd& r) { self.end(r.channel.value); }
};

void StreamLister::take(const RecordView& view) {
    m_lines.clear();
    (void)visit(view, Handler{*this, view}); // what is malformed shows as such in its own line
}

void StreamLister::place(GuestPhys base, std::span<const std::byte> bytes) {
    if (bytes.empty() || !checkedAdd<uint64_t>(base.value, bytes.size())) return;
    for (uint64_t page = base.value >> kPageShift; page <= (base.value + bytes.size() - 1) >> kPageShift; ++page) {
        if (m_pages.size() >= kMaxPages && !m_pages.contains(page)) return;
        m_pages.insert(page);
    }
    ScatterList list;
    if (m_memory->spans(base, bytes.size(), false, list)) scatterBytes(list, 0, bytes);
}

void StreamLister::end(uint32_t channel) {
    const auto it = m_running.find(channel);
    if (it == m_running.end()) return;
    const std::vector<std::byte> command = std::move(it->second);
    m_running.erase(it);
    const auto payload = payloadOf(command);
    switch (loadAt<uint16_t>(command, 0)) {
    case kDefineTask2:
        if (m_tasks.size() < kMaxTasks) m_tasks[loadAt<uint32_t>(payload, 0) >> 1] = {loadAt<uint64_t>(payload, 4), loadAt<uint32_t>(payload, 12)};
        break;
    case kDeleteTask: m_tasks.erase(loadAt<uint32_t>(payload, 0)); break;
    case kExecIndirect2: listPacket(payload); break;
    default: break;
    }
}

void StreamLister::listPacket(std::span<const std::byte> payload) {
    ByteReader in(payload);
    const auto task = m_tasks.find(in.u32());
    const uint64_t resources = in.u32(), chunks = in.u32();
    if (in.failed() || task == m_tasks.end() || resources * kResourceRecord + chunks * kChunkRecord > in.remaining()) return;
    in.skip(resources * kResourceRecord);
    AddressSpace space(*m_memory, task->second.length, task->second.directoryPage);
    uint64_t total = 0;
    for (uint64_t i = 0; i < chunks; ++i) {
        const GuestVirt va{in.u64()};
        const uint64_t length = in.u64();
        if (!fits(total, length, kMaxPacket)) return;
        total += length;
        std::vector<std::byte> bytes(length);
        if (auto read = space.read(va, bytes); !read) {
            m_lines.push_back({{"command buffer", fmt::format("{:#x}", va.value)}, {"unreadable", read.error().sentence()}});
            continue;
        }
        listBuffer(bytes);
    }
}

void StreamLister::listBuffer(std::span<const std::byte> bytes) {
    stream::SegmentWalker segments(bytes);
    while (const auto segment = segments.next()) {
        if (segment->type >= stream::kGroupCount) continue;
        stream::RecordWalker records(segment->body);
        while (const auto record = records.next()) m_lines.push_back(recordLine(segment->type, *record));
        if (records.problem()) m_lines.push_back({{"malformed", records.problem()->sentence()}});
    }
    if (segments.problem()) m_lines.push_back({{"malformed", segments.problem()->sentence()}});
}

} // namespace app
