// One thread, one epoll: callbacks by file descriptor. Handlers may add and remove descriptors, their own included.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>

#include "pvg/base/result.h"
#include "pvg/base/unique_fd.h"

namespace pvg {

class EventLoop {
public:
    using Handler = std::function<void(uint32_t events)>; // EPOLLIN, EPOLLOUT, EPOLLHUP, EPOLLERR

    static Result<std::unique_ptr<EventLoop>> create();

    // Level-triggered. `fd` stays the caller's and is removed before it is closed.
    Status add(int fd, uint32_t events, Handler handler);
    void change(int fd, uint32_t events);
    void remove(int fd);

    // Serves until stop(). One turn at most `milliseconds` long; -1 waits.
    void run();
    void turn(int milliseconds);
    void stop() { m_stopped = true; }
    bool stopped() const { return m_stopped; }

private:
    struct Entry {
        uint32_t generation = 0; // an event of an fd number that was closed and used again is not delivered
        std::shared_ptr<Handler> handler;
    };

    EventLoop() = default;
    UniqueFd m_epoll;
    std::unordered_map<int, Entry> m_entries;
    uint32_t m_generation = 0;
    bool m_stopped = false;
};

} // namespace pvg
