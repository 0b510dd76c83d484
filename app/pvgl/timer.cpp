#include "app/pvgl/timer.h"

#include <sys/epoll.h>
#include <sys/timerfd.h>

#include <cerrno>

#include "pvg/base/fd_socket.h"
#include "pvg/base/log.h"

namespace app {

pvg::Result<Timer> Timer::create(pvg::EventLoop& loop) {
    pvg::UniqueFd fd(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
    if (!fd) return pvg::errnoError("timerfd_create", errno);
    return Timer(loop, std::move(fd));
}

Timer::~Timer() {
    if (m_fd) m_loop->remove(m_fd.get());
}

void Timer::arm(std::chrono::milliseconds after, std::function<void()> action) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(after);
    itimerspec spec{};
    spec.it_value.tv_sec = seconds.count();
    spec.it_value.tv_nsec = std::max<int64_t>(1, std::chrono::nanoseconds(after - seconds).count()); // 0 would disarm
    m_loop->remove(m_fd.get());
    ::timerfd_settime(m_fd.get(), 0, &spec, nullptr);
    const auto added = m_loop->add(m_fd.get(), EPOLLIN, [this, action = std::move(action)](uint32_t) {
        const auto run = action; // remove() ends this closure
        m_loop->remove(m_fd.get());
        run();
    });
    if (!added) spdlog::error("timer: {}", added.error().text);
}

} // namespace app
