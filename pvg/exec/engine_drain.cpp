// Rings to commands to stamps (device.md 5.4 to 5.6).
#include <algorithm>
#include <atomic>

#include "pvg/exec/engine_core.h"
#include "pvg/exec/engine_observer.h"
#include "pvg/fifo/command_table.h"

namespace pvg {

namespace {
constexpr int kCommandsPerSlice = 16; // of one channel before its siblings get a turn
constexpr int kRoundsPerStep = 8;     // before events and displays get one
} // namespace

// Root first, then the children by number; again while stamps advance, for the sake of barriers.
bool EngineCore::drainAll() {
    bool moved = false;
    m_hasIncomplete = false;
    for (int round = 0; round < kRoundsPerStep; ++round) {
        bool movedNow = false;
        for (ChannelState& state : m_channels) movedNow |= retryHeld(state) || drainChannel(state);
        if (!movedNow) break;
        moved = true;
    }
    return moved;
}

bool EngineCore::drainChannel(ChannelState& state) {
    Channel& channel = state.channel;
    if (channel.isAwaitingRootPage()) {
        uint32_t rootPage = m_page.rootPage.load(std::memory_order_acquire);
        if (rootPage == 0) return false;
        auto defined = channel.defineChild(m_memory, rootPage);
        if (!defined) note(defined.error(), findFifoCommand(0x30)->name);
    }
    bool moved = false;
    for (int i = 0; i < kCommandsPerSlice; ++i) {
        if (!channel.isRunning() || state.held || state.stamps.isFull() || m_finishing || !isCurrent()) break;
        if (m_backend.loss() != GpuLoss::None) break; // what has not begun is the next renderer's
        auto head = channel.fetch(m_memory, m_page, m_now);
        if (!head) {
            note(head.error(), "ring");
            channel.stop();
            break;
        }
        m_hasIncomplete |= *head == Channel::Head::Incomplete;
        if (*head != Channel::Head::Ready || !areBarriersMet(channel.head())) break;
        start(state);
        moved = true;
    }
    return moved;
}

// An undecidable barrier counts as met (decisions.md 9); it is reported when the command starts.
bool EngineCore::areBarriersMet(const FifoCommand& command) const {
    if (command.barrierCount > kMaxBarriers) return true; // refused when it starts
    for (uint32_t i = 0; i < command.barrierCount; ++i) {
        Barrier barrier = command.barrier(i);
        auto stamp = m_publisher.stamp(barrier.slot);
        if (stamp && int32_t(*stamp - barrier.value) < 0) return false;
    }
    return true;
}

// Whether a replay has brought back a packet that is already out or under way (decisions.md 31b).
bool EngineCore::wasStarted(const ChannelState& state, const FifoCommand& command) const {
    if (!state.channel.wasConsumedBefore(command.counter)) return false;
    auto stamp = m_publisher.stamp(state.channel.slot());
    return state.stamps.contains(command.signal) || (stamp && int32_t(command.signal - *stamp) <= 0);
}

void EngineCore::start(ChannelState& state) {
    bool isRepeated = wasStarted(state, state.channel.head());
    StampSlot slot = state.channel.slot();
    FifoCommand command = state.channel.consume();
    publishConsumed(state.channel);
    EngineObserver* observer = isRepeated ? nullptr : m_options.observer;
    if (observer) observer->onCommandBegin({state.channel.id(), slot, command});
    if (isRepeated) state.stamps.push({slot, command.signal, 0, std::nullopt});
    else run(state, command);
    if (observer) observer->onCommandEnd(state.channel.id(), state.held.has_value(), m_leftOut);
    publishReady(state);
}

void EngineCore::publishConsumed(const Channel& channel) {
    if (auto address = channel.readCounterAddress()) m_publisher.publishRead(*address, channel.read());
    else m_publisher.publishRootRead(channel.read());
    // The guest rings only when it sees the ring empty: the next look at `written` must not be older than this store (device.md 5.2).
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

void EngineCore::run(ChannelState& state, const FifoCommand& command, const Replay& replay) {
    static const CommandRow kUnknown{nullptr, kUnknownCommandName, 0, 0};
    bool isKnown = command.id < m_rows.size() && m_rows[command.id].handler;
    const CommandRow& row = isKnown ? m_rows[command.id] : kUnknown;
    m_counters.countCommand(isKnown ? row.counter : m_unknownCounter);
    m_lastCommand = row.name;
    m_leftOut.clear();
    touch(false);

    StampSlot slot = state.channel.slot(); // 0x30 and 0x31 may change it
    auto refuse = [&](const Decline& why) { note(why, row.name); };
    Context context{state, command, ByteReader({}), {}, {}, replay.mustHold, replay.leftOut};
    if (command.barrierCount > kMaxBarriers) {
        refuse(decline(DeclineReason::BadBarrier, "{} barriers, at most {}", command.barrierCount, kMaxBarriers));
    } else if (!isKnown) {
        refuse(decline(DeclineReason::UnknownCommand, "id {:#x} of {} bytes on channel {}", command.id, command.length(), state.channel.id().value));
    } else if (command.payload().size() < row.minimalPayload) {
        refuse(decline(DeclineReason::BadLength, "payload of {} bytes, needs {}", command.payload().size(), row.minimalPayload));
    } else {
        for (uint32_t i = 0; i < command.barrierCount; ++i)
            if (!m_publisher.stamp(command.barrier(i).slot))
                refuse(decline(DeclineReason::BadBarrier, "barrier on stamp slot {}", command.barrier(i).slot.value));
        context.in = ByteReader(command.payload());
        auto done = (this->*row.handler)(context);
        if (!done) refuse(done.error());
    }
    if (context.hold) {
        state.held = Held{row.name, command.signal, m_now + kMaxHold, std::move(*context.hold)};
        m_counters.add(Counter::PacketsHeld);
    } else {
        state.stamps.push({slot, command.signal, context.outcome.token, context.outcome.presented});
    }
}

void EngineCore::finishOrHold(Context& context, Pending pending) {
    if (pending.packet) Executor::leaveOut(*pending.packet, context.leftOut);
    bool isReady = pending.isReady();
    if (isReady && !context.mustHold) context.outcome.token = finish(pending, false);
    else context.hold = std::move(pending);
}

CompletionToken EngineCore::finish(Pending& pending, bool late) {
    CompletionToken token = pending.finish(late);
    m_leftOut.clear();
    if (!pending.packet) return token;
    auto leftOut = Executor::leftOut(*pending.packet);
    m_leftOut.assign(leftOut.begin(), leftOut.end());
    return token;
}

bool EngineCore::retryHeld(ChannelState& state) {
    if (!state.held) return false;
    return finishHeld(state, state.held->pending.isReady(), m_now >= state.held->deadline);
}

// `late`: its time is up.
bool EngineCore::finishHeld(ChannelState& state, bool isReady, bool late) {
    if (!isReady && !late) return false;
    ChannelId channel = state.channel.id();
    if (m_options.observer) m_options.observer->onResume(channel, !isReady);
    CompletionToken token = finish(state.held->pending, !isReady);
    if (m_options.observer) m_options.observer->onCommandEnd(channel, false, m_leftOut);
    state.stamps.push({state.channel.slot(), state.held->signal, token, std::nullopt});
    state.held.reset();
    publishReady(state);
    return true;
}

// A held packet that will never run: its stamp goes out in order, and it is counted.
void EngineCore::cancelHeld(ChannelState& state) {
    if (!state.held) return;
    state.stamps.push({state.channel.slot(), state.held->signal, 0, std::nullopt});
    m_counters.add(Counter::LostPackets);
    state.held.reset();
    publishReady(state);
}

void EngineCore::replayChannels() {
    uint32_t bits = m_page.replayDoorbells.exchange(0, std::memory_order_acq_rel);
    m_page.doorbells.exchange(0, std::memory_order_acq_rel); // every defined ring is looked at in any case
    for (uint32_t i = 0; bits != 0; ++i, bits >>= 1) {
        if (!(bits & 1)) continue;
        ChannelState& state = m_channels[i];
        uint32_t before = state.channel.read();
        auto replayed = state.channel.replay(m_memory, m_page.rootPage.load(std::memory_order_acquire));
        if (!replayed) {
            note(replayed.error(), "channel replay");
            continue;
        }
        m_counters.add(Counter::ChannelRestarts);
        // Moved back: the held packet comes out of the ring again. Else it is gone.
        if (state.channel.read() != before) state.held.reset();
        else cancelHeld(state);
    }
}

bool EngineCore::publishReady() {
    bool moved = false;
    for (ChannelState& state : m_channels) moved |= publishReady(state);
    return moved;
}

bool EngineCore::publishReady(ChannelState& state) {
    bool moved = false;
    while (auto stamp = state.stamps.popReady(m_completed)) {
        m_publisher.publishStamp(stamp->slot, stamp->signal);
        if (m_options.observer) m_options.observer->onStamp(stamp->slot, stamp->signal);
        if (stamp->presented) m_displays[stamp->presented->value].transactionComplete();
        moved = true;
    }
    return moved;
}

} // namespace pvg
