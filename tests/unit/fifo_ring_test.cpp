#include <doctest/doctest.h>

#include <string_view>

#include "pvg/fifo/command_table.h"
#include "pvg/fifo/ring.h"
#include "tests/unit/memory_support.h"

using namespace pvg;
using namespace pvg::test;

TEST_CASE("counter 0xfffffff0 of the root ring is position 4080, and a command there stays linear (decisions.md 7)") {
    GuestMemory memory;
    TestRam ram(1 << 20);
    REQUIRE(ram.mapInto(memory));
    Ring ring = Ring::contiguous(GuestPhys{0x11000}, 0xf000);
    for (uint32_t i = 0; i < 32; ++i) ram.put<uint8_t>(0x11000 + 4080 + i, uint8_t(i + 1));
    std::vector<std::byte> out(32);
    REQUIRE(ring.copy(memory, 0xfffffff0, 0, out));
    for (uint32_t i = 0; i < 32; ++i) CHECK(int(out[i]) == int(i + 1));
    // The rest of a command counts from its start, not from the wrapped counter.
    std::vector<std::byte> tail(20);
    REQUIRE(ring.copy(memory, 0xfffffff0, 12, tail));
    CHECK(int(tail[0]) == 13);
    // The next counter, 0x10, is position 16.
    ram.put<uint8_t>(0x11000 + 16, 77);
    REQUIRE(ring.copy(memory, 0x10, 0, std::span(out).first(1)));
    CHECK(int(out[0]) == 77);
}

TEST_CASE("a copy wraps once at the ring's end") {
    GuestMemory memory;
    TestRam ram(1 << 20);
    REQUIRE(ram.mapInto(memory));
    Ring ring = Ring::contiguous(GuestPhys{0x11000}, 0xf000);
    ram.put<uint8_t>(0x11000 + 0xefff, 1);
    ram.put<uint8_t>(0x11000, 2);
    std::vector<std::byte> out(2);
    REQUIRE(ring.copy(memory, 0xefff + 0xf000, 0, out));
    CHECK(out == bytesOf(1, 2));
}

TEST_CASE("child rings cross pages that lie anywhere, and the list ends at its first zero") {
    GuestMemory memory;
    TestRam ram(1 << 20);
    REQUIRE(ram.mapInto(memory));
    ram.put<uint32_t>(0x3000, 0x50);
    ram.put<uint32_t>(0x3004, 0x40);
    ram.put<uint32_t>(0x300c, 0x60); // behind the end
    auto ring = Ring::fromPageList(memory, GuestPhys{0x3000});
    REQUIRE(ring);
    CHECK(ring->length() == 0x2000);
    ram.put<uint8_t>(0x50fff, 1);
    ram.put<uint8_t>(0x40000, 2);
    ram.put<uint8_t>(0x40fff, 3);
    ram.put<uint8_t>(0x50000, 4);
    std::vector<std::byte> out(2);
    REQUIRE(ring->copy(memory, 0xfff, 0, out));
    CHECK(out == bytesOf(1, 2));
    REQUIRE(ring->copy(memory, 0x1fff, 0, out));
    CHECK(out == bytesOf(3, 4));
}

TEST_CASE("page lists that are absent, empty or endless are declined") {
    GuestMemory memory;
    TestRam ram(1 << 20);
    REQUIRE(ram.mapInto(memory));
    CHECK(!Ring::fromPageList(memory, GuestPhys{0}));
    CHECK(!Ring::fromPageList(memory, GuestPhys{0x3000}));
    CHECK(!Ring::fromPageList(memory, GuestPhys{0x10000000}));
    for (uint32_t i = 0; i < 1024; ++i) ram.put<uint32_t>(0x3000 + 4 * i, 0x50);
    CHECK(!Ring::fromPageList(memory, GuestPhys{0x3000}));
}

TEST_CASE("the command table is sorted by id and names each command") {
    auto rows = fifoCommandRows();
    for (size_t i = 1; i < rows.size(); ++i) CHECK(rows[i - 1].id < rows[i].id);
    for (const FifoCommandRow& row : rows) {
        CHECK(findFifoCommand(row.id) == &row);
        CHECK(!std::string_view(row.name).empty());
    }
    CHECK(std::string_view(findFifoCommand(0x37)->name) == "ExecIndirect2");
    CHECK(findFifoCommand(0x37)->minimalPayload == 12);
    CHECK(!findFifoCommand(0x45));
    CHECK(!findFifoCommand(0x10));
    CHECK(!findFifoCommand(0xffff));
}
