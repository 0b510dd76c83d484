#include "pvg/guest/vfio_client.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

#include "guest_support.h"

using namespace pvg;
using namespace pvg::guest;
using guest_test::at;

namespace {

struct Message {
    Bytes bytes;
    int fd = -1;
};

// One connection of a server that runs `serve` on a thread of its own.
class ScriptedServer {
public:
    explicit ScriptedServer(std::function<void(ScriptedServer&)> serve) {
        char folder[] = "/tmp/guest-vfio-XXXXXX";
        REQUIRE(::mkdtemp(folder) != nullptr);
        m_folder = folder;
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::snprintf(address.sun_path, sizeof address.sun_path, "%s", path().c_str());
        m_listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
        REQUIRE(::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(::listen(m_listener, 1) == 0);
        m_thread = std::thread([this, serve = std::move(serve)] {
            m_connection = ::accept(m_listener, nullptr, nullptr);
            serve(*this);
            ::close(m_connection);
        });
    }
    ~ScriptedServer() {
        m_thread.join();
        ::close(m_listener);
        ::unlink(path().c_str());
        ::rmdir(m_folder.c_str());
    }
    std::string path() const { return m_folder + "/s"; }

    Message receive() {
        Message message;
        message.bytes.resize(4096);
        alignas(cmsghdr) char control[64] = {};
        iovec part{message.bytes.data(), message.bytes.size()};
        msghdr m{};
        m.msg_iov = &part;
        m.msg_iovlen = 1;
        m.msg_control = control;
        m.msg_controllen = sizeof control;
        const ssize_t got = ::recvmsg(m_connection, &m, 0);
        message.bytes.resize(got > 0 ? static_cast<size_t>(got) : 0);
        if (const cmsghdr* c = CMSG_FIRSTHDR(&m)) std::memcpy(&message.fd, CMSG_DATA(c), sizeof message.fd);
        return message;
    }
    void reply(const Message& to, uint32_t flags, uint32_t error, std::span<const std::byte> payload) {
        ByteWriter w;
        w.u16(at<uint16_t>(to.bytes, 0)).u16(at<uint16_t>(to.bytes, 2)).u32(static_cast<uint32_t>(16 + payload.size())).u32(flags).u32(error);
        w.bytes(payload);
        CHECK(::send(m_connection, w.view().data(), w.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(w.size()));
    }

private:
    std::string m_folder;
    int m_listener = -1, m_connection = -1;
    std::thread m_thread;
};

VfioClient connected(const ScriptedServer& server) {
    auto client = VfioClient::connect(server.path(), 5);
    REQUIRE(client.ok());
    return std::move(*client);
}

} // namespace

TEST_CASE("the version request is QEMU's: 0.0, JSON with its NUL, 198 bytes of payload") {
    Message seen;
    ScriptedServer server([&](ScriptedServer& s) {
        seen = s.receive();
        s.reply(seen, 1, 0, ByteWriter().u16(0).u16(0).u8('{').u8('}').u8(0).view());
    });
    VfioClient client = connected(server);
    CHECK(client.negotiate().ok());
    CHECK(seen.bytes.size() == 16 + 198);
    CHECK(at<uint32_t>(seen.bytes, 4) == 16 + 198);
    CHECK(seen.bytes.back() == std::byte{0});
}

TEST_CASE("a version reply longer than the request is refused as QEMU refuses it") {
    ScriptedServer server([](ScriptedServer& s) { s.reply(s.receive(), 1, 0, Bytes(300)); });
    VfioClient client = connected(server);
    CHECK_FALSE(client.negotiate().ok());
}

TEST_CASE("a map carries one descriptor and its offset, address and size") {
    Message seen;
    ScriptedServer server([&](ScriptedServer& s) {
        seen = s.receive();
        s.reply(seen, 1, 0, {});
    });
    VfioClient client = connected(server);
    const int file = ::open("/dev/null", O_RDONLY);
    CHECK(client.mapMemory({0x40000000, 0x100000000, 0x20000000, file}).ok());
    REQUIRE(seen.bytes.size() == 16 + 32);
    CHECK(at<uint64_t>(seen.bytes, 24) == 0x40000000);
    CHECK(at<uint64_t>(seen.bytes, 32) == 0x100000000);
    CHECK(at<uint64_t>(seen.bytes, 40) == 0x20000000);
    struct stat here{}, there{};
    REQUIRE(::fstat(file, &here) == 0);
    REQUIRE(::fstat(seen.fd, &there) == 0);
    CHECK(here.st_rdev == there.st_rdev);
    ::close(seen.fd);
    ::close(file);
}

TEST_CASE("a posted write wants no reply and a read takes its own") {
    ScriptedServer server([](ScriptedServer& s) {
        const Message write = s.receive();
        CHECK(at<uint32_t>(write.bytes, 8) == 0x10);
        CHECK(at<uint64_t>(write.bytes, 16) == 0x1008);
        CHECK(at<uint32_t>(write.bytes, 32) == 0x1234);
        const Message read = s.receive();
        s.reply(read, 1, 0, ByteWriter().u64(0x100c).u32(0).u32(4).u32(0xabcd).view());
    });
    VfioClient client = connected(server);
    uint32_t value = 0x1234;
    CHECK(client.post({0, 0x1008}, std::as_bytes(std::span(&value, 1))).ok());
    // The server reads one message at a time from a stream: let the first one arrive alone.
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK(client.read({0, 0x100c}, std::as_writable_bytes(std::span(&value, 1))).ok());
    CHECK(value == 0xabcd);
}

TEST_CASE("an error reply is a sentence with the reason, a foreign id is an error, and so is the end") {
    ScriptedServer server([](ScriptedServer& s) {
        s.reply(s.receive(), 0x21, 22, {});
        Message other = s.receive();
        other.bytes[0] ^= std::byte{0xff};
        s.reply(other, 1, 0, {});
        s.receive();
    });
    VfioClient client = connected(server);
    const Status refused = client.reset();
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text.find("Invalid argument") != std::string::npos);
    CHECK_FALSE(client.reset().ok());
    const Status gone = client.reset();
    REQUIRE_FALSE(gone.ok());
    CHECK(gone.error().code == Code::Io);
}

TEST_CASE("a path without a server is an error after the given time") { CHECK_FALSE(VfioClient::connect("/nonexistent/socket", 0.05).ok()); }
