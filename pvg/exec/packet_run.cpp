#include "pvg/exec/packet_run.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "pvg/exec/executes.h"
#include "pvg/stream/decode.h"

namespace pvg {

namespace {

template <class Encoder>
struct Sink {
    ExecContext& context;
    std::span<const size_t> counters;
    Encoder& encoder;

    template <class C>
    void command(const stream::Opcode& row, const C& command) {
        context.counters.countCommand(counters[size_t(&row - stream::opcodes().data())]);
        context.command = row.name;
        if constexpr (Executes<Encoder, C>) {
            auto done = encoder.run(command);
            if (!done) context.record(std::move(done.error()));
        } else {
            context.record(notExecuted(row.gate));
        }
    }
    void malformed(const char* name, Decline why) {
        why.command = name;
        context.counters.record(why);
    }
};

} // namespace

std::vector<size_t> registerOpcodes(Counters& counters) {
    std::map<std::string_view, size_t> known;
    std::vector<size_t> indices;
    for (const stream::Opcode& row : stream::opcodes()) {
        auto found = known.find(row.name);
        if (found == known.end()) found = known.emplace(row.name, counters.registerCommand(row.name)).first;
        indices.push_back(found->second);
    }
    return indices;
}

void PacketRun::record(const char* command, Decline why) {
    why.command = command;
    m_context.counters.record(why);
}

void PacketRun::run() {
    for (const auto& chunk : m_work.chunks) {
        stream::SegmentWalker segments(chunk);
        while (const auto next = segments.next()) segment(*next);
        if (segments.problem()) record("segment", *segments.problem());
    }
    endEncoder(); // an open encoder ends with its packet (decisions.md 13)
    m_heldPass.release(m_context);
}

std::span<const StoreOverride> PacketRun::lateStores(uint32_t encoder) const {
    const auto before = [](const StoreOverride& store, uint32_t number) { return store.encoder < number; };
    const auto first = std::lower_bound(m_work.stores.begin(), m_work.stores.end(), encoder, before);
    const auto last = std::lower_bound(first, m_work.stores.end(), encoder + 1, before);
    return {first, last};
}

void PacketRun::endEncoder() {
    Declined<void> ended;
    const char* name = "";
    if (m_render) {
        m_context.command = name = "renderPassDescriptor";
        ended = m_render->end();
    } else if (m_compute) {
        m_context.command = name = "computePassDescriptor";
        ended = m_compute->end();
    } else if (m_blit) {
        name = "blit";
        ended = m_blit->end();
    }
    if (!ended) record(name, ended.error());
    m_render.reset();
    m_compute.reset();
    m_blit.reset();
    m_open.reset();
}

bool PacketRun::openEncoder(const stream::Segment& segment) {
    const auto group = stream::Group(segment.type);
    if (segment.continues) {
        if (m_open == group) return true;
        record("segment", decline(DeclineReason::BadSegment, "continues an encoder of type {} that is not open", segment.type));
        return false;
    }
    endEncoder();
    m_open = group;
    if (group != stream::Group::Render) m_heldPass.release(m_context);
    if (group == stream::Group::Render) m_render.emplace(m_context, m_heldPass, lateStores(++m_renderEncoders));
    if (group == stream::Group::Compute) m_compute.emplace(m_context);
    if (group == stream::Group::Blit) m_blit.emplace(m_context);
    return true;
}

void PacketRun::envelope(const stream::Segment& segment) {
    // Stands in front of the segment it covers and leaves an open encoder alone.
    stream::Record record;
    record.opcode = segment.type;
    record.total = uint32_t(segment.body.size() + stream::kSegmentHeader);
    record.payload = segment.body;
    EnvelopeOptions ignored;
    Sink<EnvelopeOptions> sink{m_context, m_opcodeCounters, ignored};
    stream::dispatch<stream::Group::Envelope>(record, sink);
}

template <stream::Group G, class Encoder>
void PacketRun::records(const stream::Segment& segment, Encoder& encoder) {
    Sink<Encoder> sink{m_context, m_opcodeCounters, encoder};
    stream::RecordWalker walker(segment.body);
    while (const auto next = walker.next()) stream::dispatch<G>(*next, sink);
    if (walker.problem()) record("segment", *walker.problem());
}

void PacketRun::segment(const stream::Segment& segment) {
    if (segment.type >= stream::kGroupCount)
        return record("segment", decline(DeclineReason::BadSegment, "type {} is not known", segment.type));
    if (stream::Group(segment.type) == stream::Group::Envelope) return envelope(segment);
    if (!openEncoder(segment)) return;
    switch (stream::Group(segment.type)) {
    case stream::Group::Render: return records<stream::Group::Render>(segment, *m_render);
    case stream::Group::Compute: return records<stream::Group::Compute>(segment, *m_compute);
    case stream::Group::Blit: return records<stream::Group::Blit>(segment, *m_blit);
    case stream::Group::Event: {
        EventEncoder events(m_context, m_events);
        return records<stream::Group::Event>(segment, events);
    }
    case stream::Group::Info: {
        InfoQueries queries(m_context);
        return records<stream::Group::Info>(segment, queries);
    }
    case stream::Group::Envelope: return;
    }
}

} // namespace pvg
