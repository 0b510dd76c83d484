#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "tests/unit/memory_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {
constexpr uint64_t kMiB = 1 << 20;
}

TEST_CASE("bytes written by the guest are read, and the other way round") {
    GuestMemory memory;
    TestRam ram(kMiB, 0x100000);
    REQUIRE(ram.mapInto(memory));
    ram.put<uint32_t>(0x100010, 0xdeadbeef);
    CHECK(*memory.load32(GuestPhys{0x100010}) == 0xdeadbeef);
    REQUIRE(memory.store32(GuestPhys{0x100014}, 7));
    REQUIRE(memory.or32(GuestPhys{0x100014}, 8));
    CHECK(ram.get<uint32_t>(0x100014) == 15);
    CHECK(memory.mappedBytes() == kMiB);
    CHECK(memory.regionCount() == 1);
}

TEST_CASE("accesses outside RAM, unaligned words and writes to read-only RAM are declined") {
    GuestMemory memory;
    TestRam ram(kMiB, 0x100000);
    REQUIRE(ram.mapInto(memory, false));
    std::byte b{};
    CHECK(memory.read(GuestPhys{0x1fffff}, {&b, 1}));
    for (uint64_t gpa : {uint64_t{0xfffff}, uint64_t{0x200000}, ~uint64_t{0}}) {
        auto read = memory.read(GuestPhys{gpa}, {&b, 1});
        REQUIRE(!read);
        CHECK(read.error().reason == DeclineReason::BadAddress);
    }
    CHECK(!memory.load32(GuestPhys{0x100002}));
    CHECK(!memory.store32(GuestPhys{0x100000}, 1));
    CHECK(!memory.or32(GuestPhys{0x100000}, 1));
    CHECK(!memory.write(GuestPhys{0x100000}, {&b, 1}));
    std::vector<std::byte> tooMuch(kMiB + 1);
    CHECK(!memory.read(GuestPhys{0x100000}, tooMuch));
}

TEST_CASE("a span over two regions is split, and a hole declines it without leaving spans behind") {
    GuestMemory memory;
    TestRam low(kMiB, 0), high(kMiB, kMiB);
    REQUIRE(low.mapInto(memory));
    REQUIRE(high.mapInto(memory));
    ScatterList list;
    REQUIRE(memory.spans(GuestPhys{kMiB - 0x1000}, 0x3000, true, list));
    REQUIRE(list.size() == 2);
    CHECK(list[0].size == 0x1000);
    CHECK(list[1].size == 0x2000);
    CHECK(scatterSize(list) == 0x3000);
    CHECK(!memory.spans(GuestPhys{2 * kMiB - 0x1000}, 0x2000, true, list));
    CHECK(list.size() == 2);
}

TEST_CASE("gather and scatter address a list by byte offset") {
    GuestMemory memory;
    TestRam low(0x1000, 0), high(0x1000, 0x1000);
    REQUIRE(low.mapInto(memory));
    REQUIRE(high.mapInto(memory));
    ScatterList list;
    REQUIRE(memory.spans(GuestPhys{0xff0}, 0x20, true, list));
    scatterBytes(list, 14, bytesOf(1, 2, 3, 4));
    CHECK(low.get<uint16_t>(0xffe) == 0x0201);
    CHECK(high.get<uint16_t>(0x1000) == 0x0403);
    std::vector<std::byte> out(3);
    gatherBytes(list, 15, out);
    CHECK(out == bytesOf(2, 3, 4));
}

TEST_CASE("regions that overlap, are not pages, wrap or exceed their file are refused") {
    GuestMemory memory;
    TestRam ram(kMiB, 0);
    REQUIRE(ram.mapInto(memory));
    CHECK(!memory.map(GuestPhys{0x1000}, 0x1000, ram.fd(), 0, true));
    CHECK(!memory.map(GuestPhys{2 * kMiB}, 0x1001, ram.fd(), 0, true));
    CHECK(!memory.map(GuestPhys{2 * kMiB}, 0, ram.fd(), 0, true));
    CHECK(!memory.map(GuestPhys{~uint64_t{0xfff}}, 0x2000, ram.fd(), 0, true));
    CHECK(!memory.map(GuestPhys{2 * kMiB}, 2 * kMiB, ram.fd(), 0, true));
    CHECK(!memory.map(GuestPhys{2 * kMiB}, 0x1000, ram.fd(), kMiB, true));
    CHECK(memory.regionCount() == 1);
}

TEST_CASE("after an unmap a late write through an old span does not reach the guest") {
    GuestMemory memory;
    TestRam ram(kMiB, 0);
    REQUIRE(ram.mapInto(memory));
    ScatterList list;
    REQUIRE(memory.spans(GuestPhys{0x2000}, 4, true, list));
    uint64_t before = memory.generation();
    memory.unmap(GuestPhys{0}, kMiB);
    CHECK(memory.generation() != before);
    CHECK(!memory.load32(GuestPhys{0x2000}));
    scatterBytes(list, 0, bytesOf(9, 9, 9, 9));
    CHECK(ram.get<uint32_t>(0x2000) == 0);
    memory.quiescentPoint();
    REQUIRE(ram.mapInto(memory)); // the place is free again
}

TEST_CASE("unmap removes the regions inside the range and no other") {
    GuestMemory memory;
    TestRam a(kMiB, 0), b(kMiB, kMiB), c(kMiB, 4 * kMiB);
    for (TestRam* ram : {&c, &a, &b}) REQUIRE(ram->mapInto(memory));
    memory.unmap(GuestPhys{0}, 2 * kMiB);
    CHECK(memory.regionCount() == 1);
    CHECK(memory.load32(GuestPhys{4 * kMiB}));
    memory.unmapAll();
    CHECK(memory.mappedBytes() == 0);
}

TEST_CASE("the gate admits only the current epoch") {
    GuestWriteGate gate;
    CHECK(gate.enter(Epoch{0}));
    gate.invalidate(Epoch{5});
    CHECK(!gate.enter(Epoch{0}));
    CHECK(!gate.enter(Epoch{6}));
    CHECK(gate.enter(Epoch{5}));
    CHECK(gate.epoch() == Epoch{5});
}

TEST_CASE("closing an epoch waits for the writer inside") {
    GuestWriteGate gate;
    std::atomic<bool> closed{false};
    std::thread closer;
    {
        auto pass = gate.enter(Epoch{0});
        REQUIRE(pass);
        closer = std::thread([&] {
            gate.invalidate(Epoch{1});
            closed = true;
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        CHECK(!closed);
    }
    closer.join();
    CHECK(closed);
}
