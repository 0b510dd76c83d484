// Translations kept between runs, one file each (cache_entry.h) in one folder, shared by all processes of a user. Files appear whole, by
// rename; the least recently used go when the folder is over its limit.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "pvg/base/result.h"
#include "pvg/base/unique_fd.h"
#include "shaders/air/cache_entry.h"

namespace air {

// $XDG_CACHE_HOME/pvgl/shaders, or the same under ~/.cache; empty when neither is known.
std::filesystem::path defaultCacheFolder();

// Thread: any. Other processes may use the folder at the same time.
class DiskCache {
public:
    static constexpr uint64_t kDefaultLimit = uint64_t(64) << 20; // bytes on disk, in blocks of 4 KiB

    // Makes the folder, for its owner alone. One that others may write to is refused: they could put shaders there.
    static pvg::Result<std::unique_ptr<DiskCache>> open(const std::filesystem::path& folder, uint64_t byteLimit = kDefaultLimit);

    // None when there is no such entry, or a damaged one, which is removed.
    std::optional<Outcome> find(const CacheKey& key);
    // Outcomes above kMaxEntryBytes or an eighth of the limit are not kept, which is no error.
    pvg::Status store(const CacheKey& key, const Outcome& outcome);

    struct Figures {
        uint64_t hits = 0, misses = 0, damaged = 0, stored = 0, evicted = 0;
    };
    Figures figures() const;

private:
    DiskCache(pvg::UniqueFd folder, uint64_t byteLimit) : m_folder(std::move(folder)), m_limit(byteLimit) {}
    void makeRoom(uint64_t bytes);
    uint64_t evict(uint64_t wanted);
    pvg::Status write(const std::string& name, std::span<const std::byte> bytes);
    pvg::UniqueFd createTemporary(const std::string& name, std::string& temporary);

    pvg::UniqueFd m_folder;
    const uint64_t m_limit;
    std::mutex m_mutex; // guards m_room
    uint64_t m_room = 0; // bytes that may be stored before the folder is looked at again
    std::atomic<uint64_t> m_hits{0}, m_misses{0}, m_damaged{0}, m_stored{0}, m_evicted{0}, m_lastTemporary{0};
};

} // namespace air
