// vfio-user server: one listener, one client at a time, everything on the event loop's thread. A client that breaks the protocol is closed
// with one log sentence and the next one is served.
#pragma once

#include <memory>
#include <optional>

#include "pvg/base/event_loop.h"
#include "pvg/transport/listener.h"
#include "pvg/transport/session.h"

namespace pvg::transport {

class Server {
public:
    Server(EventLoop& loop, DeviceModel& device, DmaTable& maps) : m_loop(loop), m_device(device), m_maps(maps) {}
    ~Server();

    Status listen(const std::string& path, std::optional<AllowedUser> allowed);
    // Serves a socket that is already connected.
    Status adopt(UniqueFd client);
    bool hasClient() const { return bool(m_client); }

private:
    void onListener();
    void onClient(uint32_t events);
    void readSome();
    bool send(std::vector<std::byte> bytes);
    bool flush();
    void dropClient(const std::string& reason);

    EventLoop& m_loop;
    DeviceModel& m_device;
    DmaTable& m_maps;
    std::optional<Listener> m_listener;
    UniqueFd m_client;
    std::optional<Inbox> m_inbox;
    std::optional<Session> m_session;
    std::vector<std::byte> m_unsent; // a client that does not read its reply is not read from either
    size_t m_sent = 0;
};

} // namespace pvg::transport
