#include "pvg/device/registers.h"

#include <doctest/doctest.h>

#include <cstring>

#include "tests/support/fake_renderer_port.h"

namespace {

using pvg::seam::MessageType;

struct Block {
    explicit Block(pvg::device::DeviceOptions options = {}) : registers(options, port) {}

    template <class T = uint32_t>
    T read(uint64_t offset) {
        T value = T(0xcccccccccccccccc);
        registers.read(offset, std::as_writable_bytes(std::span(&value, 1)));
        return value;
    }
    template <class T = uint32_t>
    void write(uint64_t offset, T value) {
        registers.write(offset, std::as_bytes(std::span(&value, 1)));
    }

    test::FakeRendererPort port;
    pvg::device::RegisterBlock registers;
};

} // namespace

TEST_CASE("power-on values are those of the register table") {
    Block block({3, 1280, 720});
    CHECK(block.read(0x122c) == 3);
    CHECK(block.read(0x1204) == 1);
    CHECK(block.read(0x120c) == (1280u << 16 | 720));
    CHECK(block.read(0x1224) == 64);
    CHECK(block.read(0x1234) == 1);
    for (uint32_t offset : {0x1000u, 0x1004u, 0x1008u, 0x100cu, 0x1010u, 0x1014u, 0x1018u, 0x101cu, 0x102cu, 0x1030u, 0x1034u, 0x1230u})
        CHECK(block.read(offset) == 0);
}

TEST_CASE("read-only registers ignore writes, others store, doorbells read 0") {
    Block block;
    for (uint32_t offset : {0x100cu, 0x102cu, 0x1204u, 0x1224u, 0x122cu, 0x1230u, 0x1234u}) {
        const uint32_t before = block.read(offset);
        block.write(offset, 0x5a5a5a5au);
        CHECK(block.read(offset) == before);
    }
    for (uint32_t offset : {0x1004u, 0x1010u, 0x101cu, 0x1030u, 0x1038u, 0x1210u, 0x1228u, 0x1238u, 0x2000u, 0x3ffcu}) {
        block.write(offset, offset ^ 0xffffu);
        CHECK(block.read(offset) == (offset ^ 0xffffu));
    }
    for (uint32_t offset : {0x1020u, 0x1024u, 0x1028u, 0x1220u}) {
        block.write(offset, 1u);
        CHECK(block.read(offset) == 0);
    }
}

TEST_CASE("the first page reads 0 and ignores writes") {
    Block block;
    block.write(0x0000, 1u);
    block.write(0x0ffc, 1u);
    CHECK(block.read(0x0000) == 0);
    CHECK(block.read(0x0ffc) == 0);
}

TEST_CASE("8-byte accesses are low then high dword, also at the end of the region") {
    Block block;
    block.write<uint64_t>(0x3ff8, 0x1111222233334444);
    CHECK(block.read(0x3ff8) == 0x33334444);
    CHECK(block.read(0x3ffc) == 0x11112222);
    CHECK(block.read<uint64_t>(0x3ff8) == 0x1111222233334444);
    block.write<uint64_t>(0x1210, 0xaaaabbbbccccdddd);
    CHECK(block.read(0x1214) == 0xaaaabbbb);
}

TEST_CASE("other sizes and misaligned accesses read 0 and write nothing") {
    Block block;
    block.write(0x2000, 0x12345678u);
    CHECK(block.read<uint8_t>(0x2000) == 0);
    CHECK(block.read<uint16_t>(0x2000) == 0);
    CHECK(block.read(0x2002) == 0);
    CHECK(block.read<uint64_t>(0x1ffc) == 0);
    block.write<uint8_t>(0x2000, 0xff);
    block.write<uint16_t>(0x2000, 0xffff);
    block.write(0x2002, 0xffffffffu);
    block.write<uint64_t>(0x1ffc, ~0ull);
    CHECK(block.read(0x2000) == 0x12345678);
}

TEST_CASE("the version read back is the smaller of proposal and 6") {
    Block block;
    for (const auto& [proposal, answer] : {std::pair{6u, 6u}, {4u, 4u}, {43u, 6u}, {1u, 1u}, {0x80000006u, 0x80000006u}}) {
        block.write(0x1034, proposal);
        CHECK(block.read(0x1034) == answer);
    }
}

