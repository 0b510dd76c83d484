#include "pvg/memory/guest_memory.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <mutex>

#include "pvg/base/checked.h"

namespace pvg {

namespace {

struct Region {
    uint64_t base = 0;
    uint64_t size = 0;
    std::byte* host = nullptr;
    bool writable = false;
    std::byte* writes = nullptr; // where writes go: host, or a mapping of its own

    std::byte* at(uint64_t address, bool forWrite) const { return (forWrite ? writes : host) + (address - base); }

    uint64_t end() const { return base + size; }
};

// Sorted by base, never overlapping; immutable once published.
using RegionSet = std::vector<Region>;

const Region* findRegion(const RegionSet& set, uint64_t address) {
    auto it = std::upper_bound(set.begin(), set.end(), address, [](uint64_t a, const Region& r) { return a < r.base; });
    if (it == set.begin()) return nullptr;
    --it;
    return address < it->end() ? &*it : nullptr;
}

Decline noRam(uint64_t address, uint64_t size, bool forWrite) {
    return decline(DeclineReason::BadAddress, forWrite ? "no writable RAM at {:#x}, needed {} bytes" : "no RAM at {:#x}, needed {} bytes", address,
                   size);
}

struct FdCloser {
    int fd;
    ~FdCloser() { close(fd); }
};

Error systemError(const char* what) { return {Code::Io, std::string(what) + ": " + std::strerror(errno)}; }

Status checkMapArguments(uint64_t base, uint64_t size, uint64_t fileOffset, int fd) {
    if (size == 0 || (base | size | fileOffset) % kPageSize != 0)
        return Error{Code::InvalidArgument, "a guest memory region must be a non-empty multiple of 4096 bytes at a page boundary"};
    if (!checkedAdd(base, size) || !checkedAdd(fileOffset, size))
        return Error{Code::OutOfRange, "a guest memory region wraps around the address space"};
    struct stat info {};
    if (fstat(fd, &info) != 0) return systemError("fstat of a guest memory file");
    // A page beyond the end of the file would be a SIGBUS at the first touch.
    if (S_ISREG(info.st_mode) && !fits(fileOffset, size, uint64_t(info.st_size)))
        return Error{Code::OutOfRange, "a guest memory region is larger than its file"};
    return {};
}

} // namespace

// Readers take the set without a lock. A replaced set and the address range of a removed region live on until a quiescentPoint() of the
// engine that meets no pin(): then no reader can hold either.
struct GuestMemory::Impl {
    std::atomic<const RegionSet*> current{new RegionSet};
    std::atomic<uint64_t> generation{1};
    std::atomic<uint64_t> mappedBytes{0};
    std::atomic<size_t> regionCount{0};

    std::mutex mutex; // writers, and the two lists below
    std::vector<const RegionSet*> retiredSets;
    std::vector<Region> retiredRegions;

    const RegionSet& regions() const { return *current.load(std::memory_order_acquire); }

    void publish(RegionSet next) {
        uint64_t bytes = 0;
        for (const Region& region : next) bytes += region.size;
        mappedBytes.store(bytes, std::memory_order_relaxed);
        regionCount.store(next.size(), std::memory_order_relaxed);
        retiredSets.push_back(current.exchange(new RegionSet(std::move(next)), std::memory_order_acq_rel));
        generation.fetch_add(1, std::memory_order_acq_rel);
    }

    void freeRetired() {
        for (const RegionSet* set : retiredSets) delete set;
        for (const Region& region : retiredRegions) munmap(region.host, region.size);
        retiredSets.clear();
        retiredRegions.clear();
    }

    Status insert(const Region& region) {
        RegionSet next = regions();
        auto at = std::upper_bound(next.begin(), next.end(), region.base, [](uint64_t a, const Region& r) { return a < r.base; });
        bool overlaps = (at != next.end() && at->base < region.end()) || (at != next.begin() && std::prev(at)->end() > region.base);
        if (overlaps) return Error{Code::InvalidArgument, "a guest memory region overlaps one that is mapped already; unmap that one first"};
        next.insert(at, region);
        publish(std::move(next));
        return {};
    }

