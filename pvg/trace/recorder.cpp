#include "pvg/trace/recorder.h"

#include "pvg/base/checked.h"
#include "pvg/fifo/clock.h"

namespace pvg::trace {

namespace {

TimePoint now() { return Clock::now(); }

Event recordOf(const EngineEvent& event) {
    // Both lists are in this order.
    static_assert(int(EngineEvent::Kind::Reset) == int(EventKind::Reset) && int(EngineEvent::Kind::Stop) == int(EventKind::Stop));
    const seam::FifoSetup& fifo = event.fifo;
    return {EventKind(event.kind), event.epoch, fifo.control, fifo.fifoLength, fifo.fifoStart, fifo.fifoBasePage, fifo.protocolVersion};
}

} // namespace

Recorder::Recorder(std::unique_ptr<TraceWriter> writer, seam::RegisterLog* registers, uint64_t maxImageBytes)
    : m_writer(std::move(writer)), m_registers(registers), m_maxImageBytes(maxImageBytes) {
    m_read.runs.resize(1);
    if (m_registers) m_registers->enable(true);
}

Recorder::~Recorder() { (void)close(); }

Status Recorder::close() {
    if (m_registers) m_registers->enable(false);
    drainRegisters();
    m_registers = nullptr;
    return m_writer->close();
}

void Recorder::begin(const SessionInfo& session) { m_writer->append(now(), session); }

void Recorder::mapped(GuestPhys base, uint64_t size, bool isWritable) {
    const std::lock_guard lock(m_mutex);
    if (m_scope != Scope::None) m_changes.push_back({base, size, isWritable, true});
    else apply({base, size, isWritable, true});
}

void Recorder::unmapped(GuestPhys base, uint64_t size) {
    const std::lock_guard lock(m_mutex);
    if (m_scope != Scope::None) m_changes.push_back({base, size, false, false});
    else apply({base, size, false, false});
}

void Recorder::apply(const Region& change) {
    if (change.isMapped) return m_writer->append(now(), Map{change.base, change.size, change.isWritable});
    m_image.forget(change.base, change.size);
    m_writer->append(now(), Unmap{change.base, change.size});
}

void Recorder::declined(const Decline& why, const std::string& sentence) {
    m_writer->append(now(), DeclineNote{std::string(declineName(why.reason)), why.command, sentence});
}

void Recorder::onLibrary(const std::string& hash, std::span<const std::byte> bytes) {
    if (!m_libraries.insert(hash).second) return;
    const BlobId blob = m_writer->blob(bytes);
    m_writer->append(now(), Library{hash, blob});
}

void Recorder::drainRegisters() {
    if (!m_registers) return;
    seam::RegisterAccess access;
    for (uint64_t i = 0; i < seam::RegisterLog::kEntries && m_registers->pop(access); ++i) {
        const TimePoint at{std::chrono::nanoseconds(int64_t(access.timeNs))};
        m_writer->append(at, RegisterAccess{access.offset, access.size, access.isWrite, access.value});
    }
}

void Recorder::onEvent(const EngineEvent& event) {
    drainRegisters();
    m_writer->append(now(), recordOf(event));
}

void Recorder::beginScope(Scope scope) {
    const std::lock_guard lock(m_mutex);
    m_scope = scope;
}

void Recorder::beginCommand() {
    drainRegisters();
    limitImage();
    beginScope(Scope::Command);
    ++m_command;
    m_copies = 0;
}

void Recorder::endScope() {
    const std::lock_guard lock(m_mutex);
    m_scope = Scope::None;
    for (const Region& change : m_changes) apply(change);
    m_changes.clear();
}

// Not by unmapping: the replay would walk page tables again that the recording had cached.
void Recorder::limitImage() {
    if (m_image.bytes() <= m_maxImageBytes) return;
    const std::lock_guard lock(m_mutex);
    m_writer->append(now(), MemoryForgotten{m_image.bytes()});
    m_image.clear();
}

void Recorder::onCommandBegin(const StartedCommand& started) {
    beginCommand();
    const FifoCommand& c = started.command;
    m_writer->append(now(), Command{started.channel, started.slot, c.signal, c.counter, c.id, c.bytes});
}

void Recorder::onCommandEnd(ChannelId channel, bool isHeld, std::span<const ObjectRef> leftOut) {
    m_writer->append(now(), CommandEnd{channel, isHeld, {leftOut.begin(), leftOut.end()}});
    endScope();
}

void Recorder::onResume(ChannelId channel, bool isLate) {
    beginCommand();
    m_writer->append(now(), Resume{channel, isLate});
}

void Recorder::onPresent(const PresentNote& p) { m_writer->append(now(), Present{p.port, p.task, p.surface, p.width, p.height}); }

void Recorder::onStamp(StampSlot slot, uint32_t value) { m_writer->append(now(), Stamp{slot, value}); }

void Recorder::onControl(const DisplayControl& control) {
    using Kind = DisplayControl::Kind;
    Display record;
    record.port = control.port;
    record.change = control.kind == Kind::Plug     ? DisplayChange::Plugged
                    : control.kind == Kind::Unplug ? DisplayChange::Unplugged
                                                   : DisplayChange::Modes;
    for (const DisplayMode& mode : control.modes) record.modes.push_back({mode.width, mode.height, mode.refresh});
    m_writer->append(now(), record);
}

void Recorder::onRead(GuestPhys base, std::span<const std::byte> copy) {
    if (m_scope == Scope::None) return; // a ring's bytes come with its commands
    ++m_copies;
    m_image.update(base, copy, m_command, [&](const MemoryImage::Difference& d) {
        m_read.cause = m_scope == Scope::Poll ? ReadCause::Display : m_scope == Scope::Completions ? ReadCause::Other : ReadCause::Command;
        m_read.blob = m_writer->blob(d.bytes);
        m_read.runs[0] = {d.base, d.bytes.size()};
        m_read.order = d.isReread && m_scope == Scope::Command ? m_copies : 0;
        m_writer->append(now(), m_read);
    });
}

} // namespace pvg::trace
