// What the engine does, without its thread: events, rings, barriers, commands, stamps, displays, one step at a time. Engine (engine.h) drives
// it from a loop; tests and fuzzers drive it by hand. Thread: engine, every call.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "pvg/base/byte_reader.h"
#include "pvg/display/display_clock.h"
#include "pvg/display/display_pipe.h"
#include "pvg/exec/engine.h"
#include "pvg/exec/executor.h"
#include "pvg/fifo/channel.h"
#include "pvg/fifo/publisher.h"
#include "pvg/fifo/stamp_queue.h"

namespace pvg {

class EngineCore {
public:
    EngineCore(const EngineOptions& options, seam::Page& page, int interruptFd, GuestMemory& memory, Backend& backend, Counters& counters);
    ~EngineCore();
    EngineCore(const EngineCore&) = delete;
    EngineCore& operator=(const EngineCore&) = delete;

    // Every event ends the device instance before it (decisions.md 5). Stop is the caller's.
    void handle(const EngineEvent& event);
    void control(const DisplayControl& control, Time now);
    // Not started: step() ticks it.
    DisplayClock& displayClock() { return m_clock; }
    // One bounded round over everything. True: something moved, step again before waiting.
    bool step(Time now);
    // When step() has to run again without any wake-up; nullopt: never.
    std::optional<Time> nextWake(Time now) const;
    // The oldest completion a stamp waits for; 0 = none.
    CompletionToken oldestToken() const;
    // stopAfterFrames presents are out, their stamps and interrupts too; or the GPU is lost, and no stamp waits for it.
    bool isFinished() const { return m_finished; }

    // Raised by everything a snapshot shows; `urgent` for what the window must show at once.
    struct Changes {
        uint64_t any = 0, urgent = 0;
        bool operator==(const Changes&) const = default;
    };
    const Changes& changes() const { return m_changes; }
    EngineSnapshot snapshot() const;

    // Waits until `token` is complete or the time is over; what is complete lands.
    void awaitGpu(CompletionToken token, uint64_t nanoseconds);

    // For replays (pvg/trace), instead of step(): the driver says what runs when; rings, barriers and doorbells play no part. Before
    // handle() it closes the old epoch at the gate as the seam thread does, and stores the new one on the page.
    struct ReplayedCommand {
        ChannelId channel;
        bool isHeld = false; // it stays held until replayResume(), ready or not
        std::span<const std::byte> bytes; // header, barriers, payload
        std::span<const ObjectRef> leftOut; // pipelines that were late
    };
    // What is held on the channel is dropped first. BadRing: the bytes are no command; nothing was run.
    Declined<void> replayCommand(const ReplayedCommand& replayed);
    // False: its shaders are not ready, other than those of `leftOut`. `late`: a query is answered all the same. True also when nothing is
    // held.
    bool replayResume(ChannelId channel, bool late, std::span<const ObjectRef> leftOut);
    // Completions, stamps and displays.
    void replayServe(Time now);

    // A doorbell may be lost in a race with the ring running dry (device.md 5.2): looked for while something moved lately, and now and then.
    static constexpr Duration kRescuePoll = std::chrono::milliseconds(4), kQuietRescuePoll = std::chrono::milliseconds(50);
    static constexpr Duration kQuietAfter = std::chrono::milliseconds(250);
    static constexpr Duration kHeldPoll = std::chrono::milliseconds(1);
    static constexpr Duration kMaxHold = std::chrono::milliseconds(1500); // decisions.md 31b
    static constexpr size_t kChannels = 32;

private:
    // What a started command's stamp waits for.
    struct Outcome {
        CompletionToken token = 0;
        std::optional<DisplayPort> presented;
    };
    // The part of a command that has to wait for shaders.
    struct Pending {
        std::function<bool()> isReady;
        std::function<CompletionToken(bool late)> finish; // late: not ready, and there is no more time
        std::shared_ptr<Executor::Work> packet;           // none: a query
    };
    // A command that cannot be finished yet; the channel's head until then.
    struct Held {
        const char* command = "";
        uint32_t signal = 0;
        Time deadline{};
        Pending pending;
    };
    struct ChannelState {
        Channel channel;
        StampQueue stamps;
        std::optional<Held> held;
    };
    struct Context {
        ChannelState& channel;
        const FifoCommand& command;
        ByteReader in; // over the payload, whose minimal length is checked
        Outcome outcome;
        std::optional<Pending> hold; // set: the command is held
        bool mustHold = false;       // even when it is ready: a replay
        std::span<const ObjectRef> leftOut; // a replay's
    };
    using Handler = Declined<void> (EngineCore::*)(Context&);
    struct CommandRow {
        Handler handler = nullptr;
        const char* name = "";
        uint32_t minimalPayload = 0;
        size_t counter = 0;
    };

