#include <doctest/doctest.h>

#include <cerrno>

#include "pvg/base/fd_socket.h"
#include "pvg/transport/dma_table.h"
#include "tests/support/ram_file.h"

namespace {

using pvg::transport::DmaTable;

struct Table : DmaTable {
    int map(uint64_t iova, uint64_t size, pvg::UniqueFd fd = {}, uint64_t offset = 0, uint32_t flags = 3) {
        return add({32, flags, offset, iova, size}, std::move(fd), why);
    }
    Removed unmap(uint64_t iova, uint64_t size, uint32_t flags = 0) { return remove({24, flags, iova, size}); }
    std::string why;
};

} // namespace

TEST_CASE("maps of one memfd keep one descriptor") {
    Table table;
    const auto ram = test::ramFile(0x100000);
    for (uint64_t i = 0; i < 100; ++i) REQUIRE(table.map(i * 0x1000, 0x1000, pvg::UniqueFd(::dup(ram.get())), i * 0x1000) == 0);
    CHECK(table.size() == 100);
    CHECK(table.fileCount() == 1);
}

TEST_CASE("a map keeps offset, flags and file") {
    Table table;
    REQUIRE(table.map(0x100000000, 0x3000, test::ramFile(0x8000), 0x5000, 1) == 0);
    const auto region = table.at(0x100000000);
    CHECK(region.size == 0x3000);
    CHECK(region.fileOffset == 0x5000);
    CHECK_FALSE(region.writable);
    CHECK(region.fd >= 0);
    CHECK(table.at(0x1000).size == 0);
}

TEST_CASE("a map without a descriptor is a range without RAM") {
    Table table;
    REQUIRE(table.map(0xfffc0000, 0x40000, {}, 0, 1) == 0);
    CHECK(table.at(0xfffc0000).fd == -1);
    CHECK(table.map(0xfffc1000, 0x1000, test::ramFile(0x1000)) == EEXIST);
}

TEST_CASE("overlap with a live map is EEXIST, touching is not overlap") {
    Table table;
    REQUIRE(table.map(0x10000, 0x10000) == 0);
    for (const auto& [iova, size] :
         {std::pair{0x10000, 0x10000}, {0x0f000, 0x2000}, {0x1f000, 0x1000}, {0x0f000, 0x20000}, {0x14000, 0x1000}})
        CHECK(table.map(uint64_t(iova), uint64_t(size)) == EEXIST);
    CHECK(table.map(0x0f000, 0x1000) == 0);
    CHECK(table.map(0x20000, 0x1000) == 0);
}

TEST_CASE("what is not whole pages, empty, without access or beyond the address space is EINVAL") {
    Table table;
    CHECK(table.map(0x10, 0x1000) == EINVAL);
    CHECK(table.map(0x1000, 0x1010) == EINVAL);
    CHECK(table.map(0x1000, 0x1000, {}, 0x10) == EINVAL);
    CHECK(table.map(0x1000, 0) == EINVAL);
    CHECK(table.map(0xfffffffffffff000, 0x2000) == EINVAL);
    CHECK(table.map(0x1000, 0x1000, {}, 0, 0) == EINVAL);
    CHECK(table.map(0x1000, 0x1000, {}, 0, 7) == EINVAL);
    CHECK(table.size() == 0);
}

TEST_CASE("files that are no sealed memfd, or too short, are refused with a sentence") {
    Table table;
    auto pipeEnds = pvg::makeSocketPair(1);
    REQUIRE(pipeEnds);
    const auto refused = [&table](pvg::UniqueFd fd, uint64_t size = 0x1000, uint64_t offset = 0) {
        table.why.clear();
        const bool isRefused = table.map(0, size, std::move(fd), offset) == EINVAL;
        return isRefused && !table.why.empty();
    };
    CHECK(refused(std::move(pipeEnds->first)));
    CHECK(refused(pvg::UniqueFd(::open("/proc/self/exe", O_RDONLY | O_CLOEXEC))));
    CHECK(refused(test::ramFile(0x10000, F_SEAL_GROW)));
    CHECK(refused(test::ramFile(0x10000), 0x11000));
    CHECK(refused(test::ramFile(0x10000), 0x1000, 0x10000));
    CHECK(refused(test::ramFile(0x10000), 0x1000, 0xfffffffffffff000));
    CHECK(table.fileCount() == 0);
}

TEST_CASE("unmapping takes every map inside, says what it took, and none is no error") {
    Table table;
    for (uint64_t i = 1; i <= 5; ++i) REQUIRE(table.map(i * 0x10000, 0x1000) == 0);
    const auto removed = table.unmap(0x20000, 0x30000);
    CHECK(removed.error == 0);
    CHECK(removed.count == 3);
    CHECK(removed.gpa == 0x20000);
    CHECK(removed.size == 0x21000);
    CHECK(table.size() == 2);
    CHECK(table.unmap(0x20000, 0x30000).count == 0);
    CHECK(table.unmap(0x20000, 0x30000).error == 0);
}

TEST_CASE("unmapping to the end of the address space works as QEMU with a vIOMMU does it") {
    Table table;
    REQUIRE(table.map(0x100000000, 0x1000) == 0);
    const auto removed = table.unmap(0xfef00000, 0xffffffff01100000);
    CHECK(removed.error == 0);
    CHECK(removed.count == 1);
}

TEST_CASE("unmapping never cuts a map in two") {
    Table table;
    REQUIRE(table.map(0x10000, 0x4000) == 0);
    CHECK(table.unmap(0x10000, 0x1000).error == EINVAL);
    CHECK(table.unmap(0x12000, 0x10000).error == EINVAL);
    CHECK(table.unmap(0x8000, 0xa000).error == EINVAL);
    CHECK(table.unmap(0x10000, 0).error == EINVAL);
    CHECK(table.unmap(0x10000, UINT64_MAX).error == EINVAL);
    CHECK(table.size() == 1);
}

TEST_CASE("unmap-all takes everything whatever range it names") {
    Table table;
    REQUIRE(table.map(0x10000, 0x1000, test::ramFile(0x1000)) == 0);
    REQUIRE(table.map(0x100000000, 0x1000) == 0);
    CHECK(table.unmap(0, 0, 2).count == 2);
    CHECK(table.size() == 0);
}
