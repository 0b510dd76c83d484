#include <doctest/doctest.h>

#include "pvg/fifo/channel.h"
#include "tests/unit/memory_support.h"

using namespace pvg;
using namespace pvg::test;
using namespace std::chrono_literals;

namespace {

constexpr uint32_t kRootPage = 0x10;
constexpr uint64_t kList = 0x3d000;

// Channel 5 with a one-page ring at page 0x80.
struct World {
    GuestMemory memory;
    TestRam ram{1 << 20};
    seam::Page page{};
    Channel channel{ChannelId{5}};
    Time now{1h};
    static constexpr uint64_t kRecord = (uint64_t{kRootPage} << 12) + 0x450;

    World() {
        REQUIRE(ram.mapInto(memory));
        ram.put<uint32_t>(kList, 0x80);
        ram.put<uint32_t>(kRecord + 0xc, 5);
        ram.put<uint32_t>(kRecord + 0x10, kList >> 12);
    }
    void put(uint32_t at, std::initializer_list<uint32_t> words) {
        for (uint32_t word : words) {
            ram.put<uint32_t>(0x80000 + at % 4096, word);
            at += 4;
        }
    }
    void publish(uint32_t written) { ram.put<uint32_t>(kRecord, written); }
    Channel::Head fetch() {
        auto head = channel.fetch(memory, page, now);
        REQUIRE(head);
        return *head;
    }
    bool isBroken() {
        auto head = channel.fetch(memory, page, now);
        if (!head) CHECK(head.error().reason == DeclineReason::BadRing);
        return !head;
    }
};

} // namespace

TEST_CASE("vectors A3 and A4: a record with one 20-byte command pending") {
    World w;
    w.put(0, {0x01, 0x14, 1, 0, 0x222});
    w.publish(0x14);
    REQUIRE(w.channel.defineChild(w.memory, kRootPage));
    CHECK(w.channel.slot() == StampSlot{5});
    CHECK(w.channel.readCounterAddress() == GuestPhys{w.kRecord + 4});
    REQUIRE(w.fetch() == Channel::Head::Ready);
    CHECK(w.channel.read() == 0);
    FifoCommand command = w.channel.consume();
    CHECK(command.id == 1);
    CHECK(command.signal == 1);
    CHECK(command.payload().size() == 8);
    CHECK(w.channel.read() == 0x14);
    CHECK(w.fetch() == Channel::Head::Empty);
}

TEST_CASE("vector A5: one barrier in front of the payload") {
    World w;
    w.put(0, {0x00010006, 0x20, 9, 1, 7, 0, 0x2a, 0});
    w.publish(0x20);
    REQUIRE(w.channel.defineChild(w.memory, kRootPage));
    REQUIRE(w.fetch() == Channel::Head::Ready);
    const FifoCommand& command = w.channel.head();
    REQUIRE(command.barrierCount == 1);
    CHECK(command.barrier(0).slot == StampSlot{1});
    CHECK(command.barrier(0).value == 7);
    CHECK(command.payload().size() == 12);
    CHECK(command.signal == 9);
}

TEST_CASE("a command wraps in a ring and over the counter's end") {
    World w;
    w.put(4088, {0x1e, 16, 3, 0xabcd});
    w.ram.put<uint32_t>(w.kRecord + 4, 0xfffffff8);
    w.publish(8);
    REQUIRE(w.channel.defineChild(w.memory, kRootPage));
    REQUIRE(w.fetch() == Channel::Head::Ready);
    CHECK(w.channel.consume().signal == 3);
    CHECK(w.channel.read() == 8);
}

TEST_CASE("the copy is what counts: later changes of the ring are not seen") {
    World w;
    w.put(0, {0x1e, 16, 3, 0xabcd});
    w.publish(16);
    REQUIRE(w.channel.defineChild(w.memory, kRootPage));
    REQUIRE(w.fetch() == Channel::Head::Ready);
    w.put(0, {0x37, 0xffffffff, 4, 5});
    REQUIRE(w.fetch() == Channel::Head::Ready);
    FifoCommand command = w.channel.consume();
    CHECK(command.id == 0x1e);
    CHECK(command.length() == 16);
}

