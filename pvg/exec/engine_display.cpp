// Display commands and the work that displays need between them (device.md 8).
#include <algorithm>

#include "pvg/display/cursor.h"
#include "pvg/display/gamma.h"
#include "pvg/exec/engine_core.h"
#include "pvg/exec/engine_observer.h"

namespace pvg {

namespace {
constexpr size_t kFrameIntervals = 240;
}

Declined<DisplayPipe*> EngineCore::pipeOf(uint32_t port) {
    if (port >= m_displays.size()) return decline(DeclineReason::BadPort, "port {} of {}", port, m_displays.size());
    return &m_displays[port];
}

Declined<void> EngineCore::displaySetSharedStatePage(Context& context) {
    auto pipe = pipeOf(context.in.u32());
    if (!pipe) return pipe.failure();
    touch(true);
    return (*pipe)->setSharedPage(context.in.u32());
}

Declined<void> EngineCore::displayAck(Context& context) {
    auto pipe = pipeOf(context.in.u32());
    if (!pipe) return pipe.failure();
    (*pipe)->acknowledge(m_now);
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
    if (!command.table) return {}; // unchanged
    auto owner = taskOf(task);
    if (!owner) return owner.failure();
    auto table = copyGamma((*owner)->space, command);
    if (!table) return table.failure();
    pipe.setGamma(std::move(*table));
    return {};
}

// The back end copies the surface in GPU order before it returns, so the guest may re-use it at once: the stamp waits for nothing.
Declined<void> EngineCore::present(Context& context, const Present& what) {
    auto pipe = pipeOf(what.port.value);
    if (!pipe) return pipe.failure();
    uint32_t width = 0;
    uint32_t height = 0;
    context.outcome.presented = what.port; // the transaction is over, shown or not
    auto shown = m_executor.present(what.task, what.surface, what.port, width, height);
    if (!shown) return shown;
    (*pipe)->presented(width, height);
    if (m_options.observer) m_options.observer->onPresent({what.port, what.task, what.surface, width, height});
    noteFrame(what.port);
    return {};
}

void EngineCore::noteFrame(DisplayPort port) {
    m_counters.add(Counter::FramesPresented);
    touch(true);
    ++m_frames;
    m_finishing = m_options.stopAfterFrames != 0 && m_frames >= m_options.stopAfterFrames;
    if (port.value != 0) return;
    if (m_lastFrame) {
        if (m_frameIntervals.size() == kFrameIntervals) m_frameIntervals.erase(m_frameIntervals.begin());
        m_frameIntervals.push_back(std::chrono::duration<float, std::milli>(m_now - *m_lastFrame).count());
    }
    m_lastFrame = m_now;
}

void EngineCore::serveDisplays() {
    m_page.displayDoorbells.exchange(0, std::memory_order_acq_rel); // a lost one shows at the next poll, so all pipes are looked at
    if (m_options.observer) m_options.observer->onPollBegin();
    for (DisplayPipe& pipe : m_displays) {
        if (!pipe.hasPage()) continue;
        if (pipe.readCursorWords()) touch(true);
        pipe.tick(m_now);
    }
    if (m_options.observer) m_options.observer->onPollEnd();
}

} // namespace pvg
