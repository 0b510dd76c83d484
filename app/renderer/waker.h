// Turns a readable eventfd into an SDL event, so that the main thread sleeps in one place.
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace app {

class Waker {
public:
    // `watchedFd` is drained each time it becomes readable. SDL's events must be initialised.
    explicit Waker(int watchedFd);
    ~Waker();
    Waker(const Waker&) = delete;
    Waker& operator=(const Waker&) = delete;

    uint32_t eventType() const { return m_eventType; }
    // Thread: main. Allows the next event; call when one was taken from the queue.
    void rearm() { m_isPending.store(false); }

private:
    void watch();
    void push();

    int m_watchedFd;
    int m_stopFd;
    uint32_t m_eventType;
    std::atomic<bool> m_isPending{false};
    std::thread m_thread;
};

} // namespace app
