// Seam messages over a socket, one struct a packet.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pvg/base/fd_socket.h"
#include "pvg/seam/messages.h"

namespace pvg::seam {

struct Received {
    enum class State { Message, Nothing, Closed } state = State::Closed; // Closed: also after a packet that is no message
    Message message;
    std::vector<UniqueFd> fds;
};

Received receive(int socket, bool wait);
// A full socket is waited for, at most `milliseconds`. False: the peer is gone or does not read.
bool send(int socket, const Message& message, std::span<const int> fds = {}, int milliseconds = 1000);

void setBuildId(Message& message, std::string_view id);
bool hasBuildId(const Message& message, std::string_view id);

} // namespace pvg::seam
