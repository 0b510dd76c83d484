#include "pvg/device/gpu_device.h"

#include <doctest/doctest.h>

#include "pvg/base/fd_socket.h"
#include "tests/support/fake_renderer_port.h"
#include "tests/support/ram_file.h"

namespace {

using pvg::seam::MessageType;

struct Machine {
    Machine() : device({}, port, maps) {}
    void write32(uint64_t offset, uint32_t value) { device.writeRegion(0, offset, std::as_bytes(std::span(&value, 1))); }
    uint32_t read32(uint64_t offset) {
        uint32_t value = 0;
        device.readRegion(0, offset, std::as_writable_bytes(std::span(&value, 1)));
        return value;
    }
    uint64_t count(int fd) {
        uint64_t n = 0;
        return ::read(fd, &n, sizeof n) < 0 ? 0 : n;
    }

    test::FakeRendererPort port;
    pvg::transport::DmaTable maps;
    pvg::device::GpuDevice device;
};

} // namespace

TEST_CASE("reset clears registers, status bits and configuration, but not the interrupt") {
    Machine m;
    auto eventFd = pvg::makeEventFd();
    REQUIRE(eventFd);
    const int fd = eventFd->get();
    m.device.installInterrupt(std::move(*eventFd));
    m.write32(0x1034, 6);
    m.write32(0x1000, 1);
    m.write32(0x1008, 0x40);
    m.write32(0x101c, 9);
    m.port.page().interruptGpu = 1;
    m.device.reset();
    CHECK(m.port.events.back().type == MessageType::Reset);
    CHECK(m.port.waits >= 1);
    CHECK(m.port.discards == 1);
    for (uint32_t offset : {0x1000u, 0x1008u, 0x100cu, 0x1014u, 0x1018u, 0x101cu, 0x1034u}) CHECK(m.read32(offset) == 0);
    CHECK(m.port.page().rootPage == 0);
    CHECK(m.port.page().doorbells == 0);
    m.device.fireInterrupt();
    CHECK(m.count(fd) == 1);
}

TEST_CASE("an interrupt goes to the eventfd installed last and to none after its removal") {
    Machine m;
    auto first = pvg::makeEventFd(), second = pvg::makeEventFd();
    REQUIRE((first && second));
    const pvg::UniqueFd watch(::dup(first->get())), watchSecond(::dup(second->get()));
    m.device.fireInterrupt(); // none installed: dropped, the status bits stay
    m.device.installInterrupt(std::move(*first));
    CHECK(m.count(watch.get()) == 0);
    m.device.fireInterrupt();
    CHECK(m.count(watch.get()) == 1);
    m.device.installInterrupt(std::move(*second));
    m.device.fireInterrupt();
    CHECK(m.count(watch.get()) == 0);
    CHECK(m.count(watchSecond.get()) == 1);
    m.device.installInterrupt({});
    m.device.fireInterrupt();
    CHECK(m.count(watchSecond.get()) == 0);
    CHECK(m.port.page().interruptsFired == 4);
}

TEST_CASE("a fresh renderer hears of every map with RAM behind it, the client, the version and the running FIFO, in this order") {
    Machine m;
    std::string why;
    REQUIRE(m.maps.add({32, 3, 0, 0, 0x10000}, test::ramFile(0x10000), why) == 0);
    REQUIRE(m.maps.add({32, 1, 0, 0xfffc0000, 0x40000}, {}, why) == 0);
    m.device.clientConnected();
    m.write32(0x1034, 6);
    m.write32(0x1000, 1);
    m.port.told.clear();
    m.device.describeToRenderer();
    REQUIRE(m.port.maps.size() == 1);
    CHECK(m.port.maps[0].size == 0x10000);
    CHECK(m.port.maps[0].writable);
    REQUIRE(m.port.told.size() == 3);
    CHECK(m.port.told[0].type == MessageType::ClientConnected);
    CHECK(m.port.told[1].type == MessageType::VersionWritten);
    CHECK(m.port.told[2].type == MessageType::FifoControl);
    CHECK(m.port.told[2].isResumed);
    CHECK(m.port.told[2].fifo.protocolVersion == 6);
}

TEST_CASE("nothing is described when nothing has happened") {
    Machine m;
    m.device.describeToRenderer();
    CHECK(m.port.maps.empty());
    CHECK(m.port.told.empty());
}

TEST_CASE("a client that leaves takes maps, interrupt and registers with it") {
    Machine m;
    std::string why;
    REQUIRE(m.maps.add({32, 3, 0, 0, 0x10000}, test::ramFile(0x10000), why) == 0);
    m.device.clientConnected();
    m.write32(0x1034, 6);
    m.device.clientGone();
    CHECK(m.maps.size() == 0);
    CHECK(m.port.events.back().type == MessageType::ClientGone);
    CHECK(m.read32(0x1034) == 0);
    CHECK(m.port.page().clientConnected == 0);
}
