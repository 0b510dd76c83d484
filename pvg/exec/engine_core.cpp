#include "pvg/exec/engine_core.h"

#include <algorithm>

#include "pvg/exec/engine_observer.h"
#include "pvg/fifo/command_table.h"

namespace pvg {

namespace {

constexpr uint32_t kMaxFifoLength = 1U << 20;

EngineOptions checkedOptions(EngineOptions options) {
    if (options.modes.empty()) options.modes.push_back(DisplayMode{});
    options.displays = std::clamp(options.displays, 1U, kMaxDisplays);
    return options;
}

// Geometry of the root FIFO (device.md 5.1, 11).
Declined<void> checkSetup(const seam::FifoSetup& setup) {
    bool isStartRight = setup.fifoStart % 4 == 0 && setup.fifoStart >= kPageSize && setup.fifoStart < setup.fifoLength;
    if (setup.fifoBasePage == 0 || !isStartRight || setup.fifoLength > kMaxFifoLength || setup.fifoLength - setup.fifoStart < kCommandHeaderSize)
        return decline(DeclineReason::BadRing, "root FIFO at page {:#x} with start {:#x} and length {:#x}", setup.fifoBasePage, setup.fifoStart,
                       setup.fifoLength);
    return {};
}

} // namespace

EngineCore::EngineCore(const EngineOptions& options, seam::Page& page, int interruptFd, GuestMemory& memory, Backend& backend, Counters& counters)
    : m_options(checkedOptions(options)), m_page(page), m_memory(memory), m_backend(backend), m_counters(counters),
      m_publisher(memory, page, interruptFd, counters), m_tasks(memory), m_executor(m_tasks, memory, backend, counters),
      m_clock({memory, page, interruptFd, counters}, m_options.displays) {
    for (uint32_t i = 0; i < kChannels; ++i) m_channels.push_back({Channel(ChannelId{i}), {}, {}});
    const DisplayConfig config{m_options.modes, m_options.gamma, m_options.displays};
    for (DisplayPort port{0}; port.value < m_options.displays; ++port.value)
        m_displays.emplace_back(port, config, DisplayPipe::Environment{memory, m_publisher, m_clock.port(port)});
    registerCommands();
}

EngineCore::~EngineCore() = default;

void EngineCore::registerCommands() {
    static constexpr Handler kHandlers[] = {
#define FIFO_COMMAND(id, name, payload, handler, ...) &EngineCore::handler,
#include "pvg/fifo/fifo_commands.inc"
#undef FIFO_COMMAND
    };
    std::span<const FifoCommandRow> rows = fifoCommandRows();
    for (size_t i = 0; i < rows.size(); ++i) {
        // One name, one counter: several ids may share a name.
        auto same = std::find_if(rows.begin(), rows.begin() + ptrdiff_t(i), [&](const FifoCommandRow& row) {
            return std::string_view(row.name) == rows[i].name;
        });
        bool isNew = same == rows.begin() + ptrdiff_t(i);
        size_t counter = isNew ? m_counters.registerCommand(rows[i].name) : m_rows[same->id].counter;
        m_rows[rows[i].id] = {kHandlers[i], rows[i].name, rows[i].minimalPayload, counter};
    }
    m_unknownCounter = m_counters.registerCommand(kUnknownCommandName);
}

void EngineCore::handle(const EngineEvent& event) {
    if (event.kind == EngineEvent::Kind::Stop) return;
    if (m_options.observer) m_options.observer->onEvent(event);
    m_publisher.setEpoch(event.epoch);
    dropEverything();
    constexpr uint32_t kRejected = 0x80000000; // the guest gave up (device.md 3)
    bool hasDriver = event.kind == EngineEvent::Kind::VersionWritten || event.kind == EngineEvent::Kind::FifoControl;
    m_protocolVersion = hasDriver && !(event.fifo.protocolVersion & kRejected) ? event.fifo.protocolVersion : 0;
    if (event.kind == EngineEvent::Kind::FifoControl && event.fifo.control != 0) {
        auto opened = openRootFifo(event.fifo);
        if (!opened) note(opened.error(), "root FIFO");
    }
    touch(true);
}

void EngineCore::dropEverything() {
    m_executor.reset(m_publisher.epoch());
    m_tasks.clear();
    for (ChannelState& state : m_channels) {
        state.channel.undefine();
        state.stamps.clear();
        state.held.reset();
    }
    for (DisplayPipe& pipe : m_displays) pipe.reset();
    m_publisher.setStampPage(std::nullopt);
    m_fifoEnabled = false;
    m_lastFrame.reset();
    m_lastCommand = "";
}

Declined<void> EngineCore::openRootFifo(const seam::FifoSetup& setup) {
    auto checked = checkSetup(setup);
    if (!checked) return checked;
    GuestPhys base{uint64_t{setup.fifoBasePage} << kPageShift};
    ScatterList whole;
    auto found = m_memory.spans(base, setup.fifoLength, true, whole);
    if (!found) return found;
    m_publisher.setStampPage(base);
    // The register is already 0 here, unless a fresh renderer takes over a running guest.
    uint32_t read = m_page.fifoRead.load(std::memory_order_acquire);
    m_channels[0].channel.defineRoot(Ring::contiguous(GuestPhys{base.value + setup.fifoStart}, setup.fifoLength - setup.fifoStart), read);
    m_fifoEnabled = true;
    return {};
}

void EngineCore::note(const Decline& decline, const char* command) {
    // The instance this work belonged to is gone, and its memory with it: what fails now is nobody's mistake.
    if (m_memory.gate().epoch() != m_publisher.epoch()) return;
    Decline named = decline;
    if (*named.command == 0) named.command = command;
    m_counters.record(named);
}

void EngineCore::touch(bool urgent) {
    ++m_changes.any;
    if (urgent) ++m_changes.urgent;
}

bool EngineCore::step(Time now) {
    m_now = now;
    // A newer device instance exists; its event is on the way, and until then nothing here may be believed.
    if (!isCurrent() || m_finished) return false;
    if (oldestToken() != 0) takeCompletions();
    if (hasLostGpu()) return false;
    bool moved = publishReady();
    if (!m_finishing) {
        replayChannels();
        moved |= drainAll();
    }
    serveDisplays();
    if (m_finishing && oldestToken() == 0) m_finished = true;
    if (moved) m_lastMove = now;
    return moved;
}

void EngineCore::takeCompletions() {
    if (m_options.observer) m_options.observer->onCompletionsBegin();
    m_completed = std::max(m_completed, m_backend.poll());
    if (m_options.observer) m_options.observer->onCompletionsEnd();
}

// What was given to a GPU that is gone, or was held for it, never lands. Its stamps go out all the same, in the order of each channel and
// counted: no guest waits for a renderer that is about to be replaced (recovery).
bool EngineCore::hasLostGpu() {
    if (m_backend.loss() == GpuLoss::None) return false;
    for (ChannelState& state : m_channels) m_counters.add(Counter::LostPackets, state.stamps.unfinished(m_completed));
    m_completed = UINT64_MAX;
    publishReady();
    for (ChannelState& state : m_channels) cancelHeld(state);
    m_finished = true;
    return true;
}

void EngineCore::awaitGpu(CompletionToken token, uint64_t nanoseconds) {
    if (m_options.observer) m_options.observer->onCompletionsBegin();
    m_backend.wait(token, nanoseconds);
    if (m_options.observer) m_options.observer->onCompletionsEnd();
}

CompletionToken EngineCore::oldestToken() const {
    CompletionToken oldest = 0;
    for (const ChannelState& state : m_channels) {
        CompletionToken token = state.stamps.frontToken();
        if (token != 0 && (oldest == 0 || token < oldest)) oldest = token;
    }
    return oldest;
}

std::optional<Time> EngineCore::nextWake(Time now) const {
    if (!isCurrent()) return std::nullopt;
    std::optional<Time> wake;
    const Duration rescue = now - m_lastMove < kQuietAfter ? kRescuePoll : kQuietRescuePoll;
    auto sooner = [&](Time at) { wake = wake ? std::min(*wake, at) : at; };
    for (const ChannelState& state : m_channels) {
        if (state.held) sooner(now + kHeldPoll);
        if (state.channel.id().value != 0 && state.channel.isDefined()) sooner(now + rescue);
    }
    if (m_hasIncomplete) sooner(now + kRescuePoll);
    if (m_replugAt) sooner(*m_replugAt);
    if (m_nextTick && !m_clock.isRunning()) sooner(*m_nextTick);
    return wake;
}

EngineSnapshot EngineCore::snapshot() const {
    EngineSnapshot out;
    for (size_t i = 0; i < m_displays.size(); ++i) out.displays[i] = m_displays[i].state();
    out.protocolVersion = m_protocolVersion;
    out.fifoEnabled = m_fifoEnabled;
    out.tasks = m_tasks.tasks().size();
    out.lastCommand = m_lastCommand;
    out.frameIntervalsMs = m_frameIntervals;
    return out;
}

} // namespace pvg
