// Events of one display pipe: online, offline, vertical blanks, a finished transaction (device.md 8.3), and the guest's acknowledgements.
// Apart from the rest of the pipe because they must not wait for the engine: a long GL call would delay every blank. Thread: any; one
// mutex, held for a few words of the shared page.
#pragma once

#include <functional>
#include <mutex>
#include <optional>

#include "pvg/display/cursor.h"
#include "pvg/display/display_types.h"
#include "pvg/display/vblank_grid.h"
#include "pvg/fifo/publisher.h"

namespace pvg {

class DisplayEvents {
public:
    // All of it outlives the events.
    struct Environment {
        GuestMemory& memory;
        seam::Page& page;
        int interruptFd = -1;
        Counters& counters;
        std::function<void()> wake = {}; // tick() is to be called at once; thread: any
    };
    DisplayEvents(DisplayPort port, const Environment& environment);
    DisplayEvents(const DisplayEvents&) = delete;
    DisplayEvents& operator=(const DisplayEvents&) = delete;

    // What the page tells the guest.
    struct Announcement {
        uint32_t generation = 0;
        uint32_t refreshFixed = 0; // of the preferred mode
    };

    // 0x01: a fresh pipe of this device instance on this page, off line. Everything written into the page carries `epoch`.
    void open(GuestPhys page, Epoch epoch, Time now);
    void close();
    // The page holds another mode list, or a display was plugged in: the online event as soon as the guest arms it, again until it is
    // acknowledged. Nothing without a page.
    void announce(const Announcement& what, Time now);
    // Unplugged: off line at once, the event behind an acknowledgement that is still to come (device.md 8.3, rule 4).
    void withdraw(Time now);
    // 0x02. True: an online event waited for it.
    bool acknowledge(uint32_t generation, Time now);
    // The guest runs a mode of this rate.
    void setRefresh(uint32_t refreshFixed, Time now);
    // Behind a present's stamp: event bit 1 where the guest armed it.
    void transactionComplete();
    // The guest uses this display: its page is looked at often for a while.
    void noteActivity(Time now);

    struct Tick {
        std::optional<Time> next;    // when to come again; nullopt: wake() tells
        bool hasCursorMoved = false; // the page's cursor words are not those of the last tick
    };
    // Delivers what is due.
    Tick tick(Time now);

    // As the last tick saw the page.
    CursorPlacement cursor() const;
    bool isOnline() const;
    // An online event waits for its acknowledgement.
    bool isAnnouncing() const;
    DisplayFigures figures() const;

    // How long an armed event may go unseen while the display is in use. Later: until the next blank.
    static constexpr Duration kPollInterval = std::chrono::milliseconds(4);
    static constexpr Duration kQuietPoll = std::chrono::milliseconds(50); // no blanks yet
    static constexpr Duration kActivity = std::chrono::seconds(1);
    static constexpr Duration kBringUp = std::chrono::seconds(60); // behind 0x01 the guest must not wait for us (device.md 4)
    static constexpr Duration kRetry = std::chrono::milliseconds(200);
    static constexpr int kMaxEvents = 150;

private:
    // An event that is repeated until the guest reacts.
    struct Repeated {
        bool isWanted = false;
        int sent = 0;
        std::optional<Time> next;
        bool isOutstanding() const { return isWanted && sent > 0 && sent < kMaxEvents; }
        bool isToBeSent() const { return isWanted && sent < kMaxEvents; }
    };

    uint32_t load(uint64_t offset) const;
    void raise(uint32_t bits);
    bool send(Repeated& event, uint32_t bit, Time now);
    void tickOffline(Time now);
    void tickOnline(Time now);
    void tickVblank(Time now);
    bool tickCursor();
    std::optional<Time> nextLook(Time now) const;

    const DisplayPort m_port;
    GuestMemory& m_memory;
    const std::function<void()> m_wake;

    mutable std::mutex m_mutex; // guards everything below
    Publisher m_publisher;      // of its own: it keeps the epoch of the page
    std::optional<GuestPhys> m_page;
    bool m_isOnline = false;
    bool m_mayAckEarly = false; // enable() of some guests looks at the page without an event (device.md 8.3)
    Repeated m_online, m_offline;
    Announcement m_announcement;
    VblankGrid m_grid{60U << 16};
    std::optional<Time> m_armedSince; // of the blank that comes next
    uint64_t m_cursorWords = 0;
    Time m_activeUntil{};
    DisplayFigures m_figures;
};

} // namespace pvg