TEST_CASE("status registers are cleared by reading them and tolerate write-1-to-clear") {
    Block block;
    block.port.page().interruptGpu = 0x30;
    block.port.page().interruptDisp = 2;
    CHECK(block.read(0x1018) == 0x30);
    CHECK(block.read(0x1018) == 0);
    CHECK(block.read(0x1014) == 2);
    CHECK(block.read(0x1014) == 0);
    block.port.page().interruptGpu = 0x31;
    block.write(0x1018, 0x10u);
    CHECK(block.read(0x1018) == 0x21);
}

TEST_CASE("each doorbell sets its bit on the page and wakes the renderer") {
    Block block({2, 1920, 1080});
    auto& page = block.port.page();
    block.write(0x1008, 0x123u);
    CHECK(page.fifoWritten == 0x123);
    CHECK(page.doorbells.exchange(0) == 1);
    block.write(0x1020, 5u);
    CHECK(page.doorbells.exchange(0) == 1u << 5);
    block.write(0x1024, 0u);
    CHECK(page.doorbells.exchange(0) == 1);
    CHECK(page.replayDoorbells.exchange(0) == 1);
    block.write(0x1028, 31u);
    CHECK(page.replayDoorbells.exchange(0) == 1u << 31);
    block.write(0x1220, 1u);
    CHECK(page.displayDoorbells.exchange(0) == 2);
    CHECK(block.port.rings == 5);
}

TEST_CASE("doorbells of channels and ports that cannot exist do nothing") {
    Block block;
    for (uint32_t value : {0u, 32u, 33u, 0xffffffffu}) {
        block.write(0x1020, value);
        block.write(0x1028, value);
    }
    block.write(0x1220, 1u);
    CHECK(block.port.page().doorbells == 0);
    CHECK(block.port.page().replayDoorbells == 0);
    CHECK(block.port.page().displayDoorbells == 0);
    CHECK(block.port.rings == 0);
}

TEST_CASE("enabling the FIFO starts an epoch with its geometry and counters at 0") {
    Block block;
    block.write(0x1034, 6u);
    block.write(0x1008, 0x40u);
    block.port.page().fifoRead = 0x40;
    block.write(0x1030, 77u);
    block.write(0x1004, 0x10000u);
    block.write(0x1010, 0x1000u);
    block.write(0x1000, 1u);
    REQUIRE(block.port.events.size() == 2);
    CHECK(block.port.events[1].type == MessageType::FifoControl);
    const auto fifo = block.port.events[1].fifo;
    CHECK(fifo.control == 1);
    CHECK(fifo.fifoLength == 0x10000);
    CHECK(fifo.fifoStart == 0x1000);
    CHECK(fifo.fifoBasePage == 77);
    CHECK(fifo.protocolVersion == 6);
    CHECK(block.read(0x1008) == 0);
    CHECK(block.read(0x100c) == 0);
}

TEST_CASE("disabling the FIFO starts an epoch and keeps the counters") {
    Block block;
    block.write(0x1000, 1u);
    block.write(0x1008, 0x40u);
    block.port.page().fifoRead = 0x40;
    block.write(0x1000, 0u);
    CHECK(block.port.events.back().fifo.control == 0);
    CHECK(block.read(0x1008) == 0x40);
    CHECK(block.read(0x100c) == 0x40);
}

TEST_CASE("FIFO_READ of the old epoch is not shown while the renderer has not acknowledged the new one") {
    Block block;
    block.port.page().fifoRead = 0x80;
    block.port.acksAtOnce = false;
    block.write(0x1034, 6u);
    CHECK(block.read(0x100c) == 0);
    CHECK(block.port.waits == 0);
    block.port.isAcked = true;
    block.port.page().fifoRead = 0x10;
    CHECK(block.read(0x100c) == 0x10);
}

TEST_CASE("reads of 0x1034 and 0x1000 wait for the acknowledgement, others never") {
    Block block;
    block.port.acksAtOnce = false;
    block.write(0x1000, 1u);
    for (uint32_t offset : {0x1004u, 0x1008u, 0x100cu, 0x1014u, 0x1018u, 0x101cu, 0x102cu, 0x1030u, 0x122cu}) (void)block.read(offset);
    CHECK(block.port.waits == 0);
    CHECK(block.read(0x1000) == 1);
    CHECK(block.port.waits == 1);
    (void)block.read(0x1034);
    CHECK(block.port.waits == 2);
}
