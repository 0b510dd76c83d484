// Runs the segments of one packet: opens, continues and ends encoders, feeds them commands, records what goes wrong.
#pragma once

#include <optional>
#include <vector>

#include "pvg/exec/blit_encoder.h"
#include "pvg/exec/compute_encoder.h"
#include "pvg/exec/events.h"
#include "pvg/exec/info_queries.h"
#include "pvg/exec/packet.h"
#include "pvg/exec/render_encoder.h"

namespace pvg {

// Counter index of each row of the opcode table; rows of one name share it.
std::vector<size_t> registerOpcodes(Counters& counters);

// Protection options cover the segment behind them and mean nothing on this host (stream.md 1.4).
struct EnvelopeOptions {
    Declined<void> run(const stream::ProtectionOptions&) { return {}; }
};

class PacketRun {
public:
    PacketRun(ExecContext& context, EventTable& events, std::span<const size_t> opcodeCounters, const Executor::Work& work)
        : m_context(context), m_events(events), m_opcodeCounters(opcodeCounters), m_work(work) {}
    void run();

private:
    void segment(const stream::Segment& segment);
    bool openEncoder(const stream::Segment& segment);
    void endEncoder();
    void envelope(const stream::Segment& segment);
    std::span<const StoreOverride> lateStores(uint32_t encoder) const;
    void record(const char* command, Decline why);
    template <stream::Group G, class Encoder>
    void records(const stream::Segment& segment, Encoder& encoder);

    ExecContext& m_context;
    EventTable& m_events;
    std::span<const size_t> m_opcodeCounters;
    const Executor::Work& m_work;
    std::optional<stream::Group> m_open; // whose encoder the last segment left open
    uint32_t m_renderEncoders = 0;
    HeldPass m_heldPass;
    std::optional<RenderEncoder> m_render;
    std::optional<ComputeEncoder> m_compute;
    std::optional<BlitEncoder> m_blit;
};

} // namespace pvg
