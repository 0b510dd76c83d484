#include "pvg/base/fd_socket.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace pvg {
namespace {

using ControlBuffer = std::array<char, CMSG_SPACE(kMaxSocketFds * sizeof(int))>;

std::vector<UniqueFd> takeFds(msghdr& message) {
    std::vector<UniqueFd> fds;
    for (cmsghdr* c = CMSG_FIRSTHDR(&message); c; c = CMSG_NXTHDR(&message, c)) {
        if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS) continue;
        const size_t count = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(c) + i * sizeof(int), sizeof fd);
            fds.emplace_back(fd);
        }
    }
    return fds;
}

} // namespace

Error errnoError(const char* what, int error) { return {Code::Io, fmt::format("{}: {}", what, std::strerror(error))}; }

SocketRead readSocket(int socket, std::span<std::byte> into, bool wait) {
    alignas(cmsghdr) ControlBuffer control;
    iovec io{into.data(), into.size()};
    msghdr message{};
    message.msg_iov = &io;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t n;
    do n = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT));
    while (n < 0 && errno == EINTR);

    SocketRead read;
    if (n < 0) {
        read.error = errno;
        if (errno == EAGAIN || errno == EWOULDBLOCK) read.state = SocketRead::State::WouldBlock;
        return read;
    }
    read.fds = takeFds(message);
    read.truncated = (message.msg_flags & (MSG_CTRUNC | MSG_TRUNC)) != 0;
    read.bytes = size_t(n);
    read.state = n == 0 && !into.empty() ? SocketRead::State::Closed : SocketRead::State::Data;
    return read;
}

long writeSocket(int socket, std::span<const std::byte> bytes, std::span<const int> fds) {
    if (fds.size() > kMaxSocketFds) return -EINVAL;
    alignas(cmsghdr) ControlBuffer control{};
    iovec io{const_cast<std::byte*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &io;
    message.msg_iovlen = 1;
    if (!fds.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(fds.size_bytes());
        cmsghdr* c = CMSG_FIRSTHDR(&message);
        c->cmsg_level = SOL_SOCKET;
        c->cmsg_type = SCM_RIGHTS;
        c->cmsg_len = CMSG_LEN(fds.size_bytes());
        std::memcpy(CMSG_DATA(c), fds.data(), fds.size_bytes());
    }
    ssize_t n;
    do n = ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    while (n < 0 && errno == EINTR);
    return n < 0 ? -errno : n;
}

bool waitForFd(int fd, short events, int milliseconds) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::milliseconds(milliseconds);
    pollfd p{fd, events, 0};
    for (;;) {
        int left = -1;
        if (milliseconds >= 0) left = int(std::max<int64_t>(0, std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count()));
        const int n = ::poll(&p, 1, left);
        if (n >= 0 || errno != EINTR) return n > 0;
    }
}

Result<std::pair<UniqueFd, UniqueFd>> makeSocketPair(int type) {
    int fds[2];
    if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, fds) != 0) return errnoError("socketpair", errno);
    return std::pair{UniqueFd(fds[0]), UniqueFd(fds[1])};
}

Status setNonBlocking(int fd) {
    const int flags = ::fcntl(fd, F_GETFL);
    if (flags < 0 || ::fcntl(fd, F_SETFL, flags | O_NONBLOCK) != 0) return errnoError("O_NONBLOCK", errno);
    return {};
}

Result<UniqueFd> makeEventFd() {
    const int fd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (fd < 0) return errnoError("eventfd", errno);
    return UniqueFd(fd);
}

} // namespace pvg
