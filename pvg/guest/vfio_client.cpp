#include "pvg/guest/vfio_client.h"

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pvg::guest {

namespace {

constexpr uint16_t kVersion = 1, kDmaMap = 2, kGetInfo = 4, kRegionInfo = 5, kSetIrqs = 8, kRegionRead = 9, kRegionWrite = 10, kReset = 13;
constexpr uint32_t kReply = 1, kNoReply = 0x10, kErrorFlag = 0x20;
constexpr size_t kHeader = 16;
constexpr uint32_t kLargestMessage = 1u << 20;
// What QEMU proposes; the server's answer has to fit into a payload of this size.
constexpr char kCapabilities[] = R"({"capabilities": {"pgsizes": 4096, "max_msg_fds": 16, "max_dma_maps": 65535, "max_data_xfer_size": 1048576, )"
                                 R"("migration": {"max_bitmap_size": 268435456, "pgsize": 4096}, "write_multiple": true}})";

Error ioError(const char* what) { return {Code::Io, std::string(what) + ": " + std::strerror(errno)}; }

struct Header {
    uint16_t id, command;
    uint32_t size, flags, error;
};
static_assert(sizeof(Header) == kHeader);

Status receiveAll(int fd, void* out, size_t size) {
    for (size_t done = 0; done < size;) {
        const ssize_t got = ::recv(fd, static_cast<char*>(out) + done, size - done, 0);
        if (got == 0) return Error{Code::Io, "the device process closed the connection"};
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return ioError("recv");
        done += static_cast<size_t>(got);
    }
    return {};
}

template <class T>
T fieldAt(const Bytes& bytes, size_t offset) {
    T v{};
    if (offset + sizeof v <= bytes.size()) std::memcpy(&v, bytes.data() + offset, sizeof v);
    return v;
}

} // namespace

Result<VfioClient> VfioClient::connect(const std::string& path, double seconds) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) return Error{Code::InvalidArgument, "the socket's path is longer than 107 bytes: " + path};
    std::memcpy(address.sun_path, path.data(), path.size());
    for (int round = 0;; ++round) {
        const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (fd < 0) return ioError("socket");
        if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return VfioClient(fd);
        const Error error{Code::Io, "cannot connect to " + path + ": " + std::strerror(errno)};
        ::close(fd);
        if (round * 0.02 >= seconds) return error;
        ::usleep(20'000);
    }
}

VfioClient::~VfioClient() {
    if (m_socket >= 0) ::close(m_socket);
}

// Header, payload and descriptor in one sendmsg, as servers may rely on.
Status VfioClient::send(uint16_t command, uint32_t flags, const ByteWriter& payload, int fd) {
    Header header{++m_nextId, command, static_cast<uint32_t>(kHeader + payload.size()), flags, 0};
    ByteWriter message;
    message.bytes(std::as_bytes(std::span(&header, 1))).bytes(payload.view());
    iovec part{const_cast<std::byte*>(message.view().data()), message.size()};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof fd)] = {};
    msghdr m{};
    m.msg_iov = &part;
    m.msg_iovlen = 1;
    if (fd >= 0) {
        m.msg_control = control;
        m.msg_controllen = sizeof control;
        cmsghdr* c = CMSG_FIRSTHDR(&m);
        c->cmsg_level = SOL_SOCKET;
        c->cmsg_type = SCM_RIGHTS;
        c->cmsg_len = CMSG_LEN(sizeof fd);
        std::memcpy(CMSG_DATA(c), &fd, sizeof fd);
    }
    const ssize_t sent = ::sendmsg(m_socket, &m, MSG_NOSIGNAL);
    if (sent < 0) return ioError("sendmsg");
    if (static_cast<size_t>(sent) != message.size()) return Error{Code::Io, "a message went out short"};
    return {};
}

