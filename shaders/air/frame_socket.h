// Frames on the stream socket between a worker process and whoever uses it: u32 header length, u32 payload length (little endian), header
// text (JSON), payload bytes. A request's header is a JobHeader and its payload the library; an answer's are OutcomeParts (json.h). A frame with
// neither greets: the worker returns it, and the kernel's credentials on it tell which process to measure and to end.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/result.h"

namespace air {

// Either side refuses a larger frame before it allocates. Parsed JSON takes up to a hundred times the memory of its text.
inline constexpr size_t kMaxHeaderBytes = size_t(1) << 20;
inline constexpr size_t kMaxPayloadBytes = size_t(64) << 20;

// The bytes of a frame in front of its payload, of `payloadBytes`.
std::string frameBytes(const std::string& header, size_t payloadBytes);

struct Frame {
    std::string header;
    std::vector<std::byte> payload;
};

// Owns the descriptor. Thread: one at a time. Errors: NotFound = the peer closed between frames, Io = it went away within one,
// Timeout = KeepWaiting said no, Protocol = a frame above the limits. After any error the socket is of no further use.
class FrameSocket {
public:
    // Asked about every 20 ms while the peer is awaited; empty means wait for ever.
    using KeepWaiting = std::function<bool()>;

    explicit FrameSocket(int descriptor);
    ~FrameSocket();
    FrameSocket(const FrameSocket&) = delete;
    FrameSocket& operator=(const FrameSocket&) = delete;

    pvg::Result<Frame> receive(const KeepWaiting& keepWaiting = {});
    pvg::Status send(const std::string& header, std::span<const std::byte> payload, const KeepWaiting& keepWaiting = {});
    // Something to read, or the end of the stream: no peer that waits for a frame shows either.
    bool hasInput() const;
    // The process that sent the latest bytes, as the kernel says; 0 when it is not visible from here. Descriptors it attaches are dropped.
    pid_t peer() const { return m_peer; }

private:
    pvg::Status waitFor(short events, const KeepWaiting& keepWaiting) const;
    pvg::Status readExactly(std::span<std::byte> out, const KeepWaiting& keepWaiting);
    pvg::Status writeAll(std::span<const std::byte> bytes, const KeepWaiting& keepWaiting);
    ssize_t readSome(std::span<std::byte> out);

    int m_descriptor;
    pid_t m_peer = 0;
};

} // namespace air
