#include "pvg/transport/dma_table.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "pvg/base/checked.h"
#include "pvg/base/ids.h"

namespace pvg::transport {
namespace {

constexpr size_t kMaxFiles = 256; // memory backends of one machine; bounds the descriptors a client can make us hold

bool isPageAligned(uint64_t v) { return v % kPageSize == 0; }

// Truncating a file under a mapping kills whoever touches it, so the file must be unable to shrink (vfio-user.md 8).
int checkFile(int fd, const struct stat& info, const DmaMapPayload& map, std::string& why) {
    const int seals = ::fcntl(fd, F_GET_SEALS);
    if (!S_ISREG(info.st_mode) || seals < 0) {
        why = "guest RAM is not a memfd; give QEMU '-object memory-backend-memfd,share=on'";
        return EINVAL;
    }
    if (!(seals & F_SEAL_SHRINK)) {
        why = "guest RAM is a memfd without F_SEAL_SHRINK; give QEMU '-object memory-backend-memfd,share=on,seal=on'";
        return EINVAL;
    }
    if (!fits(map.offset, map.size, uint64_t(info.st_size))) {
        why = fmt::format("a DMA map of {:#x} bytes at file offset {:#x} lies outside its file of {:#x} bytes", map.size, map.offset,
                          info.st_size);
        return EINVAL;
    }
    if ((map.flags & kDmaWrite) && (::fcntl(fd, F_GETFL) & O_ACCMODE) != O_RDWR) {
        why = "a writable DMA map came with a read-only descriptor";
        return EINVAL;
    }
    return 0;
}

} // namespace

bool DmaTable::overlaps(uint64_t iova, uint64_t last) const {
    auto next = m_entries.upper_bound(last);
    if (next == m_entries.begin()) return false;
    --next;
    return next->first + next->second.size - 1 >= iova;
}

int DmaTable::keepFile(const DmaMapPayload& map, UniqueFd fd, std::shared_ptr<UniqueFd>& file, std::string& why) {
    struct stat info{};
    if (::fstat(fd.get(), &info) != 0) return errno;
    if (const int error = checkFile(fd.get(), info, map, why)) return error;

    const FileKey key{uint64_t(info.st_dev), uint64_t(info.st_ino), ::fcntl(fd.get(), F_GETFL) & O_ACCMODE};
    if (const auto known = m_files.find(key); known != m_files.end()) file = known->second.lock();
    if (file) return 0;
    std::erase_if(m_files, [](const auto& entry) { return entry.second.expired(); });
    if (m_files.size() >= kMaxFiles) {
        why = fmt::format("more than {} different files as guest RAM", kMaxFiles);
        return ENOSPC;
    }
    file = std::make_shared<UniqueFd>(std::move(fd));
    m_files[key] = file;
    return 0;
}

int DmaTable::add(const DmaMapPayload& map, UniqueFd fd, std::string& why) {
    const auto end = checkedAdd(map.iova, map.size);
    if (map.size == 0 || !end || !isPageAligned(map.iova) || !isPageAligned(map.size) || !isPageAligned(map.offset)) {
        why = fmt::format("a DMA map of {:#x} bytes at {:#x}, file offset {:#x}: not whole pages", map.size, map.iova, map.offset);
        return EINVAL;
    }
    if (map.flags == 0 || (map.flags & ~(kDmaRead | kDmaWrite))) {
        why = fmt::format("a DMA map with flags {:#x}; read is 1, write is 2", map.flags);
        return EINVAL;
    }
    if (overlaps(map.iova, *end - 1)) {
        why = fmt::format("a DMA map of {:#x} bytes at {:#x} overlaps another", map.size, map.iova);
        return EEXIST;
    }
    if (m_entries.size() >= kMaxDmaMaps) {
        why = fmt::format("more than {} DMA maps", kMaxDmaMaps);
        return ENOSPC;
    }
    Entry entry{map.size, map.offset, (map.flags & kDmaWrite) != 0, nullptr};
    if (fd)
        if (const int error = keepFile(map, std::move(fd), entry.file, why)) return error;
    m_entries.emplace(map.iova, std::move(entry));
    return 0;
}

DmaTable::Removed DmaTable::remove(const DmaUnmapPayload& unmap) {
    const bool all = unmap.flags & kUnmapAll;
    if (!all && unmap.size == 0) return {EINVAL};
    // QEMU unmaps up to the very end of the address space (vfio-user.md 2), where iova + size is 2^64.
    const uint64_t first = all ? 0 : unmap.iova;
    const uint64_t last = all ? UINT64_MAX : unmap.iova + (unmap.size - 1);
    if (last < first) return {EINVAL};

    auto begin = m_entries.lower_bound(first);
    if (begin != m_entries.begin()) {
        const auto before = std::prev(begin);
        if (before->first + before->second.size - 1 >= first) return {EINVAL};
    }
    const auto end = m_entries.upper_bound(last);
    if (begin == end) return {};
    const auto lastEntry = std::prev(end);
    const uint64_t lastByte = lastEntry->first + lastEntry->second.size - 1;
    if (lastByte > last) return {EINVAL};

    const Removed removed{0, size_t(std::distance(begin, end)), begin->first, lastByte - begin->first + 1};
    m_entries.erase(begin, end);
    return removed;
}

void DmaTable::clear() {
    m_entries.clear();
    m_files.clear();
}

RamRegion DmaTable::at(uint64_t gpa) const {
    const auto entry = m_entries.find(gpa);
    if (entry == m_entries.end()) return {};
    const Entry& e = entry->second;
    return {gpa, e.size, e.offset, e.writable, e.file ? e.file->get() : -1};
}

void DmaTable::forEach(const std::function<void(const RamRegion&)>& visit) const {
    for (const auto& [gpa, entry] : m_entries) visit({gpa, entry.size, entry.offset, entry.writable, entry.file ? entry.file->get() : -1});
}

} // namespace pvg::transport
