#include "pvg/display/display_clock.h"

#include <pthread.h>

#include <algorithm>

namespace pvg {

DisplayClock::DisplayClock(const DisplayEvents::Environment& environment, uint32_t displays) {
    DisplayEvents::Environment own = environment;
    own.wake = [this] { wake(); };
    for (uint32_t i = 0; i < displays; ++i) m_ports.emplace_back(DisplayPort{i}, own);
}

DisplayClock::~DisplayClock() { stop(); }

DisplayEvents::Tick DisplayClock::tick(Time now) {
    DisplayEvents::Tick all;
    for (DisplayEvents& port : m_ports) {
        const DisplayEvents::Tick one = port.tick(now);
        all.hasCursorMoved |= one.hasCursorMoved;
        if (one.next) all.next = all.next ? std::min(*all.next, *one.next) : one.next;
    }
    return all;
}

void DisplayClock::start(std::function<void()> cursorMoved) {
    m_cursorMoved = std::move(cursorMoved);
    m_isStopping = false;
    m_thread = std::thread([this] { run(); });
}

void DisplayClock::stop() {
    if (!m_thread.joinable()) return;
    {
        std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wakeUp.notify_one();
    m_thread.join();
}

void DisplayClock::wake() {
    {
        std::lock_guard lock(m_mutex);
        m_isWoken = true;
    }
    m_wakeUp.notify_one();
}

void DisplayClock::run() {
    pthread_setname_np(pthread_self(), "displays");
    for (;;) {
        const DisplayEvents::Tick tock = tick(Clock::now());
        if (tock.hasCursorMoved) m_cursorMoved();
        std::unique_lock lock(m_mutex);
        const auto isCalled = [this] { return m_isWoken || m_isStopping; };
        if (tock.next) m_wakeUp.wait_until(lock, *tock.next, isCalled);
        else m_wakeUp.wait(lock, isCalled);
        if (m_isStopping) return;
        m_isWoken = false;
    }
}

} // namespace pvg
