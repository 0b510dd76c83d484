// A vfio-user client over a real socket, for tests: sends anything, reads replies, never waits longer than 5 s.
#pragma once

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <optional>
#include <string>

#include "pvg/base/fd_socket.h"
#include "tests/support/vfio_messages.h"

namespace test {

struct Reply {
    uint32_t flags = 0, error = 0;
    Bytes payload;
};

class VfioConnection {
public:
    explicit VfioConnection(const std::string& path) : m_fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        if (::connect(m_fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) m_fd.reset();
    }

    bool isConnected() const { return bool(m_fd); }
    int fd() const { return m_fd.get(); }
    void close() { m_fd.reset(); }
    bool sendRaw(const Bytes& bytes, std::span<const int> fds = {}) {
        return pvg::writeSocket(m_fd.get(), bytes, fds) == long(bytes.size());
    }
    void post(uint16_t command, const Bytes& payload) { sendRaw(message(++m_id, command, payload, kNoReply)); }

    // Nothing: the server closed the connection or did not answer.
    std::optional<Reply> request(uint16_t command, const Bytes& payload, std::span<const int> fds = {}) {
        if (!sendRaw(message(++m_id, command, payload), fds)) return std::nullopt;
        return read();
    }
    std::optional<Reply> read() {
        Bytes header = take(16);
        if (header.size() < 16) return std::nullopt;
        Reply reply{uint32_t(at(header, 8)), uint32_t(at(header, 12)), take(size_t(at(header, 4)) - 16)};
        return reply;
    }
    // Whether the server has closed the connection, within 5 s.
    bool isClosed() {
        std::byte byte;
        if (!pvg::waitForFd(m_fd.get(), POLLIN, 5000)) return false;
        return ::recv(m_fd.get(), &byte, 1, 0) <= 0;
    }

    bool negotiate() {
        const auto reply = request(kVersion, versionPayload());
        return reply && !reply->error;
    }
    uint32_t read32(uint64_t offset) {
        const auto reply = request(kRegionRead, accessPayload(0, offset, 4));
        return reply && !reply->error ? uint32_t(at(reply->payload, 16)) : 0xdeadbeef;
    }
    void write32(uint64_t offset, uint32_t value) { post(kRegionWrite, accessPayload(0, offset, 4, words({value}))); }

private:
    Bytes take(size_t size) {
        Bytes bytes(size);
        for (size_t have = 0; have < size;) {
            const ssize_t n = pvg::waitForFd(m_fd.get(), POLLIN, 5000) ? ::recv(m_fd.get(), bytes.data() + have, size - have, 0) : 0;
            if (n <= 0) return {};
            have += size_t(n);
        }
        return bytes;
    }

    pvg::UniqueFd m_fd;
    uint16_t m_id = 0;
};

} // namespace test
