// The whole device process over a real socket, with renderers that behave and renderers that do not.
#include <doctest/doctest.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "tests/support/device_host.h"
#include "tests/support/ram_file.h"
#include "tests/support/vfio_connection.h"

namespace {

// AddressSanitizer keeps freed memory for a while; leaks are its own business there.
#ifdef PVGL_SANITIZED
constexpr size_t kMemorySlackKiB = 64 * 1024;
#else
constexpr size_t kMemorySlackKiB = 2048;
#endif

using test::Behaviour;
using test::DeviceHost;
using test::VfioConnection;
using Clock = std::chrono::steady_clock;

struct Quiet {
    Quiet() { spdlog::set_level(spdlog::level::off); }
} quiet;

double secondsOf(const auto& action) {
    const auto begin = Clock::now();
    action();
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

template <class F>
bool eventually(F condition) {
    for (int i = 0; i < 1000 && !condition(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return condition();
}

size_t openFds() { return size_t(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {})); }

// Once the server has noticed the client that just left.
size_t settledFds() {
    size_t before = 0, now = openFds();
    while (before != now) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        before = std::exchange(now, openFds());
    }
    return now;
}

size_t residentKiB() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (size_t kib = 0; word == "VmRSS:" && status >> kib) return kib;
    return 0;
}

// The next client is served as if nothing had happened.
bool servesNext(const DeviceHost& host) {
    VfioConnection next(host.path);
    return next.negotiate() && next.read32(0x122c) == 1;
}

} // namespace

