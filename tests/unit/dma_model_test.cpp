// Map and unmap as the client orders them, through the DMA table into guest memory, against a reference of single pages: partial overlaps, cut
// maps, unmap-all, regions of two files, and accesses before, between and behind.
#include <doctest/doctest.h>
#include <sys/mman.h>

#include <cerrno>
#include <map>
#include <random>

#include "pvg/memory/guest_memory.h"
#include "pvg/transport/dma_table.h"
#include "tests/support/ram_file.h"

using namespace pvg;

namespace {

constexpr uint64_t kFilePages = 48, kGuestPages = 64;
constexpr int kCases = 400, kSteps = 60;
constexpr uint32_t kRead = 1, kWrite = 2, kUnmapAll = 2;

// A memfd, seen through a mapping of the test's own.
struct File {
    UniqueFd fd = test::ramFile(kFilePages * kPageSize);
    std::byte* bytes = static_cast<std::byte*>(mmap(nullptr, kFilePages * kPageSize, PROT_READ | PROT_WRITE, MAP_SHARED, fd.get(), 0));
    ~File() { munmap(bytes, kFilePages * kPageSize); }
};

class Model {
public:
    explicit Model(uint64_t seed) : m_random(seed) {}
    void step();
    uint64_t accesses = 0, cuts = 0, overlaps = 0;

private:
    struct Map {
        uint64_t pages = 0, file = 0, filePage = 0;
        bool writable = false;
    };
    uint64_t pick(uint64_t limit) { return m_random() % limit; }
    void map();
    void unmap();
    void access();
    void touchWhatIsGone();
    const std::byte* find(uint64_t address, bool forWrite) const;

    std::mt19937_64 m_random;
    File m_files[2];
    transport::DmaTable m_table;
    GuestMemory m_memory;
    std::map<uint64_t, Map> m_maps; // by first guest page
};

void Model::map() {
    const uint64_t first = pick(kGuestPages), filePages = pick(8) + 1, filePage = pick(kFilePages), file = pick(2);
    const bool writable = pick(4) != 0;
    bool isFree = true;
    for (const auto& [base, known] : m_maps) isFree &= base + known.pages <= first || first + filePages <= base;
    const bool fits = filePage + filePages <= kFilePages;
    std::string why;
    const uint32_t flags = kRead | (writable ? kWrite : 0);
    const int error = m_table.add({32, flags, filePage * kPageSize, first * kPageSize, filePages * kPageSize}, UniqueFd(dup(m_files[file].fd.get())), why);
    REQUIRE(error == (!isFree ? EEXIST : fits ? 0 : EINVAL));
    overlaps += !isFree;
    if (error) return;
    const auto region = m_table.at(first * kPageSize);
    REQUIRE(m_memory.map(GuestPhys{region.gpa}, region.size, dup(region.fd), region.fileOffset, region.writable));
    m_maps[first] = {filePages, file, filePage, writable};
}

void Model::unmap() {
    const bool all = pick(24) == 0;
    const uint64_t first = pick(kGuestPages), pages = pick(4) == 0 ? kGuestPages : 1 + pick(12);
    bool isCut = false;
    size_t inside = 0;
    for (const auto& [base, known] : m_maps) {
        const bool isInside = all || (base >= first && base + known.pages <= first + pages);
        inside += isInside;
        isCut |= !isInside && base < first + pages && first < base + known.pages;
    }
    const auto removed = m_table.remove({24, all ? kUnmapAll : 0, all ? 0 : first * kPageSize, all ? 0 : pages * kPageSize});
    REQUIRE(removed.error == (isCut ? EINVAL : 0));
    cuts += isCut;
    if (isCut) return;
    REQUIRE(removed.count == inside);
    if (inside) m_memory.unmap(GuestPhys{removed.gpa}, removed.size);
    std::erase_if(m_maps, [&](const auto& entry) { return all || (entry.first >= first && entry.first + entry.second.pages <= first + pages); });
}

const std::byte* Model::find(uint64_t address, bool forWrite) const {
    for (const auto& [base, known] : m_maps)
        if (address / kPageSize >= base && address / kPageSize < base + known.pages && (known.writable || !forWrite))
            return m_files[known.file].bytes + ((known.filePage - base) * kPageSize + address);
    return nullptr;
}

void Model::access() {
    const uint64_t at = pick(kGuestPages * kPageSize);
    const bool forWrite = pick(2);
    std::vector<std::byte> bytes(1 + pick(pick(4) == 0 ? 3 * kPageSize : 32));
    bool isExpected = true;
    for (size_t i = 0; i < bytes.size(); ++i) isExpected &= find(at + i, forWrite) != nullptr;
    accesses += isExpected;
    if (!forWrite) {
        REQUIRE(bool(m_memory.read(GuestPhys{at}, bytes)) == isExpected);
        for (size_t i = 0; isExpected && i < bytes.size(); ++i) REQUIRE(bytes[i] == *find(at + i, false));
        return;
    }
    for (std::byte& byte : bytes) byte = std::byte(pick(256));
    REQUIRE(bool(m_memory.write(GuestPhys{at}, bytes)) == isExpected);
    // Two regions may show one page of a file: what was written last is there.
    std::map<const std::byte*, std::byte> last;
    for (size_t i = 0; isExpected && i < bytes.size(); ++i) last[find(at + i, false)] = bytes[i];
    for (const auto& [place, byte] : last) REQUIRE(*place == byte);
}

// A span taken before an unmap may be touched until the next quiescent point, and reaches nothing any more.
void Model::touchWhatIsGone() {
    if (m_maps.empty()) return;
    const auto [base, known] = *std::next(m_maps.begin(), ptrdiff_t(pick(m_maps.size())));
    ScatterList list;
    REQUIRE(m_memory.spans(GuestPhys{base * kPageSize}, known.pages * kPageSize, false, list));
    const auto removed = m_table.remove({24, 0, base * kPageSize, known.pages * kPageSize});
    REQUIRE(removed.count == 1);
    m_memory.unmap(GuestPhys{removed.gpa}, removed.size);
    m_maps.erase(base);
    std::byte* file = m_files[known.file].bytes + known.filePage * kPageSize;
    const std::byte before = *file;
    *list[0].data = ~before;
    CHECK(*file == before);
}

void Model::step() {
    switch (pick(10)) {
    case 0:
    case 1:
    case 2: map(); break;
    case 3: unmap(); break;
    case 4: touchWhatIsGone(); break;
    case 5: m_memory.quiescentPoint(); break;
    default: access(); break;
    }
    REQUIRE(m_table.size() == m_maps.size());
    REQUIRE(m_memory.regionCount() == m_maps.size());
}

} // namespace

TEST_CASE("maps and unmaps in any order leave exactly the pages the client has left mapped") {
    uint64_t accesses = 0, cuts = 0, overlaps = 0;
    for (int i = 0; i < kCases; ++i) {
        const uint64_t seed = 0xd3a00000U + uint64_t(i);
        CAPTURE(seed);
        Model model(seed);
        for (int k = 0; k < kSteps; ++k) model.step();
        accesses += model.accesses;
        cuts += model.cuts;
        overlaps += model.overlaps;
    }
    CHECK(accesses > uint64_t{kCases});
    CHECK(cuts > uint64_t{kCases} / 10);
    CHECK(overlaps > uint64_t{kCases} / 10);
}
