// Runs a trace through an engine core, one recorded action after the other: puts the recorded copies into memory of its own, then runs the
// command. Same executor, same back end: the same pictures. The trace is hostile input: commands pass the checks that a guest's pass, memory is
// bounded. Thread: engine, every call.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "pvg/base/unique_fd.h"
#include "pvg/exec/engine_core.h"
#include "pvg/trace/reader.h"

namespace pvg::trace {

struct ReplayFigures {
    uint64_t commands = 0;
    uint64_t unknownPages = 0; // copied from, but not in the trace: the replay took another way than the recording
    uint64_t badRecords = 0;   // malformed, or naming memory that is not there
    uint32_t segments = 0;
};

// What the first segment's engine was started with; `fallback` where the trace does not say or says nonsense. Rewinds the reader.
EngineOptions recordedOptions(TraceReader& reader, EngineOptions fallback);

// Bytes that replace others while the command runs.
struct OrderedBytes {
    uint32_t order = 0;
    size_t sequence = 0; // among those of the same order
    GuestPhys base;
    std::vector<std::byte> bytes;
};
// What a replay runs next.
struct ReplayAction {
    enum class Kind : uint8_t { Event, Command, Resume, Poll, Forget, Unmap } kind{};
    uint64_t timeNs = 0;
    bool isStarted = false;
    EngineEvent event;
    ChannelId channel;
    bool isHeld = false, isLate = false;
    std::vector<std::byte> bytes; // of the command
    std::vector<ObjectRef> leftOut; // pipelines
    std::vector<DisplayControl> controls; // that came while it ran
    std::vector<OrderedBytes> ordered;
    uint64_t orderedBytes = 0;
    trace::Unmap unmapped;
};

class Replayer final : private ReadObserver {
public:
    // All outlive the replayer.
    Replayer(TraceReader& reader, const EngineOptions& options, Backend& backend, Counters& counters);
    ~Replayer() override;
    Replayer(const Replayer&) = delete;
    Replayer& operator=(const Replayer&) = delete;

    // Goes on to the next action: when it began, in ns since the trace's beginning. Nothing: the trace is over (TraceReader::cut() says whether
    // before its end).
    std::optional<uint64_t> next();
    // Runs the action that next() found. False: its shaders are not ready, call again.
    bool run(Time now);

    EngineCore& core() { return m_core; }
    GuestMemory& memory() { return m_memory; }
    const ReplayFigures& figures() const { return m_figures; }

    static constexpr uint64_t kMaxMappedBytes = uint64_t{256} << 30, kMaxRegions = 1024;
    static constexpr uint64_t kMaxKnownPages = uint64_t{4} << 20; // 16 GiB
    static constexpr uint64_t kMaxRead = uint64_t{64} << 20, kMaxOrderedBytes = uint64_t{256} << 20; // of one record; of one command

private:
    using Action = ReplayAction;

    // One record. True: the action is complete.
    bool take(const RecordView& view);
    template <class T>
    bool on(const RecordView&, const T&) { return false; } // of no consequence here
    bool on(const RecordView& view, const SegmentStart& record);
    bool on(const RecordView& view, const Event& record);
    bool on(const RecordView& view, const Map& record);
    bool on(const RecordView& view, const Unmap& record);
    bool on(const RecordView& view, const MemoryForgotten& record);
    bool on(const RecordView& view, const Command& record);
    bool on(const RecordView& view, const Read& record);
    bool on(const RecordView& view, const Resume& record);
    bool on(const RecordView& view, const CommandEnd& record);
    bool on(const RecordView& view, const Display& record);

    void place(GuestPhys base, std::span<const std::byte> bytes);
    void forget(GuestPhys base, uint64_t size);
    void runEvent();
    bool runCommand();
    void runForget(Time now);
    void runUnmap(Time now);
    void landWork(Time now); // of commands that ran

    void beforeRead(GuestPhys base, uint64_t size) override;
    void onRead(GuestPhys base, std::span<const std::byte> copy) override;

    TraceReader& m_reader;
    seam::Page m_page{};
    UniqueFd m_interrupt;
    GuestMemory m_memory;
    EngineCore m_core;
    ReplayFigures m_figures;
    std::optional<Action> m_action;
    bool m_isRunning = false;
    uint32_t m_copies = 0;  // of the running command
    size_t m_nextOrdered = 0;
    std::set<uint64_t> m_knownPages; // numbers
    ScatterList m_spans;
};

} // namespace pvg::trace
