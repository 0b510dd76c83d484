// AF_UNIX sockets with file descriptors beside the bytes (SCM_RIGHTS).
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "pvg/base/result.h"
#include "pvg/base/unique_fd.h"

namespace pvg {

inline constexpr size_t kMaxSocketFds = 16; // vfio-user.md 2: max_msg_fds

// One recvmsg. Every fd the kernel delivered is in `fds`, close-on-exec, and closed with it.
struct SocketRead {
    enum class State { Data, WouldBlock, Closed, Failed } state = State::Failed;
    size_t bytes = 0;
    bool truncated = false; // bytes or fds were cut off
    int error = 0;          // errno of Failed
    std::vector<UniqueFd> fds;
};
SocketRead readSocket(int socket, std::span<std::byte> into, bool wait = false);

// One sendmsg with everything in it, never blocking, never SIGPIPE. Returns the bytes taken (a stream socket may take fewer; the fds went
// with the first) or -errno. At most kMaxSocketFds fds.
long writeSocket(int socket, std::span<const std::byte> bytes, std::span<const int> fds = {});

// Whether `fd` becomes ready for `events` (poll.h) within `milliseconds`; -1 waits for ever. Signals do not end the wait.
bool waitForFd(int fd, short events, int milliseconds);

// `type`: SOCK_STREAM or SOCK_SEQPACKET. Close-on-exec, blocking.
Result<std::pair<UniqueFd, UniqueFd>> makeSocketPair(int type);

Status setNonBlocking(int fd);
// Non-blocking, close-on-exec.
Result<UniqueFd> makeEventFd();

Error errnoError(const char* what, int error);

} // namespace pvg
