#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <random>

#include "pvg/memory/address_space.h"
#include "tests/unit/memory_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {

constexpr uint64_t kRam = 32 << 20;
constexpr uint32_t kDirectory = 1;

// Writes page tables the plain way: one node at a time, top down.
class Tables {
public:
    Tables(const TestRam& ram, uint32_t depth) : m_ram(ram), m_depth(depth), m_root(newPage()) {
        m_ram.put<uint32_t>(kDirectory << 12, m_root);
        m_ram.put<uint32_t>((kDirectory << 12) + 4, depth);
    }
    uint32_t newPage() { return m_next++; }
    uint64_t entryAddress(uint64_t va) {
        uint64_t page = va >> 12;
        uint32_t node = m_root;
        for (uint32_t level = 0; level + 1 < m_depth; ++level) {
            uint64_t shift = 10 * (m_depth - 1 - level);
            uint64_t entry = (uint64_t{node} << 12) + 4 * ((page >> shift) & 1023);
            if (m_ram.get<uint32_t>(entry) == 0) m_ram.put<uint32_t>(entry, newPage());
            node = m_ram.get<uint32_t>(entry) & 0x7fffffff;
        }
        return (uint64_t{node} << 12) + 4 * (page & 1023);
    }
    void map(uint64_t va, uint32_t page) { m_ram.put<uint32_t>(entryAddress(va), page); }

private:
    const TestRam& m_ram;
    uint32_t m_depth;
    uint32_t m_next = 2;
    uint32_t m_root;
};

struct World {
    GuestMemory memory;
    TestRam ram{kRam};
    Tables tables;
    AddressSpace space;

    explicit World(uint32_t depth = 3, uint64_t length = uint64_t{1} << 52) : tables(ram, depth), space(memory, length, kDirectory) {
        REQUIRE(ram.mapInto(memory));
    }
};

DeclineReason reasonOf(const Declined<void>& result) {
    REQUIRE(!result);
    return result.error().reason;
}

Declined<void> readOne(AddressSpace& space, uint64_t va) {
    std::array<std::byte, 1> out;
    return space.read(GuestVirt{va}, out);
}

} // namespace

TEST_CASE("vector A8: address 0x1180 at depth 3 is page index 1, offset 0x180") {
    World w;
    w.ram.put<uint32_t>(2 << 12, 100);             // root, index 0
    w.ram.put<uint32_t>(100 << 12, 101);           // middle, index 0
    w.ram.put<uint32_t>((101 << 12) + 4, 0x300);   // leaf, index 1
    w.ram.put<uint32_t>((0x300 << 12) + 0x180, 0x12345678);
    std::array<std::byte, 4> out;
    REQUIRE(w.space.read(GuestVirt{0x1180}, out));
    CHECK(out == std::array{std::byte(0x78), std::byte(0x56), std::byte(0x34), std::byte(0x12)});
}

TEST_CASE("random mappings read as a plain page map says, at every depth") {
    std::mt19937_64 random(7);
    for (uint32_t depth = 1; depth <= 4; ++depth) {
        World w(depth);
        uint64_t reach = uint64_t{1} << (12 + 10 * depth);
        std::map<uint64_t, uint32_t> reference;
        for (int i = 0; i < 40; ++i) {
            uint64_t va = (random() % reach) & ~uint64_t{0xfff};
            uint32_t page = 0x1000 + uint32_t(random() % 0x800);
            if (reference.contains(va)) continue;
            reference[va] = page;
            w.tables.map(va, page | (random() % 2 ? 0x80000000 : 0)); // bit 31 is ignored
            w.ram.put<uint64_t>((uint64_t{page} << 12) + 0x58, va ^ page);
        }
        for (const auto& [va, page] : reference) {
            ScatterList list;
            REQUIRE(w.space.spans(GuestVirt{va + 0x58}, 8, true, list));
            REQUIRE(list.size() == 1);
            std::array<std::byte, 8> bytes;
            REQUIRE(w.space.read(GuestVirt{va + 0x58}, bytes));
            std::array<std::byte, 8> expected;
            std::memcpy(expected.data(), w.ram.at((uint64_t{page} << 12) + 0x58), 8);
            CHECK(bytes == expected);
        }
        CHECK(reasonOf(readOne(w.space, reach)) == DeclineReason::BadAddress);
    }
}

TEST_CASE("pages that follow each other in guest RAM merge into one span, others do not") {
    World w;
    const uint32_t pages[] = {0x500, 0x501, 0x502, 0x700, 0x503};
    for (uint64_t i = 0; i < std::size(pages); ++i) w.tables.map(0x10000000 + i * 4096, pages[i]);
    ScatterList list;
    REQUIRE(w.space.spans(GuestVirt{0x10000100}, 5 * 4096 - 0x200, true, list));
    REQUIRE(list.size() == 3);
    CHECK(list[0].size == 3 * 4096 - 0x100);
    CHECK(list[1].size == 4096);
    CHECK(list[2].size == 4096 - 0x100);
}

