// The client's DMA maps: which guest-physical ranges are RAM, and the memfd behind each. The device process never maps them; it holds the
// descriptors so that a restarted renderer can be given every region again.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "pvg/base/unique_fd.h"
#include "pvg/transport/protocol.h"

namespace pvg::transport {

// `fd` belongs to the table; -1: no RAM here (ROM, or a machine without a memory backend).
struct RamRegion {
    uint64_t gpa = 0;
    uint64_t size = 0;
    uint64_t fileOffset = 0;
    bool writable = false;
    int fd = -1;
};

class DmaTable {
public:
    // 0 or an errno; then `why` is a sentence. `fd` may be empty.
    int add(const DmaMapPayload& map, UniqueFd fd, std::string& why);

    struct Removed {
        int error = 0;
        size_t count = 0;
        uint64_t gpa = 0, size = 0; // from the first removed byte to the last; only with count > 0
    };
    // Removes every map inside [iova, iova + size); none is no error, cutting one in two is. Unmap-all ignores the range.
    Removed remove(const DmaUnmapPayload& unmap);
    void clear();

    // The region that starts at `gpa`, as add() left it.
    RamRegion at(uint64_t gpa) const;
    void forEach(const std::function<void(const RamRegion&)>& visit) const;
    size_t size() const { return m_entries.size(); }
    size_t fileCount() const { return m_files.size(); }

private:
    struct FileKey {
        uint64_t device = 0, inode = 0;
        int access = 0;
        auto operator<=>(const FileKey&) const = default;
    };
    struct Entry {
        uint64_t size = 0, offset = 0;
        bool writable = false;
        std::shared_ptr<UniqueFd> file;
    };

    bool overlaps(uint64_t iova, uint64_t last) const;
    int keepFile(const DmaMapPayload& map, UniqueFd fd, std::shared_ptr<UniqueFd>& file, std::string& why);

    std::map<uint64_t, Entry> m_entries; // by iova
    // QEMU sends a fresh descriptor of the same memfd with each map (vfio-user.md 2): one a file is enough.
    std::map<FileKey, std::weak_ptr<UniqueFd>> m_files;
};

} // namespace pvg::transport
