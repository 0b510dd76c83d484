#include "pvg/memory/address_space.h"

#include <algorithm>
#include <array>
#include <atomic>

#include "pvg/base/checked.h"

namespace pvg {

namespace {

constexpr uint32_t kBitsPerLevel = 10;
constexpr uint32_t kEntriesPerNode = 1U << kBitsPerLevel;
constexpr uint32_t kMaxDepth = 4;
constexpr uint32_t kFlag = 0x80000000; // meaning unknown, never without a page number (objects.md 2)
constexpr uint64_t kLeafShift = kPageShift + kBitsPerLevel;

struct Directory {
    uint32_t root = 0;
    uint32_t depth = 0;
};

} // namespace

// Host addresses of recently used last-level nodes. Their entries are read at every walk, so only a change of an interior node needs an
// invalidate() to be seen; the guest announces those (objects.md 2).
struct AddressSpace::Cache {
    static constexpr size_t kSlots = 64;
    static constexpr uint64_t kEmpty = ~uint64_t{0};
    struct Slot {
        uint64_t tag = kEmpty; // va >> kLeafShift
        Node node;
    };
    std::array<Slot, kSlots> slots;
    uint64_t memoryGeneration = 0;
    ScatterList scratch;
    std::array<uint32_t, kEntriesPerNode> entries;