TEST_CASE("the socket is private") {
    DeviceHost host;
    struct stat info{};
    REQUIRE(::stat(host.path.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("a client that stops inside a message, at any byte, leaves the next one served") {
    DeviceHost host;
    auto bytes = test::message(1, test::kVersion, test::versionPayload());
    const auto map = test::message(2, test::kDmaMap, test::mapPayload(0, 0x1000));
    bytes.insert(bytes.end(), map.begin(), map.end());
    for (size_t length = 0; length < bytes.size(); ++length) {
        VfioConnection client(host.path);
        REQUIRE(client.sendRaw({bytes.begin(), bytes.begin() + long(length)}));
    }
    CHECK(servesNext(host));
}

TEST_CASE("messages that are too small or too large end the connection") {
    DeviceHost host;
    for (const uint32_t size : {0u, 15u, (1u << 20) + 65u, 0xffffffffu}) {
        VfioConnection client(host.path);
        REQUIRE(client.negotiate());
        auto bytes = test::message(1, test::kReset, {});
        for (int i = 0; i < 4; ++i) bytes[4 + size_t(i)] = std::byte(size >> (8 * i));
        REQUIRE(client.sendRaw(bytes));
        CHECK(client.isClosed());
    }
    CHECK(servesNext(host));
}

TEST_CASE("the largest write that is allowed is read to its end and answered") {
    DeviceHost host;
    VfioConnection client(host.path);
    REQUIRE(client.negotiate());
    const auto bytes = test::message(9, test::kRegionWrite, test::accessPayload(0, 0, 1 << 20, test::Bytes(1 << 20)));
    std::thread sender([&] {
        for (size_t sent = 0; sent < bytes.size();) {
            const auto n = ::send(client.fd(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (n <= 0) return;
            sent += size_t(n);
        }
    });
    const auto reply = client.read();
    sender.join();
    REQUIRE(reply);
    CHECK(reply->error == EINVAL);
    CHECK(client.read32(0x122c) == 1);
}

TEST_CASE("pipelined requests are answered in order") {
    DeviceHost host;
    VfioConnection client(host.path);
    REQUIRE(client.negotiate());
    test::Bytes burst;
    for (uint16_t i = 0; i < 200; ++i) {
        const auto m = test::message(uint16_t(1000 + i), test::kRegionRead, test::accessPayload(7, i % 64, 1));
        burst.insert(burst.end(), m.begin(), m.end());
    }
    REQUIRE(client.sendRaw(burst));
    for (uint32_t i = 0; i < 200; ++i) {
        const auto reply = client.read();
        REQUIRE(reply);
        CHECK(test::at(reply->payload, 0, 8) == i % 64);
    }
}

TEST_CASE("a second client is closed and the first one served on") {
    DeviceHost host;
    VfioConnection first(host.path);
    REQUIRE(first.negotiate());
    VfioConnection second(host.path);
    CHECK(second.isClosed());
    CHECK(first.read32(0x122c) == 1);
    first.close();
    CHECK(servesNext(host));
}

TEST_CASE("a client that comes in the moment the old one leaves is served") {
    DeviceHost host;
    for (int i = 0; i < 50; ++i) {
        VfioConnection client(host.path);
        REQUIRE(client.negotiate());
    }
}

TEST_CASE("a client that sends requests and reads no reply stops only itself") {
    DeviceHost host;
    VfioConnection client(host.path);
    REQUIRE(client.negotiate());
    const auto read = test::message(1, test::kRegionRead, test::accessPayload(7, 0, 256));
    while (client.sendRaw(read)) {}
    client.close();
    CHECK(servesNext(host));
}

TEST_CASE("descriptors that belong to no message are closed with the connection") {
    DeviceHost host;
    const auto file = test::ramFile(0x1000);
    const std::array fds{file.get(), file.get(), file.get()};
    REQUIRE(servesNext(host));
    const size_t before = settledFds();
    {
        VfioConnection client(host.path);
        REQUIRE(client.negotiate());
        CHECK(client.request(test::kGetInfo, test::words({16, 0, 0, 0}), fds)->error == EINVAL);
        CHECK(client.request(test::kDmaMap, test::mapPayload(0, 0x1000), fds)->error == EINVAL);
        CHECK(client.request(99, {}, fds)->error == ENOSYS);
        CHECK(client.sendRaw(test::Bytes(7), fds)); // half a header
    }
    CHECK(settledFds() == before);
}

TEST_CASE("guest RAM reaches the renderer, is gone when the unmap is answered, and comes back for a restarted renderer") {
    DeviceHost host;
    const auto file = test::ramFile(0x100000);
    const int fd = file.get();
    VfioConnection client(host.path);
    REQUIRE(client.negotiate());
    CHECK(eventually([&] { return host.renderer.hasClient.load(); }));
    REQUIRE(client.request(test::kDmaMap, test::mapPayload(0, 0x80000), std::span(&fd, 1))->error == 0);
    REQUIRE(client.request(test::kDmaMap, test::mapPayload(0x100000000, 0x80000, 0x80000), std::span(&fd, 1))->error == 0);
    CHECK(eventually([&] { return host.renderer.memory.regionCount() == 2; }));
    REQUIRE(client.request(test::kDmaUnmap, test::unmapPayload(0, 0x80000))->error == 0);
    CHECK(host.renderer.memory.regionCount() == 1);

    client.write32(0x1034, 6);
    client.write32(0x1000, 1);
    REQUIRE(client.read32(0x1000) == 1);
    const int fifoControls = host.renderer.fifoControls;
    host.renderer.die();
    REQUIRE(eventually([&] { return host.restarts == 1; }));
    host.renderer.memory.unmapAll(); // its process is gone, and with it its mappings
    CHECK(eventually([&] { return host.renderer.fifoControls == fifoControls + 1; }));
    CHECK(client.read32(0x1034) == 6);
}

TEST_CASE("a reset is answered after the renderer has closed the old epoch") {
    DeviceHost host;
    VfioConnection client(host.path);
    REQUIRE(client.negotiate());
    REQUIRE(eventually([&] { return host.greetings == 1; }));
    client.write32(0x1034, 6);
    CHECK(client.read32(0x1034) == 6);
    REQUIRE(client.request(test::kReset, {})->error == 0);
    CHECK(host.renderer.resets == 1);
    CHECK(client.read32(0x1034) == 0);
}

TEST_CASE("a renderer that never acknowledges delays a reset by about 1 s and is replaced") {
    DeviceHost host(Behaviour::Deaf);
    VfioConnection client(host.path);
    REQUIRE(client.negotiate());
    REQUIRE(eventually([&] { return host.greetings == 1; }));
    host.renderer.behaviour = Behaviour::Good; // the next one
    const double seconds = secondsOf([&] { REQUIRE(client.request(test::kReset, {})->error == 0); });
    CHECK(seconds > 0.9);
    CHECK(seconds < 2.0);
    CHECK(eventually([&] { return host.restarts == 1; }));
    CHECK(client.read32(0x122c) == 1);
}

TEST_CASE("a renderer that keeps guest memory delays an unmap by about 1 s and is replaced") {
    DeviceHost host(Behaviour::Deaf);
    const auto file = test::ramFile(0x1000);
    const int fd = file.get();
    VfioConnection client(host.path);
    REQUIRE(client.negotiate());
    REQUIRE(eventually([&] { return host.greetings == 1; }));
    host.renderer.behaviour = Behaviour::Good;
    REQUIRE(client.request(test::kDmaMap, test::mapPayload(0, 0x1000), std::span(&fd, 1))->error == 0);
    const double seconds = secondsOf([&] { REQUIRE(client.request(test::kDmaUnmap, test::unmapPayload(0, 0x1000))->error == 0); });
    CHECK(seconds > 0.9);
    CHECK(seconds < 2.0);
    CHECK(eventually([&] { return host.restarts == 1; }));
}

TEST_CASE("while no renderer is there everything is answered at once") {
    DeviceHost host(Behaviour::Silent);
    const auto file = test::ramFile(0x1000);
    const int fd = file.get();
    VfioConnection client(host.path);
    REQUIRE(client.negotiate());
    const double seconds = secondsOf([&] {
        REQUIRE(client.request(test::kDmaMap, test::mapPayload(0, 0x1000), std::span(&fd, 1))->error == 0);
        REQUIRE(client.request(test::kReset, {})->error == 0);
        client.write32(0x1034, 6);
        CHECK(client.read32(0x1034) == 6);
        REQUIRE(client.request(test::kDmaUnmap, test::unmapPayload(0, 0x1000))->error == 0);
    });
    CHECK(seconds < 0.5);
}

TEST_CASE("the renderer's interrupt reaches the eventfd of SET_IRQS") {
    DeviceHost host;
    VfioConnection client(host.path);
    REQUIRE(client.negotiate());
    REQUIRE(eventually([&] { return host.renderer.hasClient.load(); }));
    auto eventFd = pvg::makeEventFd();
    REQUIRE(eventFd);
    const int fd = eventFd->get();
    REQUIRE(client.request(test::kSetIrqs, test::words({20, 0x24, 1, 0, 1}), std::span(&fd, 1))->error == 0);
    CHECK_FALSE(pvg::waitForFd(fd, POLLIN, 50));
    host.renderer.link()->page().interruptGpu.fetch_or(4);
    const uint64_t one = 1;
    REQUIRE(::write(host.renderer.link()->interruptFd(), &one, sizeof one) == sizeof one);
    CHECK(pvg::waitForFd(fd, POLLIN, 2000));
    CHECK(client.read32(0x1018) == 4);
    CHECK(client.read32(0x1018) == 0);
}

TEST_CASE("1,000 connects leave descriptors and memory as they were") {
    DeviceHost host;
    const auto file = test::ramFile(0x10000);
    const int fd = file.get();
    const auto connectOnce = [&](int i) {
        VfioConnection client(host.path);
        if (i % 4 == 0) return client.isConnected(); // nothing sent
        if (!client.negotiate()) return false;
        auto eventFd = pvg::makeEventFd();
        const int interrupt = eventFd->get();
        bool isGood = client.request(test::kDmaMap, test::mapPayload(0, 0x10000), std::span(&fd, 1))->error == 0;
        isGood &= client.request(test::kSetIrqs, test::words({20, 0x24, 1, 0, 1}), std::span(&interrupt, 1))->error == 0;
        if (i % 4 == 1) isGood &= client.sendRaw(test::Bytes(9), std::span(&fd, 1)); // EOF inside a message, with a descriptor
        return isGood;
    };
    for (int i = 0; i < 100; ++i) REQUIRE(connectOnce(i));
    REQUIRE(servesNext(host));
    const size_t fds = settledFds(), memory = residentKiB();
    for (int i = 0; i < 1000; ++i) REQUIRE(connectOnce(i));
    REQUIRE(servesNext(host));
    CHECK(settledFds() == fds);
    CHECK(residentKiB() < memory + kMemorySlackKiB);
    CHECK(host.restarts == 0);
}
