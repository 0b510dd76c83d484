#include "pvg/transport/server.h"

#include <sys/epoll.h>

#include <cerrno>
#include <cstring>

#include "pvg/base/fd_socket.h"
#include "pvg/base/log.h"

namespace pvg::transport {
namespace {
// One client must not keep the loop from the interrupt and the renderer.
constexpr int kMessagesPerTurn = 32;
} // namespace

Server::~Server() {
    dropClient({});
    if (m_listener) m_loop.remove(m_listener->fd());
}

Status Server::listen(const std::string& path, std::optional<AllowedUser> allowed) {
    PVG_TRY(Listener listener, Listener::open(path, allowed));
    m_listener.emplace(std::move(listener));
    return m_loop.add(m_listener->fd(), EPOLLIN, [this](uint32_t) { onListener(); });
}

void Server::onListener() {
    UniqueFd client = m_listener->accept();
    if (!client) return;
    // The old client's EOF may be waiting behind this very event.
    if (m_client) readSome();
    if (m_client) {
        spdlog::warn("a second vfio-user client was refused: the device has one already");
        return;
    }
    if (const Status adopted = adopt(std::move(client)); !adopted) spdlog::error("vfio-user client: {}", adopted.error().text);
}

Status Server::adopt(UniqueFd client) {
    PVG_CHECK(setNonBlocking(client.get()));
    PVG_CHECK(m_loop.add(client.get(), EPOLLIN, [this](uint32_t events) { onClient(events); }));
    m_client = std::move(client);
    m_inbox.emplace();
    m_session.emplace(m_device, m_maps);
    m_device.clientConnected();
    return {};
}

void Server::onClient(uint32_t events) {
    if (!m_unsent.empty()) {
        if (!(events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) || !flush()) return;
        m_loop.change(m_client.get(), EPOLLIN);
    }
    readSome();
}

void Server::readSome() {
    for (int i = 0; i < kMessagesPerTurn && m_client && m_unsent.empty(); ++i) {
        switch (readMessage(m_client.get(), *m_inbox)) {
        case ReadOutcome::WouldBlock:
            return;
        case ReadOutcome::Closed:
            return dropClient(m_inbox->idle() ? "it closed the connection" : "it closed the connection inside a message");
        case ReadOutcome::Broken:
            return dropClient("it sent " + m_inbox->error());
        case ReadOutcome::Message:
            break;
        }
        auto answer = m_session->handle(m_inbox->take());
        if (!answer.bytes.empty() && !send(std::move(answer.bytes))) return;
        if (!answer.closeReason.empty()) return dropClient(answer.closeReason);
    }
}

bool Server::send(std::vector<std::byte> bytes) {
    m_unsent = std::move(bytes);
    m_sent = 0;
    if (!flush()) return bool(m_client);
    return true;
}

// True when everything is out. The client may be gone afterwards.
bool Server::flush() {
    while (m_sent < m_unsent.size()) {
        const long n = writeSocket(m_client.get(), std::span<const std::byte>(m_unsent).subspan(m_sent));
        if (n == -EAGAIN) {
            m_loop.change(m_client.get(), EPOLLOUT);
            return false;
        }
        if (n <= 0) {
            dropClient(std::string("its socket failed: ") + std::strerror(int(-n)));
            return false;
        }
        m_sent += size_t(n);
    }
    m_unsent.clear();
    return true;
}

void Server::dropClient(const std::string& reason) {
    if (!m_client) return;
    if (!reason.empty()) spdlog::info("vfio-user client gone: {}", reason);
    m_loop.remove(m_client.get());
    m_client.reset();
    m_session.reset();
    m_inbox.reset();
    m_unsent.clear();
    m_device.clientGone();
}

} // namespace pvg::transport
