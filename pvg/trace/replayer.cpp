#include "pvg/trace/replayer.h"

#include <algorithm>

#include "pvg/base/checked.h"
#include "pvg/base/fd_socket.h"
#include "pvg/base/log.h"

namespace pvg::trace {

namespace {

constexpr uint64_t kCommandsPerDrop = 1024; // how often written guest pages, which nobody reads, are given back
constexpr uint32_t kMaxExtent = 16384;
constexpr uint64_t kWaitNanoseconds = 10'000'000'000;

bool isSensible(const Mode& mode) {
    return mode.width >= 1 && mode.width <= kMaxExtent && mode.height >= 1 && mode.height <= kMaxExtent && mode.refresh >= 1 && mode.refresh <= 1000;
}

std::vector<DisplayMode> sensibleModes(const std::vector<Mode>& modes) {
    constexpr size_t kMax = 64;
    std::vector<DisplayMode> out;
    for (const Mode& mode : modes)
        if (isSensible(mode) && out.size() < kMax) out.push_back({mode.width, mode.height, mode.refresh});
    return out;
}

UniqueFd makeUnheardInterrupt() {
    auto fd = makeEventFd();
    return fd ? std::move(*fd) : UniqueFd();
}

} // namespace

EngineOptions recordedOptions(TraceReader& reader, EngineOptions fallback) {
    while (const auto view = reader.next()) {
        const auto session = decode<SessionInfo>(*view);
        if (!session) continue;
        fallback.displays = std::clamp(session->displays, 1U, seam::kMaxPorts);
        fallback.gamma = session->hasGamma;
        auto modes = sensibleModes(session->modes);
        if (!modes.empty()) fallback.modes = std::move(modes);
        break;
    }
    reader.rewind();
    return fallback;
}

Replayer::Replayer(TraceReader& reader, const EngineOptions& options, Backend& backend, Counters& counters)
    : m_reader(reader), m_interrupt(makeUnheardInterrupt()), m_core(options, m_page, m_interrupt.get(), m_memory, backend, counters) {
    m_memory.setReadObserver(this);
}

Replayer::~Replayer() = default;

std::optional<uint64_t> Replayer::next() {
    m_action.reset();
    while (const auto view = m_reader.next())
        if (take(*view)) return m_action->timeNs;
    // What the cut has left of a command is not run: not all it read is there.
    m_action.reset();
    return std::nullopt;
}

bool Replayer::take(const RecordView& view) {
    bool isComplete = false;
    const Visit result = visit(view, [&](const auto& record) { isComplete = on(view, record); });
    m_figures.badRecords += result == Visit::Malformed;
    return isComplete;
}

bool Replayer::on(const RecordView&, const SegmentStart&) {
    m_action.reset();
    ++m_figures.segments;
    forget({}, ~uint64_t{0});
    m_memory.unmapAll();
    m_core.handle({EngineEvent::Kind::Reset, Epoch{m_page.epoch}, {}});
    return false;
}

bool Replayer::on(const RecordView& view, const Event& r) {
    m_action.emplace();
    m_action->timeNs = view.timeNs;
    m_action->event = {EngineEvent::Kind(r.kind), r.epoch, {r.control, r.fifoLength, r.fifoStart, r.fifoBasePage, r.protocolVersion}};
    return true;
}

bool Replayer::on(const RecordView&, const Map& r) {
    const bool isWithinCaps = m_memory.regionCount() < kMaxRegions && fits(m_memory.mappedBytes(), r.size, kMaxMappedBytes);
    const Status mapped = isWithinCaps ? m_memory.mapPrivate(r.base, r.size, r.isWritable) : Error{Code::OutOfRange, ""};
    if (mapped) forget(r.base, r.size);
    m_figures.badRecords += !mapped;
    return false;
}

bool Replayer::on(const RecordView& view, const Unmap& r) {
    if (m_action) return false; // a recorder writes it between commands
    m_action.emplace();
    m_action->kind = Action::Kind::Unmap;
    m_action->timeNs = view.timeNs;
    m_action->unmapped = r;
    return true;
}

bool Replayer::on(const RecordView& view, const MemoryForgotten&) {
    if (m_action) return false; // a recorder writes it between commands
    m_action.emplace();
    m_action->kind = Action::Kind::Forget;
    m_action->timeNs = view.timeNs;
    return true;
}

bool Replayer::on(const RecordView& view, const Command& r) {
    m_action.emplace();
    m_action->kind = Action::Kind::Command;
    m_action->timeNs = view.timeNs;
    m_action->channel = r.channel;
    m_action->bytes.assign(r.bytes.begin(), r.bytes.end());
    return false;
}

bool Replayer::on(const RecordView& view, const Resume& r) {
    m_action.emplace();
    m_action->kind = Action::Kind::Resume;
    m_action->timeNs = view.timeNs;
    m_action->channel = r.channel;
    m_action->isLate = r.isLate;
    return false;
}

bool Replayer::on(const RecordView& view, const Display& r) {
    DisplayControl control;
    control.kind = r.change == DisplayChange::Plugged     ? DisplayControl::Kind::Plug
                   : r.change == DisplayChange::Unplugged ? DisplayControl::Kind::Unplug
                                                          : DisplayControl::Kind::SetModes;
    control.port = r.port;
    control.modes = sensibleModes(r.modes);
    const bool isInside = m_action.has_value();
    if (!isInside) {
        m_action.emplace();
        m_action->kind = Action::Kind::Poll;
        m_action->timeNs = view.timeNs;
    }
    m_action->controls.push_back(std::move(control));
    return !isInside;
}

bool Replayer::on(const RecordView&, const CommandEnd& r) {
    if (!m_action) return false;
    m_action->isHeld = r.isHeld;
    m_action->leftOut = r.leftOut;
    return true;
}

bool Replayer::on(const RecordView& view, const Read& r) {
    auto bytes = m_reader.blob(view.segment, r.blob, kMaxRead);
    if (!bytes) {
        ++m_figures.badRecords;
        return false;
    }
    std::span<const std::byte> left(*bytes);
    for (const Run& run : r.runs) {
        if (run.length > left.size()) {
            ++m_figures.badRecords;
            break;
        }
        const auto piece = left.first(run.length);
        left = left.subspan(run.length);
        if (r.order == 0 || !m_action) {
            place(run.base, piece);
        } else if (fits(m_action->orderedBytes, piece.size(), kMaxOrderedBytes)) {
            m_action->orderedBytes += piece.size();
            m_action->ordered.push_back({r.order, m_action->ordered.size(), run.base, {piece.begin(), piece.end()}});
        }
    }
    if (m_action || r.cause != ReadCause::Display) return false;
    m_action.emplace();
    m_action->kind = Action::Kind::Poll;
    m_action->timeNs = view.timeNs;
    return true;
}

void Replayer::place(GuestPhys base, std::span<const std::byte> bytes) {
    m_spans.clear();
    if (bytes.empty() || m_knownPages.size() >= kMaxKnownPages || !m_memory.spans(base, bytes.size(), false, m_spans)) {
        m_figures.badRecords += !bytes.empty();
        return;
    }
    scatterBytes(m_spans, 0, bytes);
    for (uint64_t page = base.value >> kPageShift; page <= (base.value + bytes.size() - 1) >> kPageShift; ++page) m_knownPages.insert(page);
}

void Replayer::forget(GuestPhys base, uint64_t size) {
    const auto end = checkedAdd(base.value, size);
    m_knownPages.erase(m_knownPages.lower_bound(base.value >> kPageShift),
                       end ? m_knownPages.lower_bound(*end >> kPageShift) : m_knownPages.end());
}

bool Replayer::run(Time now) {
    if (!m_action) return true;
    m_core.replayServe(now);
    bool isDone = true;
    if (m_action->kind == Action::Kind::Event) runEvent();
    else if (m_action->kind == Action::Kind::Forget) runForget(now);
    else if (m_action->kind == Action::Kind::Unmap) runUnmap(now);
    else if (m_action->kind != Action::Kind::Poll) isDone = runCommand();
    m_memory.quiescentPoint();
    if (!isDone) return false;
    for (const DisplayControl& control : m_action->controls) m_core.control(control, now);
    m_action.reset();
    return true; // work lands with the next action: what that read stands in front of it
}

// As the seam thread: the old epoch's gate closes first.
void Replayer::runEvent() {
    const EngineEvent& event = m_action->event;
    m_memory.gate().invalidate(event.epoch);
    m_page.epoch = event.epoch.value;
    m_core.handle(event);
}

void Replayer::landWork(Time now) {
    for (CompletionToken waited = 0, token = m_core.oldestToken(); token != waited; token = m_core.oldestToken()) {
        m_core.awaitGpu(token, kWaitNanoseconds);
        m_core.replayServe(now);
        waited = token; // the same one again: the GPU is stuck
    }
}

// What still lands may walk page tables that are known now and not afterwards.
void Replayer::runForget(Time now) {
    landWork(now);
    m_knownPages.clear();
    m_memory.zeroPrivate();
}

// In the recording the work in front of it had landed, unless the guest took its memory away too early.
void Replayer::runUnmap(Time now) {
    landWork(now);
    forget(m_action->unmapped.base, m_action->unmapped.size);
    m_memory.unmap(m_action->unmapped.base, m_action->unmapped.size);
}

// Waits for shaders however long they take, except for those that were late in the recording.
bool Replayer::runCommand() {
    m_isRunning = true;
    if (!m_action->isStarted) {
        m_action->isStarted = true;
        m_copies = 0;
        m_nextOrdered = 0;
        std::ranges::sort(m_action->ordered, {}, [](const OrderedBytes& b) { return std::pair(b.order, b.sequence); });
        if (++m_figures.commands % kCommandsPerDrop == 0) m_memory.dropPrivateWrites();
        if (m_action->kind == Action::Kind::Command) {
            const auto ran = m_core.replayCommand({m_action->channel, m_action->isHeld, m_action->bytes, m_action->leftOut});
            m_figures.badRecords += !ran;
        }
    }
    const bool staysHeld = m_action->kind == Action::Kind::Command && m_action->isHeld;
    const bool isDone = staysHeld || m_core.replayResume(m_action->channel, m_action->isLate, m_action->leftOut);
    m_isRunning = false;
    return isDone;
}

void Replayer::beforeRead(GuestPhys base, uint64_t size) {
    if (!m_isRunning) return;
    auto& ordered = m_action->ordered;
    for (; m_nextOrdered < ordered.size() && ordered[m_nextOrdered].order <= m_copies + 1; ++m_nextOrdered)
        place(ordered[m_nextOrdered].base, ordered[m_nextOrdered].bytes);
    if (size == 0) return;
    for (uint64_t page = base.value >> kPageShift; page <= (base.value + size - 1) >> kPageShift; ++page)
        m_figures.unknownPages += !m_knownPages.contains(page);
}

void Replayer::onRead(GuestPhys, std::span<const std::byte>) { m_copies += m_isRunning; }

} // namespace pvg::trace
