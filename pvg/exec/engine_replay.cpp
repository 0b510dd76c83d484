// What a replay drives instead of step(): one command at a time, where and when the recording has it.
#include "pvg/exec/engine_core.h"

namespace pvg {

namespace {

constexpr uint64_t kWaitNanoseconds = 10'000'000'000;

// The same rule as for a command in a ring (Channel::copyHead).
Declined<FifoCommand> parseCommand(std::span<const std::byte> bytes) {
    if (bytes.size() < kCommandHeaderSize) return decline(DeclineReason::BadRing, "command of {} bytes", bytes.size());
    FifoCommand command;
    command.id = loadAt<uint16_t>(bytes, 0);
    command.barrierCount = loadAt<uint16_t>(bytes, 2);
    auto length = loadAt<uint32_t>(bytes, 4);
    command.signal = loadAt<uint32_t>(bytes, 8);
    uint64_t needed = kCommandHeaderSize + kBarrierSize * uint64_t{command.barrierCount};
    if (length != bytes.size() || length < needed || length % 4 != 0 || length > kMaxCommandLength)
        return decline(DeclineReason::BadRing, "command {:#x} of {} bytes with {} barriers", command.id, length, command.barrierCount);
    command.bytes.assign(bytes.begin(), bytes.end());
    return command;
}

} // namespace

Declined<void> EngineCore::replayCommand(const ReplayedCommand& replayed) {
    if (replayed.channel.value >= m_channels.size()) return decline(DeclineReason::BadChannel, "channel {}", replayed.channel.value);
    auto command = parseCommand(replayed.bytes);
    if (!command) return command.failure();
    ChannelState& state = m_channels[replayed.channel.value];
    state.held.reset();
    // Bounds the work under way, as a full queue does in front of a ring.
    if (state.stamps.isFull()) {
        awaitGpu(state.stamps.frontToken(), kWaitNanoseconds);
        takeCompletions();
        if (!publishReady(state)) state.stamps.clear();
    }
    run(state, *command, {replayed.isHeld, replayed.leftOut});
    publishReady(state);
    return {};
}

bool EngineCore::replayResume(ChannelId channel, bool late, std::span<const ObjectRef> leftOut) {
    if (channel.value >= m_channels.size() || !m_channels[channel.value].held) return true;
    ChannelState& state = m_channels[channel.value];
    Pending& pending = state.held->pending;
    if (pending.packet) Executor::leaveOut(*pending.packet, leftOut);
    return finishHeld(state, pending.isReady(), late && !pending.packet);
}

void EngineCore::replayServe(Time now) {
    m_now = now;
    if (oldestToken() != 0) takeCompletions();
    if (hasLostGpu()) return;
    publishReady();
    serveDisplays();
    if (m_finishing && oldestToken() == 0) m_finished = true;
}

} // namespace pvg