    void clear() { slots.fill({}); }
};

namespace {

// Entries [first, first + out.size()) of a node, each in one access.
void loadEntries(const GuestMemory& memory, uint32_t* node, GuestPhys base, uint64_t first, std::span<uint32_t> out) {
    ReadObserver* observer = memory.readObserver();
    GuestPhys at{base.value + 4 * first};
    if (observer) observer->beforeRead(at, out.size_bytes());
    for (size_t i = 0; i < out.size(); ++i) out[i] = std::atomic_ref(node[first + i]).load(std::memory_order_relaxed);
    if (observer) observer->onRead(at, std::as_bytes(out));
}

uint32_t loadEntry(const GuestMemory& memory, const GuestSpan& node, uint64_t index) {
    uint32_t entry = 0;
    loadEntries(memory, reinterpret_cast<uint32_t*>(node.data), node.base, index, {&entry, 1});
    return entry;
}

Declined<uint32_t> pageNumber(uint32_t entry, uint64_t va, uint32_t level) {
    if (entry == 0) return decline(DeclineReason::UnmappedPage, "address {:#x} is not present at level {}", va, level);
    if (entry == kFlag) return decline(DeclineReason::BadAddress, "page table entry of address {:#x} at level {} is corrupt", va, level);
    return entry & ~kFlag;
}

Declined<GuestSpan> nodeAt(const GuestMemory& memory, uint32_t page, ScatterList& scratch) {
    scratch.clear();
    auto found = memory.spans(GuestPhys{uint64_t{page} << kPageShift}, kPageSize, false, scratch);
    if (!found) return found.failure();
    return scratch.front(); // regions are whole pages
}

Declined<Directory> readDirectory(const GuestMemory& memory, uint32_t page) {
    GuestPhys at{uint64_t{page} << kPageShift};
    auto root = memory.readWord(at);
    if (!root) return root.failure();
    auto depth = memory.readWord(GuestPhys{at.value + 4});
    if (!depth) return depth.failure();
    if (page == 0 || (*root & ~kFlag) == 0 || *depth == 0 || *depth > kMaxDepth)
        return decline(DeclineReason::BadAddress, "task directory page {:#x} holds root page {:#x} and depth {}", page, *root, *depth);
    return Directory{*root & ~kFlag, *depth};
}

// The last-level node of `va`.
Declined<GuestSpan> walkToLeaf(const GuestMemory& memory, Directory directory, uint64_t va, ScatterList& scratch) {
    uint32_t page = directory.root;
    for (uint32_t level = 0; level + 1 < directory.depth; ++level) {
        auto node = nodeAt(memory, page, scratch);
        if (!node) return node.failure();
        uint64_t index = (va >> (kPageShift + uint64_t{kBitsPerLevel} * (directory.depth - 1 - level))) & (kEntriesPerNode - 1);
        auto next = pageNumber(loadEntry(memory, *node, index), va, level);
        if (!next) return next.failure();
        page = *next;
    }
    return nodeAt(memory, page, scratch);
}

} // namespace

AddressSpace::AddressSpace(const GuestMemory& memory, uint64_t length, uint32_t directoryPage)
    : m_memory(memory), m_length(length), m_directoryPage(directoryPage), m_cache(std::make_unique<Cache>()) {}

AddressSpace::~AddressSpace() = default;

Declined<AddressSpace::Node> AddressSpace::leafNode(uint64_t va) {
    Cache::Slot& slot = m_cache->slots[(va >> kLeafShift) % Cache::kSlots];
    if (slot.tag == va >> kLeafShift) return slot.node;
    auto directory = readDirectory(m_memory, m_directoryPage);
    if (!directory) return directory.failure();
    uint64_t reach = uint64_t{1} << (kPageShift + kBitsPerLevel * directory->depth);
    if (va >= reach) return decline(DeclineReason::BadAddress, "address {:#x} is above the page table's reach {:#x}", va, reach);
    auto node = walkToLeaf(m_memory, *directory, va, m_cache->scratch);
    if (!node) return node.failure();
    slot = {va >> kLeafShift, {reinterpret_cast<uint32_t*>(node->data), node->base}};
    return slot.node;
}

Declined<std::span<const uint32_t>> AddressSpace::entries(uint64_t va, uint64_t last) {
    auto node = leafNode(va);
    if (!node) return node.failure();
    uint64_t index = (va >> kPageShift) & (kEntriesPerNode - 1);
    uint64_t count = std::min((last >> kPageShift) - (va >> kPageShift) + 1, kEntriesPerNode - index);
    auto out = std::span(m_cache->entries).first(count);
    loadEntries(m_memory, node->entries, node->base, index, out);
    return std::span<const uint32_t>(out);
}

Declined<void> AddressSpace::spans(GuestVirt va, uint64_t size, bool forWrite, ScatterList& out) {
    if (!fits(va.value, size, m_length))
        return decline(DeclineReason::BadAddress, "{} bytes at {:#x} do not lie in the task's {:#x} bytes", size, va.value, m_length);
    if (m_cache->memoryGeneration != m_memory.generation()) {
        m_cache->clear();
        m_cache->memoryGeneration = m_memory.generation();
    }
    size_t before = out.size();
    uint64_t at = va.value;
    uint64_t end = va.value + size;
    GuestPhys run{};
    uint64_t runSize = 0;
    auto fail = [&](Decline why) {
        out.resize(before);
        return Declined<void>(std::move(why));
    };
    std::span<const uint32_t> known;
    while (at < end) {
        if (known.empty()) {
            auto next = entries(at, end - 1);
            if (!next) return fail(next.error());
            known = *next;
        }
        auto page = pageNumber(known.front(), at, kMaxDepth);
        if (!page) return fail(page.error());
        known = known.subspan(1);
        uint64_t n = std::min(kPageSize - at % kPageSize, end - at);
        uint64_t physical = (uint64_t{*page} << kPageShift) + at % kPageSize;
        if (runSize > 0 && physical != run.value + runSize) {
            auto added = m_memory.spans(run, runSize, forWrite, out);
            if (!added) return fail(added.error());
            runSize = 0;
        }
        if (runSize == 0) run = GuestPhys{physical};
        runSize += n;
        at += n;
    }
    auto added = m_memory.spans(run, runSize, forWrite, out);
    return added ? added : fail(added.error());
}

Declined<void> AddressSpace::read(GuestVirt va, std::span<std::byte> out) {
    ScatterList list;
    auto found = spans(va, out.size(), false, list);
    if (found) m_memory.gather(list, 0, out);
    return found;
}

Declined<void> AddressSpace::write(GuestVirt va, std::span<const std::byte> in) {
    ScatterList list;
    auto found = spans(va, in.size(), true, list);
    if (found) scatterBytes(list, 0, in);
    return found;
}

void AddressSpace::invalidate(GuestVirt va, uint64_t size) {
    ++m_generation;
    uint64_t first = va.value >> kLeafShift;
    uint64_t last = checkedAdd(va.value, size).value_or(~uint64_t{0}) >> kLeafShift;
    for (Cache::Slot& slot : m_cache->slots)
        if (slot.tag >= first && slot.tag <= last) slot = {};
}

void AddressSpace::invalidateAll() {
    ++m_generation;
    m_cache->clear();
}

} // namespace pvg