TEST_CASE("writes cross scattered pages") {
    World w;
    w.tables.map(0x1000, 0x500);
    w.tables.map(0x2000, 0x400);
    REQUIRE(w.space.write(GuestVirt{0x1ffe}, bytesOf(1, 2, 3, 4)));
    CHECK(w.ram.get<uint16_t>(0x500ffe) == 0x0201);
    CHECK(w.ram.get<uint16_t>(0x400000) == 0x0403);
}

TEST_CASE("absent, corrupt and foreign entries are declined") {
    World w;
    w.tables.map(0x5000, 0x400);
    std::array<std::byte, 4> out;
    CHECK(reasonOf(w.space.read(GuestVirt{0x6000}, out)) == DeclineReason::UnmappedPage);
    CHECK(reasonOf(w.space.read(GuestVirt{uint64_t{1} << 40}, out)) == DeclineReason::UnmappedPage);
    w.tables.map(0x5000, 0x80000000);
    CHECK(reasonOf(w.space.read(GuestVirt{0x5000}, out)) == DeclineReason::BadAddress);
    w.tables.map(0x5000, 0x7000000); // no RAM there
    CHECK(reasonOf(w.space.read(GuestVirt{0x5000}, out)) == DeclineReason::BadAddress);
    w.tables.map(0x5000, 0x400); // a failing walk is not remembered
    CHECK(w.space.read(GuestVirt{0x5000}, out));
}

TEST_CASE("addresses at or beyond the task's length are declined") {
    World w(3, 0x10000);
    w.tables.map(0xf000, 0x400);
    w.tables.map(0x10000, 0x401);
    std::array<std::byte, 4> out;
    CHECK(w.space.read(GuestVirt{0xfffc}, out));
    CHECK(reasonOf(w.space.read(GuestVirt{0xfffd}, out)) == DeclineReason::BadAddress);
    CHECK(reasonOf(w.space.read(GuestVirt{0x10000}, out)) == DeclineReason::BadAddress);
    CHECK(reasonOf(w.space.read(GuestVirt{~uint64_t{0}}, out)) == DeclineReason::BadAddress);
}

TEST_CASE("depth 0, depth 5 and root page 0 are declined") {
    World w;
    w.tables.map(0x5000, 0x400);
    std::array<std::byte, 4> out;
    for (uint32_t depth : {0U, 5U, 0xffffffffU}) {
        w.ram.put<uint32_t>((kDirectory << 12) + 4, depth);
        CHECK(reasonOf(w.space.read(GuestVirt{0x5000}, out)) == DeclineReason::BadAddress);
    }
    w.ram.put<uint32_t>((kDirectory << 12) + 4, 3);
    w.ram.put<uint32_t>(kDirectory << 12, 0);
    CHECK(reasonOf(w.space.read(GuestVirt{0x5000}, out)) == DeclineReason::BadAddress);
}

TEST_CASE("a replaced leaf entry is seen at once, a replaced interior node after invalidate") {
    World w;
    w.tables.map(0x5000, 0x400);
    w.ram.put<uint8_t>(0x400000, 1);
    w.ram.put<uint8_t>(0x401000, 2);
    w.ram.put<uint8_t>(0x402000, 3);
    auto first = [&] {
        std::array<std::byte, 1> out{};
        REQUIRE(w.space.read(GuestVirt{0x5000}, out));
        return int(out[0]);
    };
    CHECK(first() == 1);
    w.tables.map(0x5000, 0x401);
    CHECK(first() == 2);
    uint32_t newLeaf = w.tables.newPage() + 50;
    w.ram.put<uint32_t>((uint64_t{newLeaf} << 12) + 4 * 5, 0x402);
    uint32_t middle = w.ram.get<uint32_t>(2 << 12);
    w.ram.put<uint32_t>(uint64_t{middle} << 12, newLeaf);
    uint64_t generation = w.space.generation();
    w.space.invalidate(GuestVirt{0x5000}, 4096);
    CHECK(w.space.generation() > generation);
    CHECK(first() == 3);
}

TEST_CASE("translations do not outlive the memory they point into") {
    World w;
    w.tables.map(0x5000, 0x400);
    std::array<std::byte, 1> out;
    REQUIRE(w.space.read(GuestVirt{0x5000}, out));
    w.memory.unmapAll();
    w.memory.quiescentPoint();
    CHECK(!w.space.read(GuestVirt{0x5000}, out));
}

TEST_CASE("page tables that contain themselves end after the depth's number of steps") {
    World w(4);
    for (uint32_t i = 0; i < 1024; ++i) w.ram.put<uint32_t>((2 << 12) + 4 * i, 2); // root names itself everywhere
    std::array<std::byte, 4> out;
    REQUIRE(w.space.read(GuestVirt{0x123456789000}, out));
    CHECK(out == std::array{std::byte(2), std::byte(0), std::byte(0), std::byte(0)});
}
