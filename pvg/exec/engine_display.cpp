// Display commands and the work that displays need between them (device.md 8).
#include <algorithm>

#include "pvg/display/cursor.h"
#include "pvg/display/gamma.h"
#include "pvg/exec/engine_core.h"
#include "pvg/exec/engine_observer.h"

namespace pvg {

namespace {
constexpr size_t kFrameIntervals = 240;
constexpr Duration kUnplugged = std::chrono::milliseconds(300); // by a fault
}

Declined<DisplayPipe*> EngineCore::pipeOf(uint32_t port) {
    if (port >= m_displays.size()) return decline(DeclineReason::BadPort, "port {} of {}", port, m_displays.size());
    DisplayPipe& pipe = m_displays[port];
    pipe.noteActivity(m_now);
    return &pipe;
}

Declined<void> EngineCore::displaySetSharedStatePage(Context& context) {
    auto pipe = pipeOf(context.in.u32());
    if (!pipe) return pipe.failure();
    touch(true);
    return (*pipe)->setSharedPage(context.in.u32(), m_now);
}

Declined<void> EngineCore::displayAck(Context& context) {
    auto pipe = pipeOf(context.in.u32());
    if (!pipe) return pipe.failure();
    (*pipe)->acknowledge(context.in.u32(), m_now);
    touch(true);
    return {};
}

Declined<void> EngineCore::displayCursorGlyph(Context& context) {
    auto pipe = pipeOf(context.in.u32());
    if (!pipe) return pipe.failure();
    TaskId id{context.in.u32()};
    CursorGlyphCommand command;
    command.pixels = GuestVirt{context.in.u64()};
    command.mappedLength = context.in.u64();
    command.stride = context.in.u64();
    command.width = context.in.u16();
    command.height = context.in.u16();
    command.hotX = context.in.u16();
    command.hotY = context.in.u16();
    command.sum = context.in.u32();
    auto task = taskOf(id);
    if (!task) return task.failure();
    auto glyph = copyCursorGlyph((*task)->space, command);
    if (!glyph) return glyph.failure();
    (*pipe)->setCursorGlyph(std::move(*glyph));
    touch(true);
    return {};
}

Declined<void> EngineCore::displayCursorShow(Context& context) {
    auto pipe = pipeOf(context.in.u32());
    if (!pipe) return pipe.failure();
    (*pipe)->showCursor(context.in.u8() != 0);
    touch(true);
    return {};
}

Declined<void> EngineCore::displayTransaction2(Context& context) {
    uint32_t port = context.in.u32();
    ObjectRef surface{context.in.u32()};
    TaskId task{context.in.u32()};
    return present(context, {DisplayPort{port}, task, surface});
}

// Task and surface stand the other way round than in 0x06.
Declined<void> EngineCore::displayTransaction3(Context& context) {
    uint32_t port = context.in.u32();
    TaskId task{context.in.u32()};
    ObjectRef surface{context.in.u32()};
    auto pipe = pipeOf(port);
    if (!pipe) return pipe.failure();
    auto gamma = updateGamma(**pipe, task, context.in);
    if (!gamma) note(gamma.error(), "DisplayTransaction3"); // the frame is shown all the same
    return present(context, {DisplayPort{port}, task, surface});
}

Declined<void> EngineCore::updateGamma(DisplayPipe& pipe, TaskId task, ByteReader& in) {
    GammaCommand command;
    command.table = GuestVirt{in.u64()};
    command.mappedLength = in.u64();
    command.entries = in.u32();
    command.sum = in.u32();
    if (!command.table) return {}; // unchanged
    if (!m_options.gamma) return decline(DeclineReason::NotImplemented, "gamma tables are switched off");
    auto owner = taskOf(task);
    if (!owner) return owner.failure();
    auto table = readGamma((*owner)->space, command);
    if (!table) return table.failure();
    pipe.setGamma(*table);
    return {};
}

// Of the arm guest, whose mappings have no layout that is known (device.md 8.5): the transaction ends, nothing is shown.
Declined<void> EngineCore::displaySwapMapping(Context& context) {
    uint32_t port = context.in.u32();
    TaskId task{context.in.u32()};
    uint64_t mapping = context.in.u64();
    auto pipe = pipeOf(port);
    if (!pipe) return pipe.failure();
    context.outcome.presented = DisplayPort{port};
    auto gamma = updateGamma(**pipe, task, context.in);
    if (!gamma) note(gamma.error(), "DisplaySwapMapping");
    return decline(DeclineReason::NotImplemented, "mapping {:#x} of task {} on port {}", mapping, task.value, port);
}

Declined<void> EngineCore::displaySleepState(Context& context) {
    auto pipe = pipeOf(context.in.u32());
    if (!pipe) return pipe.failure();
    (*pipe)->setAsleep(context.in.u32() != 0);
    touch(true);
    return {};
}

// No key is known to change what is on the screen.
Declined<void> EngineCore::displaySetProperties(Context& context) {
    auto pipe = pipeOf(context.in.u32());
    return pipe ? Declined<void>{} : pipe.failure();
}

// The back end copies the surface in GPU order before it returns, so the guest may re-use it at once: the stamp waits for nothing.
Declined<void> EngineCore::present(Context& context, const Present& what) {
    auto pipe = pipeOf(what.port.value);
    if (!pipe) return pipe.failure();
    uint32_t width = 0;
    uint32_t height = 0;
    context.outcome.presented = what.port; // the transaction is over, shown or not
    auto possible = (*pipe)->checkPresent();
    if (!possible) return possible;
    auto shown = m_executor.present(what.task, what.surface, what.port, width, height);
    if (!shown) return shown;
    (*pipe)->presented(width, height, m_now);
    if (m_options.observer) m_options.observer->onPresent({what.port, what.task, what.surface, width, height});
    noteFrame(what.port);
    return {};
}

void EngineCore::noteFrame(DisplayPort port) {
    m_counters.add(Counter::FramesPresented);
    m_page.framesPresented.fetch_add(1, std::memory_order_relaxed);
    touch(true);
    ++m_frames;
    m_finishing = m_options.stopAfterFrames != 0 && m_frames >= m_options.stopAfterFrames;
    raiseFaults();
    if (port.value != 0) return;
    const Time now = m_options.presentClock ? m_options.presentClock() : m_now;
    if (m_lastFrame) {
        if (m_frameIntervals.size() == kFrameIntervals) m_frameIntervals.erase(m_frameIntervals.begin());
        m_frameIntervals.push_back(std::chrono::duration<float, std::milli>(now - *m_lastFrame).count());
    }
    m_lastFrame = now;
}

void EngineCore::control(const DisplayControl& control, Time now) {
    if (control.port.value >= m_displays.size()) return;
    if (m_options.observer) m_options.observer->onControl(control);
    DisplayPipe& pipe = m_displays[control.port.value];
    switch (control.kind) {
    case DisplayControl::Kind::Unplug: pipe.unplug(now); break;
    case DisplayControl::Kind::Plug: pipe.plug(now); break;
    case DisplayControl::Kind::SetModes:
        if (!control.modes.empty()) pipe.setModes(control.modes, now);
        break;
    }
    touch(true);
}

void EngineCore::raiseFaults() {
    for (const DisplayFault& fault : m_options.faults) {
        if (fault.atFrame != m_frames) continue;
        if (fault.kind == DisplayFault::Kind::HotPlug) {
            control({DisplayControl::Kind::Unplug, DisplayPort{0}}, m_now);
            m_replugAt = m_now + kUnplugged;
        } else {
            std::rotate(m_options.modes.begin(), m_options.modes.begin() + 1, m_options.modes.end());
            control({DisplayControl::Kind::SetModes, DisplayPort{0}, m_options.modes}, m_now);
        }
    }
}

void EngineCore::serveFaults() {
    if (!m_replugAt || m_now < *m_replugAt) return;
    m_replugAt.reset();
    control({DisplayControl::Kind::Plug, DisplayPort{0}}, m_now);
}

void EngineCore::serveDisplays() {
    serveFaults();
    const uint32_t doorbells = m_page.displayDoorbells.exchange(0, std::memory_order_acq_rel);
    if (m_options.observer) m_options.observer->onPollBegin();
    for (size_t i = 0; i < m_displays.size(); ++i) {
        if (doorbells >> i & 1) m_displays[i].noteActivity(m_now);
        // Rung or not: a doorbell may be lost.
        if (m_displays[i].readCursorWords()) touch(true);
    }
    if (m_options.observer) m_options.observer->onPollEnd();
    if (!m_clock.isRunning()) m_nextTick = m_clock.tick(m_now).next;
}

} // namespace pvg
