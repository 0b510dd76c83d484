// The page-table walker against a reference that knows the tables as a map of entries and never looks at memory: random tables with holes,
// entries beyond RAM, read-only pages, nodes that name each other or themselves, depths that do not exist, and length bounds.
#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <random>

#include "pvg/memory/address_space.h"
#include "tests/unit/memory_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {

// Guest pages: 1 is the directory, 2 to 9 are nodes, 16 to 95 RAM with data, of which 80 to 95 are read-only; nothing from 96 on.
constexpr uint32_t kDirectory = 1, kFirstNode = 2, kNodes = 8, kFirstData = 16, kFirstReadOnly = 80, kPages = 96, kEntries = 1024;
constexpr uint32_t kFlag = 0x80000000;
constexpr int kCases = 4000, kAccesses = 24;

struct Ram {
    GuestMemory memory;
    TestRam ram{kPages * kPageSize};
    Ram() {
        REQUIRE(memory.map(GuestPhys{0}, kFirstReadOnly * kPageSize, ram.fd(), 0, true));
        const uint64_t at = kFirstReadOnly * kPageSize;
        REQUIRE(memory.map(GuestPhys{at}, (kPages - kFirstReadOnly) * kPageSize, ram.fd(), at, false));
    }
};

class Model {
public:
    Model(const TestRam& ram, std::mt19937_64& random) : m_ram(ram), m_random(random) {
        for (uint32_t page = kDirectory; page < kFirstNode + kNodes; ++page) std::memset(m_ram.at(page * kPageSize), 0, kPageSize);
        for (uint64_t at = kFirstData * kPageSize; at < kPages * kPageSize; at += 4) m_ram.put<uint32_t>(at, uint32_t(at * 2654435761U));
        const uint32_t depths[] = {1, 2, 3, 4, 2, 3, 3, 0, 5, 0xffffffff};
        m_depth = depths[pick(std::size(depths))];
        m_root = pick(16) == 0 ? anyPage() : kFirstNode | (pick(4) == 0 ? kFlag : 0);
        m_ram.put<uint32_t>(kDirectory * kPageSize, m_root);
        m_ram.put<uint32_t>(kDirectory * kPageSize + 4, m_depth);
        for (uint32_t node = kFirstNode; node < kFirstNode + kNodes; ++node)
            for (uint64_t i = 4 + pick(24); i > 0; --i) setEntry(node, randomIndex(), pick(8) != 0 ? kFirstNode + uint32_t(pick(kNodes)) : anyPage());
        // As the last level of a sound table would be: most of what is looked up ends in data.
        for (uint32_t node = kFirstNode + kNodes / 2; node < kFirstNode + kNodes; ++node)
            for (uint32_t index = 0; index < 6; ++index)
                if (pick(8) != 0) setEntry(node, index, anyPage());
    }

    uint64_t pick(uint64_t limit) { return m_random() % limit; }
    // Few indices, so that random walks meet entries; the first and the last one are among them.
    uint32_t randomIndex() { return uint32_t(pick(12) == 0 ? kEntries - 1 - pick(2) : pick(6)); }
    uint64_t randomAddress() {
        uint64_t va = pick(kPageSize);
        for (uint32_t level = 0; level < 4; ++level)
            if (level < m_depth || pick(32) == 0) va |= uint64_t{randomIndex()} << (12 + 10 * level);
        return va;
    }
    void setEntry(uint32_t node, uint32_t index, uint32_t value) {
        m_entries[node * kEntries + index] = value;
        m_ram.put<uint32_t>(node * kPageSize + 4 * index, value);
    }
    // Changes one entry that the walk of `va` ends with. False: the walk does not get that far.
    bool replaceLeaf(uint64_t va) {
        const auto node = leafNode(va);
        if (!node || *node < kFirstNode || *node >= kFirstNode + kNodes) return false;
        // As an interior node of another path it would be remembered.
        setEntry(*node, uint32_t(va >> 12 & (kEntries - 1)), anyPage());
        return true;
    }

