#include "shaders/air/disk_cache.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

namespace air {

namespace fs = std::filesystem;
using pvg::Code;
using pvg::Error;
using pvg::Result;
using pvg::Status;
using pvg::UniqueFd;

namespace {

constexpr uint64_t kBlock = 4096;
constexpr size_t kNameLength = 64;
constexpr std::string_view kTemporaryPrefix = "tmp-";
constexpr time_t kTemporaryLife = 600; // seconds; an older one was left by a process that died

uint64_t onDisk(uint64_t bytes) { return (bytes + kBlock - 1) / kBlock * kBlock; }

bool isEntryName(std::string_view name) {
    return name.size() == kNameLength && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Error hostError(const char* what) { return {Code::Io, std::string("shader cache: ") + what + ": " + std::strerror(errno)}; }

// Memory that is not zeroed before it is read into: an entry may be a megabyte.
struct EntryBytes {
    std::unique_ptr<std::byte[]> data;
    size_t size = 0;
};

// Only a plain file of a size that can be an entry is read: the folder is the user's, and anything may lie in it.
std::optional<EntryBytes> readEntry(int file) {
    struct stat info{};
    if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode) || uint64_t(info.st_size) > kMaxEntryBytes) return std::nullopt;
    const auto size = size_t(info.st_size);
    EntryBytes bytes{std::make_unique_for_overwrite<std::byte[]>(size), size};
    size_t done = 0;
    while (done < size) {
        const ssize_t n = read(file, bytes.data.get() + done, size - done);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return std::nullopt;
        done += size_t(n);
    }
    return bytes;
}

Status writeAll(int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t n = write(file, bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) return hostError("write");
        if (n > 0) bytes = bytes.subspan(size_t(n));
    }
    return {};
}

struct CloseFolder {
    void operator()(DIR* list) const { closedir(list); }
};

struct Found {
    std::string name;
    timespec used{};
    uint64_t bytes = 0;
};

std::vector<Found> listEntries(int folder) {
    std::vector<Found> entries;
    const int copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, CloseFolder> list(copy < 0 ? nullptr : fdopendir(copy));
    if (!list && copy >= 0) close(copy);
    while (const dirent* entry = list ? readdir(list.get()) : nullptr) {
        const std::string_view name = entry->d_name;
        struct stat info{};
        const bool isTemporary = name.starts_with(kTemporaryPrefix);
        if ((!isTemporary && !isEntryName(name)) || fstatat(folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) continue;
        if (isTemporary && info.st_mtim.tv_sec + kTemporaryLife < std::time(nullptr)) unlinkat(folder, entry->d_name, 0);
        if (!isTemporary) entries.push_back({entry->d_name, info.st_mtim, onDisk(uint64_t(info.st_size))});
    }
    return entries;
}

bool isUsedBefore(const Found& a, const Found& b) {
    return a.used.tv_sec != b.used.tv_sec ? a.used.tv_sec < b.used.tv_sec : a.used.tv_nsec < b.used.tv_nsec;
}

} // namespace

fs::path defaultCacheFolder() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache && *cache == '/') return fs::path(cache) / "pvgl" / "shaders";
    const char* home = std::getenv("HOME");
    return home && *home == '/' ? fs::path(home) / ".cache" / "pvgl" / "shaders" : fs::path();
}

Result<std::unique_ptr<DiskCache>> DiskCache::open(const fs::path& folder, uint64_t byteLimit) {
    std::error_code problem;
    if (folder.empty()) return Error{Code::NotFound, "shader cache: neither XDG_CACHE_HOME nor HOME names a folder"};
    const bool isNew = fs::create_directories(folder, problem);
    UniqueFd opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct stat info{};
    if (!opened || fstat(opened.get(), &info) != 0) return hostError(folder.c_str());
    if (isNew && (fchmod(opened.get(), 0700) != 0 || fstat(opened.get(), &info) != 0)) return hostError(folder.c_str());
    if (info.st_uid != geteuid() || (info.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return Error{Code::Unsupported, "shader cache: others may write to " + folder.string()};
    return std::unique_ptr<DiskCache>(new DiskCache(std::move(opened), byteLimit));
}

std::optional<Outcome> DiskCache::find(const CacheKey& key) {
    const std::string name = toHex(key);
    // O_NONBLOCK: a FIFO of that name must not hold us.
    const UniqueFd file(openat(m_folder.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    // A link is not ours. Any other failure says nothing about the entry: no such file, or a host that is short of descriptors.
    if (!file && errno != ELOOP) {
        ++m_misses;
        return std::nullopt;
    }
    const auto bytes = file ? readEntry(file.get()) : std::nullopt;
    auto outcome = bytes ? decodeEntry(key, {bytes->data.get(), bytes->size}) : Error{Code::Protocol, "shader cache entry: it cannot be read"};
    if (!outcome) {
        ++m_damaged;
        unlinkat(m_folder.get(), name.c_str(), 0);
        return std::nullopt;
    }
    ++m_hits;
    futimens(file.get(), nullptr); // "used" is the modification time
    return std::move(*outcome);
}

// A name that is taken was left by a process that died under our number, or belongs to one that has it in another namespace.
UniqueFd DiskCache::createTemporary(const std::string& name, std::string& temporary) {
    constexpr int kAttempts = 16;
    UniqueFd file;
    for (int i = 0; i < kAttempts && !file; ++i) {
        temporary = std::string(kTemporaryPrefix) + std::to_string(getpid()) + "-" + std::to_string(++m_lastTemporary) + "-" + name;
        file.reset(openat(m_folder.get(), temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file && errno != EEXIST) break;
    }
    return file;
}

Status DiskCache::write(const std::string& name, std::span<const std::byte> bytes) {
    std::string temporary;
    const UniqueFd file = createTemporary(name, temporary);
    if (!file) return hostError("a new file");
    Status written = writeAll(file.get(), bytes);
    if (written && renameat(m_folder.get(), temporary.c_str(), m_folder.get(), name.c_str()) != 0) written = hostError("rename");
    if (!written) unlinkat(m_folder.get(), temporary.c_str(), 0);
    return written;
}

Status DiskCache::store(const CacheKey& key, const Outcome& outcome) {
    const std::vector<std::byte> bytes = encodeEntry(key, outcome);
    if (bytes.size() > kMaxEntryBytes || onDisk(bytes.size()) > m_limit / 8) return {};
    makeRoom(onDisk(bytes.size()));
    PVG_CHECK(write(toHex(key), bytes));
    ++m_stored;
    return {};
}

// Looking costs a stat per file, so it is done once per eighth of the limit; other processes may take as much in between.
void DiskCache::makeRoom(uint64_t bytes) {
    const std::scoped_lock lock(m_mutex);
    if (m_room < bytes) m_room = evict(bytes);
    m_room -= std::min(m_room, bytes);
}

// Gives the bytes that may be added now.
uint64_t DiskCache::evict(uint64_t wanted) {
    std::vector<Found> entries = listEntries(m_folder.get());
    uint64_t total = 0;
    for (const Found& entry : entries) total += entry.bytes;
    const uint64_t share = m_limit / 8;
    if (total + wanted > m_limit) {
        std::ranges::sort(entries, isUsedBefore);
        for (const Found& entry : entries) {
            if (total + share <= m_limit) break;
            unlinkat(m_folder.get(), entry.name.c_str(), 0);
            total -= entry.bytes;
            ++m_evicted;
        }
    }
    return std::min(share, m_limit - std::min(total, m_limit));
}

DiskCache::Figures DiskCache::figures() const { return {m_hits, m_misses, m_damaged, m_stored, m_evicted}; }

} // namespace air
