// Who watches what the engine does; the recorder of traces. Reads of guest memory inside a command, a resumed packet or a poll come through
// ReadObserver (memory/read_observer.h). Thread: engine, every call; nothing here may wait.
#pragma once

#include "pvg/exec/engine.h"
#include "pvg/fifo/command.h"

namespace pvg {

struct StartedCommand {
    ChannelId channel;
    StampSlot slot; // where its stamp goes
    const FifoCommand& command;
};
struct PresentNote {
    DisplayPort port;
    TaskId task;
    ObjectRef surface;
    uint32_t width = 0, height = 0; // pixels
};

class EngineObserver {
public:
    virtual ~EngineObserver() = default;
    // Before the engine acts on it.
    virtual void onEvent(const EngineEvent&) = 0;
    // Around the execution of one command. Held: it goes on at onResume(), unless its channel is defined or replayed anew before.
    virtual void onCommandBegin(const StartedCommand&) = 0;
    // `leftOut`: pipelines that were late, whose draws and dispatches did not run.
    virtual void onCommandEnd(ChannelId, bool /*isHeld*/, std::span<const ObjectRef> /*leftOut*/) = 0;
    // The held packet runs now; onCommandEnd() follows. Late: its time was up before its shaders were ready.
    virtual void onResume(ChannelId, bool /*isLate*/) = 0;
    virtual void onPresent(const PresentNote&) = 0;
    // The user's hand on a display that exists; before it acts.
    virtual void onControl(const DisplayControl&) = 0;
    virtual void onStamp(StampSlot, uint32_t /*value*/) = 0;
    // Around looks at words that the guest may change at any time without a command: cursors.
    virtual void onPollBegin() = 0;
    virtual void onPollEnd() = 0;
    // Around the landing of finished GPU work in guest pages, which may walk page tables.
    virtual void onCompletionsBegin() = 0;
    virtual void onCompletionsEnd() = 0;
    // The engine is about to sleep, or has gone round once more.
    virtual void onRound() = 0;
};

} // namespace pvg
