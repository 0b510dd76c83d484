// Socket messages: byte 0 chooses whether VERSION is already agreed on and how the stream is cut; the rest is the stream. The `error` word
// of a header, which the server ignores in commands, says which descriptors come along: bits 0-1 how many, bits 2-3 of what kind.
#include <fcntl.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "pvg/base/fd_socket.h"
#include "pvg/device/gpu_device.h"
#include "pvg/transport/session.h"
#include "tests/support/fake_renderer_port.h"
#include "tests/support/ram_file.h"
#include "tests/support/vfio_messages.h"

namespace {

using pvg::transport::Inbox;
using pvg::transport::Message;
using pvg::transport::Session;

void must(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

const std::array<int, 4>& descriptors() {
    static const std::array<int, 4> fds = [] {
        spdlog::set_level(spdlog::level::off);
        auto eventFd = pvg::makeEventFd();
        return std::array{test::ramFile(1 << 20).release(), eventFd->release(), test::ramFile(1 << 20, 0).release(),
                          ::open("/dev/null", O_RDONLY | O_CLOEXEC)};
    }();
    return fds;
}

void addDescriptors(Message& message) {
    const uint32_t word = message.header.error;
    for (uint32_t i = 0; i < (word & 3); ++i) message.fds.emplace_back(::dup(descriptors()[word >> 2 & 3]));
}

// What QEMU has room for (vfio-user.md 1).
size_t roomFor(const Message& message) {
    const size_t size = message.header.size;
    if (message.header.command != test::kRegionRead) return size;
    return size + test::at(message.payload, 12);
}

void converse(Session& session, Message message) {
    addDescriptors(message);
    const auto header = message.header;
    const size_t room = roomFor(message);
    const auto answer = session.handle(std::move(message));
    if (header.flags & 0x10) return must(answer.bytes.empty(), "a reply to a command without reply");
    if (answer.bytes.empty()) return must(!answer.closeReason.empty(), "no reply");
    must(answer.bytes.size() >= 16 && answer.bytes.size() == test::at(answer.bytes, 4), "a reply of another size than it says");
    must(test::at(answer.bytes, 0, 2) == header.id && test::at(answer.bytes, 2, 2) == header.command, "a reply to another request");
    const bool isError = test::at(answer.bytes, 8) & 0x20;
    must(isError ? answer.bytes.size() == 16 && test::at(answer.bytes, 12) : answer.bytes.size() <= room,
         "a reply larger than QEMU's buffer");
}

// Cuts the stream as a socket would; false when the connection has to end.
bool feed(Inbox& inbox, std::span<const uint8_t>& stream, size_t step) {
    const auto into = inbox.wanted();
    must(!into.empty(), "an incomplete message that wants nothing");
    const size_t n = std::min({step, into.size(), stream.size()});
    std::copy_n(reinterpret_cast<const std::byte*>(stream.data()), n, into.begin());
    stream = stream.subspan(n);
    return inbox.filled(n, {});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    descriptors();
    if (size == 0) return 0;
    test::FakeRendererPort port;
    pvg::transport::DmaTable maps;
    pvg::device::GpuDevice device({}, port, maps);
    Session session(device, maps);
    const auto version = test::versionPayload();
    if (data[0] & 1) converse(session, {{0, test::kVersion, uint32_t(16 + version.size()), 0, 0}, version, {}});

    Inbox inbox;
    const size_t step = data[0] & 2 ? 5 : 1 << 20;
    for (std::span<const uint8_t> stream(data + 1, size - 1); !stream.empty();) {
        if (!feed(inbox, stream, step)) break;
        if (inbox.complete()) converse(session, inbox.take());
    }
    device.clientGone();
    must(maps.size() == 0 && maps.fileCount() == 0, "maps outlive the client");
    return 0;
}
