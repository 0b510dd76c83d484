#include <doctest/doctest.h>
#include <sys/eventfd.h>

#include "pvg/fifo/publisher.h"
#include "pvg/fifo/stamp_queue.h"
#include "tests/unit/memory_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {

struct World {
    GuestMemory memory;
    TestRam ram{1 << 20};
    seam::Page page{};
    Counters counters;
    int fd = eventfd(0, EFD_NONBLOCK);
    Publisher publisher{memory, page, fd, counters};

    World() {
        REQUIRE(ram.mapInto(memory));
        publisher.setStampPage(GuestPhys{0x20000});
    }
    ~World() { close(fd); }
    uint64_t interrupts() const {
        uint64_t count = 0;
        return ::read(fd, &count, sizeof count) == sizeof count ? count : 0;
    }
};

} // namespace

TEST_CASE("vector A9: 0xfffffffe to 1 is stored, 5 to 0 is not; status and interrupt follow in both cases") {
    World w;
    w.ram.put<uint32_t>(0x20000 + 4 * 5, 0xfffffffe);
    w.publisher.publishStamp(StampSlot{5}, 1);
    CHECK(w.ram.get<uint32_t>(0x20000 + 4 * 5) == 1);
    CHECK(w.page.interruptGpu.exchange(0) == 1U << 5);
    CHECK(w.interrupts() == 1);

    w.ram.put<uint32_t>(0x20000 + 4 * 5, 5);
    w.publisher.publishStamp(StampSlot{5}, 0);
    CHECK(w.ram.get<uint32_t>(0x20000 + 4 * 5) == 5);
    CHECK(w.page.interruptGpu == 1U << 5);
    CHECK(w.interrupts() == 1);
}

TEST_CASE("the status bit is the slot modulo 32, and slots beyond 1023 do not exist") {
    World w;
    w.publisher.publishStamp(StampSlot{37}, 1);
    CHECK(w.ram.get<uint32_t>(0x20000 + 4 * 37) == 1);
    CHECK(w.page.interruptGpu == 1U << 5);
    w.publisher.publishStamp(StampSlot{1024}, 1);
    CHECK(w.ram.get<uint32_t>(0x21000) == 0);
    CHECK(!w.publisher.stamp(StampSlot{1024}));
}

TEST_CASE("nothing of an older epoch reaches the guest") {
    World w;
    w.memory.gate().invalidate(Epoch{1});
    w.publisher.publishStamp(StampSlot{1}, 9);
    w.publisher.publishRootRead(64);
    w.publisher.publishRead(GuestPhys{0x30000}, 64);
    auto written = w.publisher.write(GuestPhys{0x30000}, bytesOf(1));
    REQUIRE(!written);
    CHECK(written.error().reason == DeclineReason::StaleEpoch);
    CHECK(!w.publisher.raiseDisplay(DisplayPort{0}, GuestPhys{0x30100}, 4));
    CHECK(w.ram.get<uint32_t>(0x20004) == 0);
    CHECK(w.ram.get<uint32_t>(0x30000) == 0);
    CHECK(w.ram.get<uint32_t>(0x30100) == 0);
    CHECK(w.page.fifoRead == 0);
    CHECK(w.page.interruptGpu == 0);
    CHECK(w.page.interruptDisp == 0);
    CHECK(w.interrupts() == 0);
    w.publisher.setEpoch(Epoch{1});
    w.publisher.publishStamp(StampSlot{1}, 9);
    CHECK(w.ram.get<uint32_t>(0x20004) == 9);
}

TEST_CASE("display events are ORed, never overwritten") {
    World w;
    w.ram.put<uint32_t>(0x30100, 1);
    REQUIRE(w.publisher.raiseDisplay(DisplayPort{2}, GuestPhys{0x30100}, 4));
    CHECK(w.ram.get<uint32_t>(0x30100) == 5);
    CHECK(w.page.interruptDisp == 4);
    CHECK(w.interrupts() == 1);
}

TEST_CASE("stamps leave in command order, whatever completes first") {
    StampQueue queue;
    queue.push({StampSlot{1}, 10, 5, {}});
    queue.push({StampSlot{1}, 11, 0, {}});
    queue.push({StampSlot{1}, 12, 3, {}});
    CHECK(!queue.popReady(4));
    CHECK(queue.frontToken() == 5);
    CHECK(queue.lastToken() == 5);
    CHECK(queue.contains(12));
    CHECK(!queue.contains(13));
    CHECK(queue.popReady(5)->signal == 10);
    CHECK(queue.popReady(5)->signal == 11);
    CHECK(queue.popReady(5)->signal == 12);
    CHECK(!queue.popReady(5));
    CHECK(queue.isEmpty());
}

TEST_CASE("32 pending stamps fill a queue") {
    StampQueue queue;
    for (uint32_t i = 0; i < 32; ++i) {
        CHECK(!queue.isFull());
        queue.push({StampSlot{1}, i, 1, {}});
    }
    CHECK(queue.isFull());
}
