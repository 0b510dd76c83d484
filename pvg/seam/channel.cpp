#include "pvg/seam/channel.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace pvg::seam {

Received receive(int socket, bool wait) {
    Received received;
    SocketRead read = readSocket(socket, std::as_writable_bytes(std::span(&received.message, 1)), wait);
    if (read.state == SocketRead::State::WouldBlock) received.state = Received::State::Nothing;
    if (read.state == SocketRead::State::Data && read.bytes == sizeof(Message) && !read.truncated) {
        received.state = Received::State::Message;
        received.fds = std::move(read.fds);
    }
    return received;
}

bool send(int socket, const Message& message, std::span<const int> fds, int milliseconds) {
    const auto bytes = std::as_bytes(std::span(&message, 1));
    long n = writeSocket(socket, bytes, fds);
    if (n == -EAGAIN && waitForFd(socket, POLLOUT, milliseconds)) n = writeSocket(socket, bytes, fds);
    return n == long(sizeof message);
}

void setBuildId(Message& message, std::string_view id) {
    std::memcpy(message.buildId, id.data(), std::min(id.size(), sizeof message.buildId - 1));
}

bool hasBuildId(const Message& message, std::string_view id) {
    Message expected;
    setBuildId(expected, id);
    return std::memcmp(message.buildId, expected.buildId, sizeof message.buildId) == 0;
}

} // namespace pvg::seam