    std::optional<uint64_t> physical(uint64_t va) const {
        const auto node = leafNode(va);
        if (!node) return std::nullopt;
        const auto page = follow(*node, uint32_t(va >> 12 & (kEntries - 1)));
        return page && *page < kPages ? std::optional(*page * kPageSize + va % kPageSize) : std::nullopt;
    }
    bool reaches(uint64_t va, uint64_t size, uint64_t length, bool forWrite) const {
        if (size > length || va > length - size) return false;
        for (uint64_t i = 0; i < size; ++i) {
            const auto at = physical(va + i);
            if (!at || (forWrite && *at >= kFirstReadOnly * kPageSize)) return false;
            i += std::min(kPageSize - 1 - (va + i) % kPageSize, size - 1 - i);
        }
        return true;
    }

private:
    uint32_t anyPage() {
        switch (pick(10)) {
        case 0: return 0;
        case 1: return kFlag;
        case 2: return kPages + uint32_t(pick(1 << 20));
        case 3: return 0x7fffffff;
        case 4: return kDirectory;
        default: return uint32_t(kFirstData + pick(kPages - kFirstData)) | (pick(4) == 0 ? kFlag : 0);
        }
    }
    std::optional<uint32_t> follow(uint32_t node, uint32_t index) const {
        uint32_t entry = 0;
        if (node >= kFirstNode && node < kFirstNode + kNodes) {
            const auto found = m_entries.find(node * kEntries + index);
            entry = found == m_entries.end() ? 0 : found->second;
        } else if (node < kPages) { // a data page, the directory or page 0 taken for a node
            entry = m_ram.get<uint32_t>(node * kPageSize + 4 * index);
        }
        entry &= ~kFlag;
        return entry ? std::optional(entry) : std::nullopt;
    }
    std::optional<uint32_t> leafNode(uint64_t va) const {
        std::optional<uint32_t> node = m_root & ~kFlag;
        if (*node == 0 || m_depth == 0 || m_depth > 4 || va >> (12 + 10 * m_depth) != 0) return std::nullopt;
        for (uint32_t level = m_depth - 1; node && *node < kPages && level > 0; --level)
            node = follow(*node, uint32_t(va >> (12 + 10 * level) & (kEntries - 1)));
        return node && *node < kPages ? node : std::nullopt;
    }

    const TestRam& m_ram;
    std::mt19937_64& m_random;
    uint32_t m_depth = 0, m_root = 0;
    std::map<uint32_t, uint32_t> m_entries;
};

// What a read gives is what memory holds behind the reference's translation; a write changes exactly that.
void access(const Ram& world, Model& model, AddressSpace& space, uint64_t& hits) {
    const uint64_t va = model.randomAddress();
    std::vector<std::byte> bytes(1 + model.pick(model.pick(4) == 0 ? 3 * kPageSize : 16));
    const bool forWrite = model.pick(3) == 0;
    CAPTURE(va);
    CAPTURE(bytes.size());
    CAPTURE(forWrite);
    const bool isExpected = model.reaches(va, bytes.size(), space.length(), forWrite);
    hits += isExpected;
    if (!forWrite) {
        const auto read = space.read(GuestVirt{va}, bytes);
        REQUIRE(bool(read) == isExpected);
        for (size_t i = 0; read && i < bytes.size(); ++i) REQUIRE(bytes[i] == *world.ram.at(*model.physical(va + i)));
        return;
    }
    // Written as one byte at a time would be, the last one to an aliased byte stays. Node pages are left alone: the model knows them by heart.
    std::map<uint64_t, std::byte> expected;
    for (size_t i = 0; isExpected && i < bytes.size(); ++i) {
        const uint64_t at = *model.physical(va + i);
        if (at < kFirstData * kPageSize) return;
        expected[at] = bytes[i] = std::byte(model.pick(256));
    }
    REQUIRE(bool(space.write(GuestVirt{va}, bytes)) == isExpected);
    for (const auto& [at, byte] : expected) REQUIRE(*world.ram.at(at) == byte);
}

} // namespace

TEST_CASE("a random page table translates as a map of its entries does") {
    const Ram world;
    uint64_t hits = 0;
    for (int i = 0; i < kCases; ++i) {
        const uint64_t seed = 0x5eed0000U + uint64_t(i);
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        Model model(world.ram, random);
        const uint64_t lengths[] = {uint64_t{1} << 52, uint64_t{1} << 52, uint64_t{1} << 52, uint64_t{1} << 22, 0x5000, 0x1001, 0, model.randomAddress()};
        AddressSpace space(world.memory, lengths[model.pick(std::size(lengths))], kDirectory);
        for (int k = 0; k < kAccesses; ++k) {
            access(world, model, space, hits);
            // An entry may change between any two accesses; the guest announces it (objects.md 2).
            const uint64_t va = model.randomAddress();
            if (model.pick(4) == 0 && model.replaceLeaf(va)) space.invalidateAll();
        }
    }
    CHECK(hits > kCases); // random tables that never translate would prove nothing
}

TEST_CASE("a change below an announced range is seen, whatever is remembered of other ranges") {
    const Ram world;
    for (int i = 0; i < 500; ++i) {
        const uint64_t seed = 0xacce5500U + uint64_t(i);
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        Model model(world.ram, random);
        AddressSpace space(world.memory, uint64_t{1} << 52, kDirectory);
        for (int k = 0; k < kAccesses; ++k) {
            const uint64_t va = model.randomAddress() & ~(kPageSize - 1);
            std::array<std::byte, 4> before, after;
            (void)space.read(GuestVirt{va}, before);
            if (!model.replaceLeaf(va)) continue;
            space.invalidate(GuestVirt{va}, kPageSize);
            const auto read = space.read(GuestVirt{va}, after);
            const bool isExpected = model.reaches(va, after.size(), space.length(), false);
            REQUIRE(bool(read) == isExpected);
            if (isExpected) REQUIRE(std::memcmp(after.data(), world.ram.at(*model.physical(va)), after.size()) == 0);
            space.invalidateAll(); // the same node may have been remembered as an interior one
        }
    }
}
