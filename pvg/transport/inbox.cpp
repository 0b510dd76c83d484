#include "pvg/transport/inbox.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "pvg/base/fd_socket.h"

namespace pvg::transport {
namespace {
// A payload grows as its bytes arrive: a header that promises a MiB costs nothing by itself.
constexpr size_t kPayloadStep = 64 * 1024;
} // namespace

std::span<std::byte> Inbox::wanted() {
    if (m_complete) return {};
    if (!m_inPayload) return std::span(m_header).subspan(m_have);
    const size_t left = m_message.header.size - sizeof(Header) - m_have;
    m_message.payload.resize(m_have + std::min(left, kPayloadStep));
    return std::span(m_message.payload).subspan(m_have);
}

bool Inbox::filled(size_t bytes, std::vector<UniqueFd> fds) {
    for (auto& fd : fds) m_message.fds.push_back(std::move(fd));
    if (m_message.fds.size() > kMaxSocketFds) {
        m_error = fmt::format("a message came with more than {} file descriptors", kMaxSocketFds);
        return false;
    }
    m_have += bytes;
    if (!m_inPayload && m_have == sizeof(Header)) return headerDone();
    m_complete = m_inPayload && m_have == m_message.header.size - sizeof(Header);
    return true;
}

bool Inbox::headerDone() {
    std::memcpy(&m_message.header, m_header, sizeof(Header));
    const uint32_t size = m_message.header.size;
    if (size < sizeof(Header) || size > kMaxMessage) {
        m_error = fmt::format("a message of {} bytes (allowed: {} to {})", size, sizeof(Header), kMaxMessage);
        return false;
    }
    m_inPayload = true;
    m_have = 0;
    m_complete = size == sizeof(Header);
    return true;
}

Message Inbox::take() {
    Message message = std::move(m_message);
    m_message = {};
    m_have = 0;
    m_inPayload = m_complete = false;
    return message;
}

ReadOutcome readMessage(int socket, Inbox& inbox) {
    while (!inbox.complete()) {
        SocketRead read = readSocket(socket, inbox.wanted());
        switch (read.state) {
        case SocketRead::State::WouldBlock:
            return ReadOutcome::WouldBlock;
        case SocketRead::State::Closed:
            return ReadOutcome::Closed;
        case SocketRead::State::Failed:
            return ReadOutcome::Closed;
        case SocketRead::State::Data:
            break;
        }
        if (read.truncated) {
            inbox.fail("a message came with more file descriptors than this process may receive");
            return ReadOutcome::Broken;
        }
        if (!inbox.filled(read.bytes, std::move(read.fds))) return ReadOutcome::Broken;
    }
    return ReadOutcome::Message;
}

} // namespace pvg::transport
