// One-shot timer on the event loop.
#pragma once

#include <chrono>
#include <functional>

#include "pvg/base/event_loop.h"

namespace app {

class Timer {
public:
    static pvg::Result<Timer> create(pvg::EventLoop& loop);
    Timer(Timer&&) = default;
    Timer& operator=(Timer&&) = delete;
    ~Timer();

    // Replaces what was armed before.
    void arm(std::chrono::milliseconds after, std::function<void()> action);

private:
    Timer(pvg::EventLoop& loop, pvg::UniqueFd fd) : m_loop(&loop), m_fd(std::move(fd)) {}
    pvg::EventLoop* m_loop;
    pvg::UniqueFd m_fd;
};

} // namespace app
