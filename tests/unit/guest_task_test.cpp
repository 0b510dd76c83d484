#include "pvg/guest/task.h"

#include <doctest/doctest.h>

#include "guest_support.h"

using namespace pvg;
using namespace pvg::guest;
using guest_test::FakeMachine;

namespace {

uint32_t word(FakeMachine& m, uint32_t page, uint32_t offset) {
    REQUIRE(m.page(page) != nullptr);
    uint32_t v = 0;
    std::memcpy(&v, m.page(page) + offset, sizeof v);
    return v;
}

// The walk of objects.md 2, written for the test: depth 3, ten bits a level.
uint32_t walk(FakeMachine& m, uint32_t directory, uint64_t va) {
    uint32_t node = word(m, directory, 0);
    CHECK(word(m, directory, 4) == 3);
    for (int shift : {32, 22, 12}) {
        node = word(m, node, 4 * (va >> shift & 0x3ff));
        if (node == 0) return 0;
    }
    return node;
}

// The last 0x38 on the root ring: its directory page.
uint32_t lastDirectory(FakeMachine& m) {
    const uint32_t ring = m.registers[0x1030] + 1;
    uint32_t found = 0;
    for (uint32_t at = 0; at + 28 <= m.registers[0x1008] && at < 4096;) {
        if ((word(m, ring, at) & 0xffff) == 0x38) found = word(m, ring, at + 12 + 12);
        at += word(m, ring, at + 4);
    }
    return found;
}

} // namespace

TEST_CASE("bring-up writes the registers in the order of device.md 4 and the record of vector A3") {
    FakeMachine machine;
    machine.registers[0x122c] = 1;
    Driver driver(machine);
    REQUIRE(driver.bringUp(6));
    std::vector<uint32_t> order;
    for (const auto& [offset, value] : machine.writes)
        if (offset != 0x1008 && offset != 0x1020) order.push_back(offset);
    CHECK(order == std::vector<uint32_t>{0x1034, 0x101c, 0x1030, 0x1004, 0x1010, 0x1000});
    CHECK(machine.registers[0x1004] == 0x10000);
    CHECK(machine.registers[0x1010] == 0x1000);
    // channel 4: root page + 0x400 + 3 * 20
    const uint32_t root = machine.registers[0x101c];
    CHECK(word(machine, root, 0x43c + 0) == 0);
    CHECK(word(machine, root, 0x43c + 12) == 4);
    const uint32_t list = word(machine, root, 0x43c + 16);
    int entries = 0;
    while (entries < 1024 && word(machine, list, 4 * entries) != 0) ++entries;
    CHECK(entries == 16);
}

TEST_CASE("a child doorbell is rung only when the ring was empty") {
    FakeMachine machine;
    Driver driver(machine);
    REQUIRE(driver.bringUp(6));
    machine.writes.clear();
    driver.submit(Channel::Uploads, Command::Nop, {});
    driver.submit(Channel::Uploads, Command::Nop, {});
    CHECK(machine.writes == std::vector<std::pair<uint32_t, uint32_t>>{{0x1020, 3}});
}

TEST_CASE("barriers that are met already are left out") {
    FakeMachine machine;
    Driver driver(machine);
    REQUIRE(driver.bringUp(6)); // the fake host stamps 1000 everywhere
    const uint32_t root = machine.registers[0x101c], list = word(machine, root, 0x400 + 20 * 2 + 16), ring = word(machine, list, 0);
    const std::array barriers{Fence{1, 1000}, Fence{2, 1001}};
    driver.submit(Channel::Uploads, Command::Nop, {}, barriers);
    CHECK(word(machine, ring, 0) == (0x1eu | 1u << 16));
    CHECK(word(machine, ring, 12) == 2);
    CHECK(word(machine, ring, 16) == 1001);
}

TEST_CASE("an allocation is reachable through three levels and its pages are scattered") {
    FakeMachine machine;
    Driver driver(machine);
    REQUIRE(driver.bringUp(6));
    Task task(driver, TaskId{1}, Task::Kind::User);
    const Allocation a = task.allocate(3 * 4096 + 1);
    REQUIRE(a.pages.size() == 4);
    const uint32_t directory = lastDirectory(machine);
    REQUIRE(directory != 0);
    for (uint64_t i = 0; i < 4; ++i) CHECK(walk(machine, directory, a.address.value + i * 4096) == a.pages[i].number);
    CHECK(walk(machine, directory, a.address.value + 4 * 4096) == 0);
    CHECK(a.pages[1].number != a.pages[0].number + 1);
}

TEST_CASE("a published object stands in the slot of its ref") {
    FakeMachine machine;
    Driver driver(machine);
    REQUIRE(driver.bringUp(6));
    Task task(driver, TaskId{1}, Task::Kind::User);
    const Bytes descriptor = guest_test::hex("0102030405060708 11121314");
    const ObjectRef ref{341}; // list page 1 + 12 * 341 = 0x1ffc: the slot crosses a page
    task.publish(ref, SlotType::Function, descriptor);
    const uint32_t directory = lastDirectory(machine);
    const uint32_t first = walk(machine, directory, 0x1ffc), second = walk(machine, directory, 0x2000);
    REQUIRE(first != 0);
    REQUIRE(second != 0);
    CHECK(word(machine, first, 0xffc) == (6u | 12u << 8));
    const uint64_t address = word(machine, second, 0) | uint64_t{word(machine, second, 4)} << 32;
    const uint32_t page = walk(machine, directory, address);
    REQUIRE(page != 0);
    CHECK(std::memcmp(machine.page(page) + address % 4096, descriptor.data(), descriptor.size()) == 0);
    task.clearSlot(ref);
    CHECK(word(machine, first, 0xffc) == 0);
}

TEST_CASE("writes into an allocation cross pages and clip at its end") {
    FakeMachine machine;
    Driver driver(machine);
    REQUIRE(driver.bringUp(6));
    Task task(driver, TaskId{1}, Task::Kind::User);
    const Allocation a = task.allocate(8192);
    Bytes data(5000, std::byte{7});
    a.write(4000, data);
    CHECK(a.pages[0].bytes[3999] == std::byte{0});
    CHECK(a.pages[0].bytes[4000] == std::byte{7});
    CHECK(a.pages[1].bytes[4095] == std::byte{7});
    Bytes back(200);
    a.read(3900, back);
    CHECK(back[99] == std::byte{0});
    CHECK(back[100] == std::byte{7});
}
