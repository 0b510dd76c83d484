#include "pvg/display/display_events.h"

#include <algorithm>

#include "pvg/base/log.h"
#include "pvg/display/shared_page.h"

namespace pvg {

DisplayEvents::DisplayEvents(DisplayPort port, const Environment& environment)
    : m_port(port), m_memory(environment.memory), m_wake(environment.wake ? environment.wake : [] {}),
      m_publisher(environment.memory, environment.page, environment.interruptFd, environment.counters) {}

// 0 without a page, or when its memory is gone: nothing is armed then.
uint32_t DisplayEvents::load(uint64_t offset) const {
    if (!m_page) return 0;
    auto word = m_memory.load32(GuestPhys{m_page->value + offset});
    return word ? *word : 0;
}

void DisplayEvents::raise(uint32_t bits) {
    // The page was RAM when it was announced; if it is gone, so is whoever would look.
    (void)m_publisher.raiseDisplay(m_port, GuestPhys{m_page->value + kPendingEvents}, bits);
}

void DisplayEvents::open(GuestPhys page, Epoch epoch, Time now) {
    {
        std::lock_guard lock(m_mutex);
        m_publisher.setEpoch(epoch);
        m_page = page;
        m_isOnline = false;
        m_mayAckEarly = true;
        m_online = m_offline = {};
        m_armedSince.reset();
        m_activeUntil = now + kBringUp;
    }
    m_wake();
}

void DisplayEvents::close() {
    std::lock_guard lock(m_mutex);
    m_page.reset();
    m_isOnline = false;
    m_online = m_offline = {};
}

void DisplayEvents::announce(const Announcement& what, Time now) {
    {
        std::lock_guard lock(m_mutex);
        m_announcement = what;
        if (!m_page) return;
        m_online = {.isWanted = true, .sent = 0, .next = {}};
        if (m_offline.sent == 0) m_offline = {}; // the guest has not heard of it
        m_activeUntil = std::max(m_activeUntil, now + kActivity);
    }
    m_wake();
}

void DisplayEvents::withdraw(Time now) {
    {
        std::lock_guard lock(m_mutex);
        const bool hasHeard = m_isOnline || m_online.sent > 0;
        m_isOnline = false;
        m_mayAckEarly = false;
        if (hasHeard) m_offline = {.isWanted = true, .sent = 0, .next = {}};
        else m_online = {};
        m_activeUntil = std::max(m_activeUntil, now + kActivity);
    }
    m_wake();
}

bool DisplayEvents::acknowledge(uint32_t generation, Time now) {
    {
        std::lock_guard lock(m_mutex);
        m_figures.staleAcks += generation != m_announcement.generation;
        // One that comes before its event answers an older one, except behind 0x01.
        if (!m_page || !m_online.isWanted || (m_online.sent == 0 && !m_mayAckEarly)) {
            ++m_figures.unexpectedAcks;
            return false;
        }
        ++m_figures.acks;
        m_online = {};
        m_mayAckEarly = false;
        if (!m_offline.isWanted) {
            const bool keepsGrid = m_isOnline && m_grid.refreshFixed() == m_announcement.refreshFixed;
            if (!keepsGrid) {
                m_grid = VblankGrid(m_announcement.refreshFixed);
                m_grid.start(now);
            }
            m_isOnline = true;
            m_activeUntil = now + kActivity;
        }
    }
    m_wake();
    return true;
}

void DisplayEvents::setRefresh(uint32_t refreshFixed, Time now) {
    {
        std::lock_guard lock(m_mutex);
        if (!m_isOnline || m_grid.refreshFixed() == refreshFixed) return;
        m_grid = VblankGrid(refreshFixed);
        m_grid.start(now);
    }
    m_wake();
}

void DisplayEvents::transactionComplete() {
    std::lock_guard lock(m_mutex);
    const auto pin = m_memory.pin();
    if (load(kEnabledEvents) & kTransactionComplete) raise(kTransactionComplete);
}

void DisplayEvents::noteActivity(Time now) {
    {
        std::lock_guard lock(m_mutex);
        const bool wasQuiet = now >= m_activeUntil;
        m_activeUntil = std::max(m_activeUntil, now + kActivity);
        if (!wasQuiet) return;
    }
    m_wake();
}

DisplayEvents::Tick DisplayEvents::tick(Time now) {
    std::lock_guard lock(m_mutex);
    if (!m_page) return {};
    const auto pin = m_memory.pin();
    tickOffline(now);
    tickOnline(now);
    tickVblank(now);
    const bool hasCursorMoved = tickCursor();
    return {nextLook(now), hasCursorMoved};
}

// Only what is armed at this moment may be raised: another bit would stay and be replayed later (device.md 8.3).
bool DisplayEvents::send(Repeated& event, uint32_t bit, Time now) {
    if (!event.isToBeSent() || (event.next && now < *event.next) || !(load(kEnabledEvents) & bit)) return false;
    ++event.sent;
    event.next = now + kRetry;
    raise(bit);
    if (event.sent == kMaxEvents) spdlog::warn("display {}: no answer to {} events; no more are sent", m_port.value, kMaxEvents);
    return true;
}

// No command answers it: it is over when the guest took the bit.
void DisplayEvents::tickOffline(Time now) {
    if (!m_offline.isWanted || m_online.isOutstanding()) return;
    if (m_offline.sent > 0 && (!m_offline.isToBeSent() || !(load(kPendingEvents) & kOffline))) {
        m_offline = {};
        return;
    }
    m_figures.offlineEvents += send(m_offline, kOffline, now);
}

void DisplayEvents::tickOnline(Time now) {
    // Of an online event for which nobody will wait any more only the acknowledgement counts.
    if (m_offline.isWanted && !m_online.isOutstanding()) return;
    m_figures.onlineEvents += send(m_online, kOnline, now);
}

// Unarmed: the slot is not consumed, so that a late arming is served at once.
void DisplayEvents::tickVblank(Time now) {
    if (!m_isOnline) return;
    const uint32_t armed = load(kEnabledEvents) & (kVerticalBlank | kTransactionComplete);
    if (armed == 0) return m_armedSince.reset();
    if (!m_armedSince) m_armedSince = now;
    if (!m_grid.isDue(now)) return;
    m_figures.vblanksMissed += uint64_t((now - std::max(m_grid.next(), *m_armedSince)) / m_grid.period());
    m_grid.take(now);
    m_armedSince = now;
    ++m_figures.vblanks;
    raise(armed);
}

// A guest that does not ring 0x1220 has a cursor all the same.
bool DisplayEvents::tickCursor() {
    const uint64_t words = load(kCursorPosition) | uint64_t{load(kCursorVisible) & 0xff} << 32;
    return std::exchange(m_cursorWords, words) != words;
}

std::optional<Time> DisplayEvents::nextLook(Time now) const {
    const bool isActive = now < m_activeUntil;
    std::optional<Time> next;
    const auto sooner = [&](Time at) { next = next ? std::min(*next, at) : at; };
    if (m_online.isToBeSent() || m_offline.isWanted) sooner(now + (isActive ? kPollInterval : kQuietPoll));
    if (!m_isOnline) return next;
    if (isActive) sooner(now + kPollInterval);
    sooner(m_armedSince ? m_grid.next() : m_grid.after(now));
    return next;
}

CursorPlacement DisplayEvents::cursor() const {
    std::lock_guard lock(m_mutex);
    return {uint16_t(m_cursorWords), uint16_t(m_cursorWords >> 16), m_cursorWords >> 32 != 0};
}

bool DisplayEvents::isOnline() const {
    std::lock_guard lock(m_mutex);
    return m_isOnline;
}

bool DisplayEvents::isAnnouncing() const {
    std::lock_guard lock(m_mutex);
    return m_online.isToBeSent();
}

DisplayFigures DisplayEvents::figures() const {
    std::lock_guard lock(m_mutex);
    return m_figures;
}

} // namespace pvg
