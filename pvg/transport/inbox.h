// Cuts a byte stream into vfio-user messages. Reads exactly a header, then exactly its payload, so that descriptors arriving with any
// byte of a message belong to that message. Knows no socket: see readMessage() for that.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pvg/base/unique_fd.h"
#include "pvg/transport/protocol.h"

namespace pvg::transport {

struct Message {
    Header header;
    std::vector<std::byte> payload;
    std::vector<UniqueFd> fds;
};

class Inbox {
public:
    // Where the next bytes go; never empty until the message is complete.
    std::span<std::byte> wanted();
    // `bytes` of wanted() were filled. False: the stream cannot be followed any further, see error().
    bool filled(size_t bytes, std::vector<UniqueFd> fds);
    bool complete() const { return m_complete; }
    // Whether the stream stands between two messages.
    bool idle() const { return m_have == 0 && !m_inPayload; }
    // Leaves an empty inbox behind. Only when complete().
    Message take();
    void fail(std::string why) { m_error = std::move(why); }
    const std::string& error() const { return m_error; }

private:
    bool headerDone();

    Message m_message;
    std::byte m_header[sizeof(Header)];
    size_t m_have = 0; // bytes of the part being read
    bool m_inPayload = false, m_complete = false;
    std::string m_error;
};

enum class ReadOutcome { Message, WouldBlock, Closed, Broken };
// Reads on until a message is complete or the socket has no more. Broken: `inbox.error()` says why.
ReadOutcome readMessage(int socket, Inbox& inbox);

} // namespace pvg::transport
