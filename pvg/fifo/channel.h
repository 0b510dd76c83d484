// Consumer side of one channel: where its ring is, how far it was read, and the command at its head (device.md 5). Thread: engine.
#pragma once

#include <optional>

#include "pvg/fifo/clock.h"
#include "pvg/fifo/command.h"
#include "pvg/fifo/ring.h"
#include "pvg/seam/page.h"

namespace pvg {

class Channel {
public:
    explicit Channel(ChannelId id) : m_id(id) {}

    ChannelId id() const { return m_id; }
    StampSlot slot() const { return m_slot; }
    bool isDefined() const { return m_state != State::Undefined; }
    bool isRunning() const { return m_state == State::Running; }
    bool isAwaitingRootPage() const { return m_state == State::AwaitingRootPage; }
    // Bytes consumed; the authoritative counter (device.md 11: the record's copy is only ever written).
    uint32_t read() const { return m_read; }
    // Where the guest sees `read`; nullopt for the root, whose counter is a register.
    std::optional<GuestPhys> readCounterAddress() const;

    // `read`: FIFO_READ as the guest sees it, 0 for a fresh FIFO.
    void defineRoot(Ring ring, uint32_t read);
    // 0x30: (re)reads the record and the page list. Page 0 = not announced yet: retried by the caller once it is.
    Declined<void> defineChild(const GuestMemory& memory, uint32_t rootPage);
    void undefine();
    // A broken ring: nothing is consumed until the channel is defined or replayed again.
    void stop() { m_state = State::Stopped; }
    // 0x1024, 0x1028 (decisions.md 31b). The head not consumed yet is forgotten.
    Declined<void> replay(const GuestMemory& memory, uint32_t rootPage);

    enum class Head { Empty, Incomplete, Ready };
    // Looks for a whole command behind `read` and copies it out. Declined: the ring is broken and the channel must stop.
    Declined<Head> fetch(const GuestMemory& memory, const seam::Page& page, Time now);
    // After fetch() said Ready.
    const FifoCommand& head() const { return *m_head; }
    // Moves the head out and `read` behind it.
    FifoCommand consume();
    // Whether a command that started at `counter` had been consumed before the last replay moved `read` back.
    bool wasConsumedBefore(uint32_t counter) const { return m_replayUntil && int32_t(counter - *m_replayUntil) < 0; }

    static constexpr Duration kIncompleteGrace = std::chrono::milliseconds(100); // decisions.md 10

private:
    enum class State { Undefined, AwaitingRootPage, Running, Stopped };
    struct Record {
        uint32_t read = 0;
        StampSlot slot;
        Ring ring;
    };
    Declined<Record> readRecord(const GuestMemory& memory, uint32_t rootPage);
    Declined<uint32_t> available(const GuestMemory& memory, const seam::Page& page) const;
    Declined<Head> incomplete(uint32_t available, Time now);
    Declined<Head> copyHead(const GuestMemory& memory, uint32_t available, Time now);
    void restart();

    ChannelId m_id;
    State m_state = State::Undefined;
    StampSlot m_slot;
    GuestPhys m_record;
    Ring m_ring;
    uint32_t m_read = 0;
    std::optional<FifoCommand> m_head;
    std::optional<uint32_t> m_replayUntil;
    std::optional<Time> m_incompleteSince;
    uint32_t m_incompleteBytes = 0;
};

} // namespace pvg
