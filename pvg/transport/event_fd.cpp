#include "pvg/transport/event_fd.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdint>
#include <string_view>

#include "pvg/base/fd_socket.h"

namespace pvg::transport {

bool prepareEventFd(int fd) {
    char target[64];
    const ssize_t n = ::readlink(fmt::format("/proc/self/fd/{}", fd).c_str(), target, sizeof target);
    return n > 0 && std::string_view(target, size_t(n)) == "anon_inode:[eventfd]" && setNonBlocking(fd).ok();
}

void ringEventFd(int fd) {
    const uint64_t one = 1;
    if (::write(fd, &one, sizeof one) < 0) return; // EAGAIN: rung often enough already
}

void drainEventFd(int fd) {
    uint64_t count = 0;
    if (::read(fd, &count, sizeof count) < 0) return; // EAGAIN: was empty
}

} // namespace pvg::transport