TEST_CASE("half a command waits for the rest, and is broken when it does not come within 100 ms") {
    for (uint32_t published : {4U, 8U, 12U, 20U}) {
        World w;
        w.put(0, {0x1e, 24, 3, 1, 2, 3});
        w.publish(published);
        REQUIRE(w.channel.defineChild(w.memory, kRootPage));
        CHECK(w.fetch() == Channel::Head::Incomplete);
        w.now += 99ms;
        CHECK(w.fetch() == Channel::Head::Incomplete);
        w.publish(24);
        CHECK(w.fetch() == Channel::Head::Ready);

        World late;
        late.put(0, {0x1e, 24, 3, 1, 2, 3});
        late.publish(published);
        REQUIRE(late.channel.defineChild(late.memory, kRootPage));
        CHECK(late.fetch() == Channel::Head::Incomplete);
        late.now += 100ms;
        CHECK(late.isBroken());
    }
}

TEST_CASE("broken frames: distance, length, alignment, barriers") {
    auto broken = [](std::initializer_list<uint32_t> words, uint32_t written) {
        World w;
        w.put(0, words);
        w.publish(written);
        REQUIRE(w.channel.defineChild(w.memory, kRootPage));
        return w.isBroken();
    };
    CHECK(broken({0x1e, 12, 1}, 4097));
    CHECK(broken({0x1e, 12, 1}, 0xffffff00)); // behind `read`
    CHECK(broken({0x1e, 8, 1}, 12));
    CHECK(broken({0x1e, 14, 1, 0}, 16));
    CHECK(broken({0x1e, 4100, 1}, 12));
    CHECK(broken({0x1e, 0xfffffffc, 1}, 12));
    CHECK(broken({0x0001001e, 12, 1}, 12));
    CHECK(broken({0xffff001e, 16, 1, 0}, 16));
    CHECK(!broken({0x1e, 12, 1}, 12));
}

TEST_CASE("records that cannot be: stamp slot 1024, list or root page outside RAM") {
    World w;
    w.ram.put<uint16_t>(w.kRecord + 0xc, 1024);
    CHECK(!w.channel.defineChild(w.memory, kRootPage));
    w.ram.put<uint16_t>(w.kRecord + 0xc, 5);
    w.ram.put<uint32_t>(w.kRecord + 0x10, 0x7000000);
    CHECK(!w.channel.defineChild(w.memory, kRootPage));
    CHECK(!w.channel.defineChild(w.memory, 0x7000000));
    CHECK(!w.channel.isDefined());
}

TEST_CASE("a channel defined before the root page is known waits for it") {
    World w;
    REQUIRE(w.channel.defineChild(w.memory, 0));
    CHECK(w.channel.isAwaitingRootPage());
    CHECK(!w.channel.isRunning());
}

TEST_CASE("a replay goes back only to a counter inside the ring behind `read` (decisions.md 31b)") {
    World w;
    w.put(0, {0x1e, 16, 1, 0, 0x1e, 16, 2, 0});
    w.publish(32);
    REQUIRE(w.channel.defineChild(w.memory, kRootPage));
    REQUIRE(w.fetch() == Channel::Head::Ready);
    w.channel.consume();
    REQUIRE(w.fetch() == Channel::Head::Ready);
    w.channel.consume();

    w.ram.put<uint32_t>(w.kRecord + 4, 48); // ahead of what was consumed
    REQUIRE(w.channel.replay(w.memory, kRootPage));
    CHECK(w.channel.read() == 32);
    w.ram.put<uint32_t>(w.kRecord + 4, 32U - 4100);
    REQUIRE(w.channel.replay(w.memory, kRootPage));
    CHECK(w.channel.read() == 32);
    w.ram.put<uint32_t>(w.kRecord + 4, 16);
    REQUIRE(w.channel.replay(w.memory, kRootPage));
    CHECK(w.channel.read() == 16);
    CHECK(w.channel.wasConsumedBefore(16));
    CHECK(!w.channel.wasConsumedBefore(32));
    REQUIRE(w.fetch() == Channel::Head::Ready);
    CHECK(w.channel.consume().signal == 2);
    CHECK(!w.channel.wasConsumedBefore(16)); // the replay is over
}

TEST_CASE("a stopped channel revives by replay and by definition") {
    World w;
    REQUIRE(w.channel.defineChild(w.memory, kRootPage));
    w.channel.stop();
    CHECK(!w.channel.isRunning());
    REQUIRE(w.channel.replay(w.memory, kRootPage));
    CHECK(w.channel.isRunning());
    w.channel.stop();
    REQUIRE(w.channel.defineChild(w.memory, kRootPage));
    CHECK(w.channel.isRunning());
    w.channel.undefine();
    CHECK(!w.channel.replay(w.memory, kRootPage));
}