Result<Bytes> VfioClient::receive(uint16_t id, uint16_t command) {
    Header header{};
    PVG_CHECK(receiveAll(m_socket, &header, sizeof header));
    if (header.size < kHeader || header.size > kLargestMessage || (header.flags & 0xf) != kReply || header.id != id || header.command != command)
        return Error{Code::Protocol, "unexpected message: id " + std::to_string(header.id) + ", command " + std::to_string(header.command) +
                                         ", size " + std::to_string(header.size) + "; a reply to id " + std::to_string(id) + " was due"};
    Bytes payload(header.size - kHeader);
    PVG_CHECK(receiveAll(m_socket, payload.data(), payload.size()));
    if (header.flags & kErrorFlag)
        return Error{Code::Protocol, "command " + std::to_string(command) + " was refused: " + std::strerror(static_cast<int>(header.error))};
    return payload;
}

Result<Bytes> VfioClient::request(uint16_t command, const ByteWriter& payload, int fd) {
    PVG_CHECK(send(command, 0, payload, fd));
    return receive(m_nextId, command);
}

Status VfioClient::negotiate() {
    ByteWriter w;
    w.u16(0).u16(0).bytes(std::as_bytes(std::span(kCapabilities)));
    PVG_TRY(const Bytes reply, request(kVersion, w));
    if (reply.size() < 4 || reply.size() > w.size() || fieldAt<uint16_t>(reply, 0) != 0)
        return Error{Code::Protocol, "the version reply has " + std::to_string(reply.size()) + " bytes; QEMU takes 4 to " + std::to_string(w.size())};
    if (reply.size() > 4 && reply.back() != std::byte{0}) return Error{Code::Protocol, "the version reply does not end with NUL"};
    return {};
}

Status VfioClient::mapMemory(const MapRequest& r) {
    constexpr uint32_t kReadWrite = 3;
    PVG_CHECK(request(kDmaMap, ByteWriter().u32(32).u32(kReadWrite).u64(r.fileOffset).u64(r.address).u64(r.size), r.fd));
    return {};
}

Result<VfioClient::DeviceShape> VfioClient::deviceInfo() {
    PVG_TRY(const Bytes reply, request(kGetInfo, ByteWriter().u32(16).u32(0).u32(0).u32(0)));
    return DeviceShape{fieldAt<uint32_t>(reply, 4), fieldAt<uint32_t>(reply, 8), fieldAt<uint32_t>(reply, 12)};
}

Result<uint64_t> VfioClient::regionSize(uint32_t region) {
    PVG_TRY(const Bytes reply, request(kRegionInfo, ByteWriter().u32(32).u32(0).u32(region).u32(0).u64(0).u64(0)));
    return fieldAt<uint64_t>(reply, 16);
}

Status VfioClient::installInterrupt(uint32_t index, int eventfd) {
    constexpr uint32_t kEventfdTrigger = 0x24;
    PVG_CHECK(request(kSetIrqs, ByteWriter().u32(20).u32(kEventfdTrigger).u32(index).u32(0).u32(1), eventfd));
    return {};
}

Status VfioClient::reset() {
    PVG_CHECK(request(kReset, ByteWriter()));
    return {};
}

Status VfioClient::read(Access at, std::span<std::byte> out) {
    const auto count = static_cast<uint32_t>(out.size());
    PVG_TRY(const Bytes reply, request(kRegionRead, ByteWriter().u64(at.offset).u32(at.region).u32(count)));
    if (reply.size() != 16 + out.size())
        return Error{Code::Protocol, "a read of " + std::to_string(count) + " bytes was answered with " + std::to_string(reply.size()) + " bytes"};
    std::memcpy(out.data(), reply.data() + 16, out.size());
    return {};
}

Status VfioClient::write(Access at, std::span<const std::byte> data) {
    const auto count = static_cast<uint32_t>(data.size());
    PVG_CHECK(request(kRegionWrite, ByteWriter().u64(at.offset).u32(at.region).u32(count).bytes(data)));
    return {};
}

Status VfioClient::post(Access at, std::span<const std::byte> data) {
    const auto count = static_cast<uint32_t>(data.size());
    return send(kRegionWrite, kNoReply, ByteWriter().u64(at.offset).u32(at.region).u32(count).bytes(data));
}

} // namespace pvg::guest
