// The events of all displays of a machine, and the thread that keeps their time: sleeps until something can be due, so an idle desktop costs
// one look at the page per refresh, and no display costs nothing.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "pvg/display/display_events.h"

namespace pvg {

class DisplayClock {
public:
    // `environment.wake` is the clock's own.
    DisplayClock(const DisplayEvents::Environment& environment, uint32_t displays);
    ~DisplayClock();
    DisplayClock(const DisplayClock&) = delete;
    DisplayClock& operator=(const DisplayClock&) = delete;

    DisplayEvents& port(DisplayPort port) { return m_ports[port.value]; }
    size_t size() const { return m_ports.size(); }

    // As DisplayEvents::tick, over all ports. Thread: any.
    DisplayEvents::Tick tick(Time now);

    // Ticks on a thread of its own until stop(). `cursorMoved`: a page's cursor words changed; thread: the clock's. Thread: owner.
    void start(std::function<void()> cursorMoved);
    void stop();
    bool isRunning() const { return m_thread.joinable(); }

private:
    void wake();
    void run();

    std::deque<DisplayEvents> m_ports;
    std::function<void()> m_cursorMoved;
    std::mutex m_mutex; // guards the two flags
    std::condition_variable m_wakeUp;
    bool m_isWoken = false, m_isStopping = false;
    std::thread m_thread;
};

} // namespace pvg
