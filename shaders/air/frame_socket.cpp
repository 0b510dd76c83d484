#include "shaders/air/frame_socket.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "pvg/base/byte_reader.h"

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Result;
using pvg::Status;

namespace {

constexpr int kTickMilliseconds = 20;
constexpr size_t kPrefixBytes = 8;
constexpr size_t kFirstRead = size_t(64) << 10; // doubled as it fills: memory follows the bytes that arrived, not the length that was announced

Error hostError(const char* what) { return {Code::Io, fmt::format("shader worker socket: {}: {}", what, std::strerror(errno))}; }

} // namespace

std::string frameBytes(const std::string& header, size_t payloadBytes) {
    const std::array<uint32_t, 2> lengths{uint32_t(header.size()), uint32_t(payloadBytes)};
    std::string bytes(kPrefixBytes, '\0');
    std::memcpy(bytes.data(), lengths.data(), sizeof lengths);
    return bytes + header;
}

FrameSocket::FrameSocket(int descriptor) : m_descriptor(descriptor) {
    fcntl(m_descriptor, F_SETFL, fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
    const int on = 1;
    setsockopt(m_descriptor, SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
}

FrameSocket::~FrameSocket() { close(m_descriptor); }

Status FrameSocket::waitFor(short events, const KeepWaiting& keepWaiting) const {
    for (;;) {
        // Asked before every wait, so that a peer which sends a byte now and then cannot keep us for ever.
        if (keepWaiting && !keepWaiting()) return Error{Code::Timeout, "the shader worker was not waited for any longer"};
        pollfd item{m_descriptor, events, 0};
        const int ready = poll(&item, 1, keepWaiting ? kTickMilliseconds : -1);
        if (ready > 0) return {};
        if (ready < 0 && errno != EINTR) return hostError("poll");
    }
}

bool FrameSocket::hasInput() const {
    pollfd item{m_descriptor, POLLIN, 0};
    return poll(&item, 1, 0) > 0;
}

// Room for the credentials alone, which the kernel puts first: a descriptor that a hostile peer attaches finds none and is dropped.
ssize_t FrameSocket::readSome(std::span<std::byte> out) {
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(ucred))> control{};
    iovec part{out.data(), out.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t n = recvmsg(m_descriptor, &message, MSG_CMSG_CLOEXEC);
    const cmsghdr* header = n > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_CREDENTIALS) {
        ucred credentials{};
        std::memcpy(&credentials, CMSG_DATA(header), sizeof credentials);
        m_peer = credentials.pid;
    }
    return n;
}

Status FrameSocket::readExactly(std::span<std::byte> out, const KeepWaiting& keepWaiting) {
    size_t done = 0;
    while (done < out.size()) {
        const ssize_t n = readSome(out.subspan(done));
        if (n > 0)
            done += size_t(n);
        else if (n == 0)
            return Error{done == 0 ? Code::NotFound : Code::Io, "the peer of the shader worker socket closed it"};
        else if (errno == EAGAIN || errno == EINTR)
            PVG_CHECK(waitFor(POLLIN, keepWaiting));
        else
            return errno == ECONNRESET ? Error{Code::NotFound, "the peer of the shader worker socket closed it"} : hostError("recvmsg");
    }
    return {};
}

Status FrameSocket::writeAll(std::span<const std::byte> bytes, const KeepWaiting& keepWaiting) {
    size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::send(m_descriptor, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
        if (n > 0)
            done += size_t(n);
        else if (errno == EAGAIN || errno == EINTR)
            PVG_CHECK(waitFor(POLLOUT, keepWaiting));
        else
            return hostError("send");
    }
    return {};
}

Result<Frame> FrameSocket::receive(const KeepWaiting& keepWaiting) {
    std::array<std::byte, kPrefixBytes> prefix{};
    PVG_CHECK(readExactly(prefix, keepWaiting));
    const size_t headerBytes = pvg::loadAt<uint32_t>(prefix, 0);
    const size_t payloadBytes = pvg::loadAt<uint32_t>(prefix, 4);
    if (headerBytes > kMaxHeaderBytes || payloadBytes > kMaxPayloadBytes)
        return Error{Code::Protocol, fmt::format("shader worker frame of {} + {} bytes", headerBytes, payloadBytes)};

    Frame frame;
    const auto grow = [&](auto& buffer, size_t total) -> Status {
        while (buffer.size() < total) {
            const size_t at = buffer.size();
            buffer.resize(std::min(total, std::max(kFirstRead, 2 * at)));
            auto step = readExactly(std::as_writable_bytes(std::span(buffer)).subspan(at), keepWaiting);
            if (step) continue;
            // The end of the stream inside a frame is never the normal end.
            return Error{step.error().code == Code::NotFound ? Code::Io : step.error().code, step.error().text};
        }
        return {};
    };
    PVG_CHECK(grow(frame.header, headerBytes));
    PVG_CHECK(grow(frame.payload, payloadBytes));
    return frame;
}

Status FrameSocket::send(const std::string& header, std::span<const std::byte> payload, const KeepWaiting& keepWaiting) {
    if (header.size() > kMaxHeaderBytes || payload.size() > kMaxPayloadBytes)
        return Error{Code::OutOfRange, fmt::format("shader worker frame of {} + {} bytes", header.size(), payload.size())};
    const std::string front = frameBytes(header, payload.size());
    PVG_CHECK(writeAll(std::as_bytes(std::span(front)), keepWaiting));
    return writeAll(payload, keepWaiting);
}

} // namespace air