    // The kernel swaps the pages under the address range in one step: afterwards a late access reaches anonymous memory only.
    void retire(const Region& region) {
        if (region.writes != region.host) munmap(region.writes, region.size); // of no guest: the engine is at rest
        void* p = mmap(region.host, region.size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
        if (p == MAP_FAILED) {
            munmap(region.host, region.size); // a fault is better than a write into memory that is no longer ours
            return;
        }
        retiredRegions.push_back(region);
    }

    template <class Inside>
    void removeIf(Inside&& inside) {
        std::lock_guard lock(mutex);
        RegionSet next;
        RegionSet removed;
        for (const Region& region : regions()) (inside(region) ? removed : next).push_back(region);
        if (removed.empty()) return;
        publish(std::move(next));
        for (const Region& region : removed) retire(region);
    }

    Declined<std::atomic_ref<uint32_t>> word(GuestPhys address, bool forWrite) const {
        if (address.value % 4 != 0) return decline(DeclineReason::BadAddress, "word at {:#x} is not aligned", address.value);
        const Region* region = findRegion(regions(), address.value);
        if (!region || (forWrite && !region->writable))
            return noRam(address.value, 4, forWrite);
        return std::atomic_ref(*reinterpret_cast<uint32_t*>(region->at(address.value, forWrite)));
    }
};

GuestMemory::GuestMemory() : m_impl(std::make_unique<Impl>()) {}

GuestMemory::~GuestMemory() {
    unmapAll();
    m_impl->freeRetired();
    delete m_impl->current.load();
}

Status GuestMemory::map(GuestPhys base, uint64_t size, int fd, uint64_t fileOffset, bool writable) {
    FdCloser closer{fd};
    PVG_CHECK(checkMapArguments(base.value, size, fileOffset, fd));

    void* host = mmap(nullptr, size, writable ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, fd, off_t(fileOffset));
    if (host == MAP_FAILED) return systemError("mmap of guest memory");
    madvise(host, size, MADV_DONTDUMP); // a core of the renderer must not hold the guest's memory
    auto* bytes = static_cast<std::byte*>(host);
    std::lock_guard lock(m_impl->mutex);
    Status inserted = m_impl->insert({base.value, size, bytes, writable, bytes});
    if (!inserted) munmap(host, size);
    return inserted;
}

Status GuestMemory::mapPrivate(GuestPhys base, uint64_t size, bool writable) {
    if (size == 0 || (base.value | size) % kPageSize != 0 || !checkedAdd(base.value, size))
        return Error{Code::InvalidArgument, "a guest memory region must be a non-empty multiple of 4096 bytes at a page boundary"};
    std::byte* sides[2];
    for (size_t i = 0; i < 2; ++i) {
        void* side = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (side == MAP_FAILED) {
            if (i == 1) munmap(sides[0], size);
            return systemError("mmap of private guest memory");
        }
        madvise(side, size, MADV_NOHUGEPAGE); // sparse: a touched page must not cost 2 MiB
        sides[i] = static_cast<std::byte*>(side);
    }
    std::lock_guard lock(m_impl->mutex);
    Status inserted = m_impl->insert({base.value, size, sides[0], writable, sides[1]});
    if (!inserted)
        for (std::byte* side : sides) munmap(side, size);
    return inserted;
}

void GuestMemory::zeroPrivate() {
    for (const Region& region : m_impl->regions())
        if (region.writes != region.host) madvise(region.host, region.size, MADV_DONTNEED);
    dropPrivateWrites();
}

void GuestMemory::dropPrivateWrites() {
    for (const Region& region : m_impl->regions())
        if (region.writes != region.host) madvise(region.writes, region.size, MADV_DONTNEED);
}

void GuestMemory::unmap(GuestPhys base, uint64_t size) {
    m_impl->removeIf([&](const Region& r) { return r.base >= base.value && fits(r.base - base.value, r.size, size); });
}

void GuestMemory::unmapAll() {
    m_impl->removeIf([](const Region&) { return true; });
}

void GuestMemory::quiescentPoint() {
    std::lock_guard lock(m_impl->mutex);
    if (m_impl->retiredSets.empty() && m_impl->retiredRegions.empty()) return;
    std::unique_lock alone(m_pins, std::try_to_lock);
    if (alone) m_impl->freeRetired(); // else at the next one
}

uint64_t GuestMemory::generation() const { return m_impl->generation.load(std::memory_order_acquire); }
uint64_t GuestMemory::mappedBytes() const { return m_impl->mappedBytes.load(std::memory_order_relaxed); }
size_t GuestMemory::regionCount() const { return m_impl->regionCount.load(std::memory_order_relaxed); }

Declined<void> GuestMemory::spans(GuestPhys base, uint64_t size, bool forWrite, ScatterList& out) const {
    const RegionSet& set = m_impl->regions();
    size_t before = out.size();
    uint64_t at = base.value;
    uint64_t left = size;
    if (!checkedAdd(at, left)) return decline(DeclineReason::BadAddress, "{} bytes at {:#x} wrap around", size, at);
    while (left > 0) {
        const Region* region = findRegion(set, at);
        if (!region || (forWrite && !region->writable)) {
            out.resize(before);
            return noRam(at, size, forWrite);
        }
        uint64_t n = std::min(left, region->end() - at);
        out.push_back({region->at(at, forWrite), n, region->writable, GuestPhys{at}});
        at += n;
        left -= n;
    }
    return {};
}

Declined<void> GuestMemory::read(GuestPhys base, std::span<std::byte> out) const {
    ScatterList list;
    auto found = spans(base, out.size(), false, list);
    if (!found) return found;
    gather(list, 0, out);
    return {};
}

Declined<void> GuestMemory::write(GuestPhys base, std::span<const std::byte> in) const {
    ScatterList list;
    auto found = spans(base, in.size(), true, list);
    if (!found) return found;
    scatterBytes(list, 0, in);
    return {};
}

Declined<uint32_t> GuestMemory::load32(GuestPhys address) const {
    auto word = m_impl->word(address, false);
    if (!word) return word.failure();
    return word->load(std::memory_order_acquire);
}

Declined<uint32_t> GuestMemory::readWord(GuestPhys address) const {
    if (!m_readObserver) return load32(address);
    m_readObserver->beforeRead(address, 4);
    auto word = load32(address);
    if (word) m_readObserver->onRead(address, std::as_bytes(std::span(&*word, 1)));
    return word;
}

Declined<void> GuestMemory::store32(GuestPhys address, uint32_t value) const {
    auto word = m_impl->word(address, true);
    if (!word) return word.failure();
    word->store(value, std::memory_order_release);
    return {};
}

Declined<void> GuestMemory::or32(GuestPhys address, uint32_t bits) const {
    auto word = m_impl->word(address, true);
    if (!word) return word.failure();
    word->fetch_or(bits, std::memory_order_acq_rel);
    return {};
}

} // namespace pvg
