#include "pvg/base/event_loop.h"

#include <sys/epoll.h>

#include <array>
#include <cerrno>

#include "pvg/base/fd_socket.h"

namespace pvg {
namespace {
uint64_t eventKey(int fd, uint32_t generation) { return uint64_t(generation) << 32 | uint32_t(fd); }
} // namespace

Result<std::unique_ptr<EventLoop>> EventLoop::create() {
    const int fd = ::epoll_create1(EPOLL_CLOEXEC);
    if (fd < 0) return errnoError("epoll_create1", errno);
    std::unique_ptr<EventLoop> loop(new EventLoop);
    loop->m_epoll.reset(fd);
    return loop;
}

Status EventLoop::add(int fd, uint32_t events, Handler handler) {
    const Entry entry{++m_generation, std::make_shared<Handler>(std::move(handler))};
    epoll_event event{};
    event.events = events;
    event.data.u64 = eventKey(fd, entry.generation);
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) != 0) return errnoError("epoll_ctl", errno);
    m_entries[fd] = entry;
    return {};
}

void EventLoop::change(int fd, uint32_t events) {
    const auto entry = m_entries.find(fd);
    if (entry == m_entries.end()) return;
    epoll_event event{};
    event.events = events;
    event.data.u64 = eventKey(fd, entry->second.generation);
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, fd, &event);
}

void EventLoop::remove(int fd) {
    if (m_entries.erase(fd)) ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, fd, nullptr);
}

void EventLoop::turn(int milliseconds) {
    std::array<epoll_event, 16> events;
    const int n = ::epoll_wait(m_epoll.get(), events.data(), int(events.size()), milliseconds);
    for (int i = 0; i < n && !m_stopped; ++i) {
        const auto entry = m_entries.find(int(uint32_t(events[i].data.u64)));
        if (entry == m_entries.end() || entry->second.generation != uint32_t(events[i].data.u64 >> 32)) continue;
        const auto handler = entry->second.handler; // keeps it alive when it removes itself
        (*handler)(events[i].events);
    }
}

void EventLoop::run() {
    while (!m_stopped) turn(-1);
}

} // namespace pvg