    // engine_core.cpp
    void registerCommands();
    void dropEverything();
    Declined<void> openRootFifo(const seam::FifoSetup& setup);
    bool isCurrent() const { return m_page.epoch.load(std::memory_order_acquire) == m_publisher.epoch().value; }
    void note(const Decline& decline, const char* command);
    void touch(bool urgent);
    void takeCompletions();
    bool hasLostGpu();

    // engine_drain.cpp
    bool drainAll();
    bool drainChannel(ChannelState& state);
    bool retryHeld(ChannelState& state);
    void cancelHeld(ChannelState& state);
    void replayChannels();
    bool areBarriersMet(const FifoCommand& command) const;
    void start(ChannelState& state);
    struct Replay {
        bool mustHold = false;
        std::span<const ObjectRef> leftOut;
    };
    void run(ChannelState& state, const FifoCommand& command, const Replay& replay = {false, {}});
    CompletionToken finish(Pending& pending, bool late);
    void finishOrHold(Context& context, Pending pending);
    bool finishHeld(ChannelState& state, bool isReady, bool late);
    bool wasStarted(const ChannelState& state, const FifoCommand& command) const;
    bool publishReady();
    bool publishReady(ChannelState& state);
    void publishConsumed(const Channel& channel);

    // engine_control.cpp: channels, tasks, mappings, queries.
    Declined<void> accept(Context&) { return {}; }
    Declined<void> debug(Context& context);
    Declined<void> deprecated(Context&) { return decline(DeclineReason::DeprecatedCommand); }
    Declined<void> notExecuted(Context& context);
    Declined<void> defineChildFifo(Context& context);
    Declined<void> deleteChildFifo(Context& context);
    Declined<void> defineTask(Context& context);
    Declined<void> deleteTask(Context& context);
    Declined<void> setObjectList(Context& context);
    Declined<void> mappingChanged(Context& context);
    Declined<void> getDeviceInfo(Context& context);
    Declined<void> getDeviceInfoOld(Context& context);
    Declined<void> replyDeviceInfo(uint32_t keyLimit, uint32_t pairs, uint32_t pageNumber);
    Declined<void> heapTextureSizeAndAlign(Context& context);
    Declined<Task*> taskOf(TaskId id);

    // engine_work.cpp: packets, coherency, object lifetime.
    Declined<void> execIndirect(Context& context);
    Declined<void> invalidateResources(Context& context);
    Declined<void> synchronizeResources(Context& context);
    Declined<void> discardResources(Context& context);
    Declined<void> deleteResource(Context& context);
    Declined<void> deleteObject(Context& context);
    Declined<void> deleteSurface(Context& context);
    Declined<void> replacePhysical(Context& context);
    Declined<void> getComputeInfo(Context& context);
    void replyComputeInfo(TaskId task, std::span<const std::byte> query, const Declined<ComputePipelineUsage>& usage);

    // engine_display.cpp
    struct Present {
        DisplayPort port;
        TaskId task;
        ObjectRef surface;
    };
    Declined<void> displaySetSharedStatePage(Context& context);
    Declined<void> displayAck(Context& context);
    Declined<void> displayCursorGlyph(Context& context);
    Declined<void> displayCursorShow(Context& context);
    Declined<void> displayTransaction2(Context& context);
    Declined<void> displayTransaction3(Context& context);
    Declined<void> displaySwapMapping(Context& context);
    Declined<void> displaySleepState(Context& context);
    Declined<void> displaySetProperties(Context& context);
    Declined<void> present(Context& context, const Present& what);
    Declined<void> updateGamma(DisplayPipe& pipe, TaskId task, ByteReader& in);
    Declined<DisplayPipe*> pipeOf(uint32_t port);
    void serveDisplays();
    void noteFrame(DisplayPort port);
    void raiseFaults();
    void serveFaults();

    EngineOptions m_options;
    seam::Page& m_page;
    GuestMemory& m_memory;
    Backend& m_backend;
    Counters& m_counters;
    Publisher m_publisher;
    TaskTable m_tasks;
    Executor m_executor;
    std::vector<ChannelState> m_channels;
    DisplayClock m_clock;
    std::vector<DisplayPipe> m_displays;
    std::array<CommandRow, 256> m_rows{}; // by id; ids above have no row
    size_t m_unknownCounter = 0;

    Time m_now{};
    CompletionToken m_completed = 0;
    uint32_t m_protocolVersion = 0;
    bool m_fifoEnabled = false;
    bool m_hasIncomplete = false; // a ring holds half a command: look again soon
    bool m_finishing = false, m_finished = false;
    uint64_t m_frames = 0;
    Time m_lastMove{};
    std::optional<Time> m_nextTick; // of a clock that is not started
    std::optional<Time> m_replugAt; // DisplayFault::HotPlug
    std::optional<Time> m_lastFrame;
    std::vector<float> m_frameIntervals;
    const char* m_lastCommand = "";
    std::vector<ObjectRef> m_leftOut; // by the packet that ran last
    Changes m_changes;
};

} // namespace pvg
