#include "shaders/air/disk_cache.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>
#include <functional>
#include <set>

#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;

namespace {

std::vector<std::byte> bytesOf(std::string_view text) {
    std::vector<std::byte> bytes(text.size());
    std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
}

air::CacheKey keyOf(std::string_view library, const air::JobHeader& job = {}) { return air::cacheKey(bytesOf(library), job); }

air::Outcome shader(std::string text) {
    air::Outcome outcome{air::Verdict::Ok, "", {}};
    outcome.translation.glsl = std::move(text);
    outcome.translation.reflection.functionName = "main0";
    outcome.translation.reflection.buffers.push_back({.metalIndex = 3, .blockName = "vs_buf3", .minimumSize = 48});
    outcome.translation.reflection.constexprSamplers.push_back({.magFilter = 1, .lodMin = 0.5F});
    return outcome;
}

std::unique_ptr<air::DiskCache> cacheIn(const fs::path& folder, uint64_t limit = air::DiskCache::kDefaultLimit) {
    auto cache = air::DiskCache::open(folder, limit);
    REQUIRE(cache);
    return std::move(*cache);
}

fs::path fileOf(const TemporaryFolder& folder, const air::CacheKey& key) { return folder.path() / air::toHex(key); }

// Last used so many seconds ago.
void age(const fs::path& file, long seconds) {
    const timespec then{std::time(nullptr) - seconds, 0};
    const timespec times[2] = {then, then};
    REQUIRE(utimensat(AT_FDCWD, file.c_str(), times, 0) == 0);
}

size_t filesIn(const fs::path& folder) { return size_t(std::distance(fs::directory_iterator(folder), {})); }

} // namespace

TEST_CASE("what is stored is found by another cache on the same folder, text and reflection alike") {
    const TemporaryFolder folder;
    std::string text = "void main() { /* \" \\ \n \xc3\x28 */ }";
    text.push_back('\0');
    const air::Outcome outcome = shader(text);
    REQUIRE(cacheIn(folder.path())->store(keyOf("a"), outcome));
    const auto cache = cacheIn(folder.path());
    const auto found = cache->find(keyOf("a"));
    REQUIRE(found);
    CHECK(found->translation.glsl == text);
    CHECK(air::toJson(found->translation.reflection) == air::toJson(outcome.translation.reflection));
    CHECK_FALSE(cache->find(keyOf("b")));
    CHECK(cache->figures().hits == 1);
    CHECK(cache->figures().misses == 1);
    struct stat info{};
    REQUIRE(stat(folder.path().c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0700);
}

TEST_CASE("a decline keeps its reason") {
    const TemporaryFolder folder;
    const auto cache = cacheIn(folder.path());
    REQUIRE(cache->store(keyOf("a"), {air::Verdict::Declined, "ray-tracing", {}}));
    const auto found = cache->find(keyOf("a"));
    REQUIRE(found);
    CHECK(found->verdict == air::Verdict::Declined);
    CHECK(found->reason == "ray-tracing");
}

TEST_CASE("the key is another for another library, function and capability and constant") {
    std::set<std::string> keys{air::toHex(keyOf("a")), air::toHex(keyOf("b")), air::toHex(keyOf("a", {.function = "f", .capabilities = {}}))};
    const std::vector<std::function<void(air::Capabilities&)>> changes = {
        [](auto& c) { ++c.maxStorageBlocks; },      [](auto& c) { ++c.maxUniformBlocks; },  [](auto& c) { ++c.maxUniformBlockSize; },
        [](auto& c) { ++c.maxTextureUnits; },       [](auto& c) { ++c.maxImageUnits; },     [](auto& c) { ++c.maxSharedMemory; },
        [](auto& c) { c.int64 = !c.int64; },        [](auto& c) { c.drawParameters = false; }, [](auto& c) { c.viewportLayerArray = false; },
        [](auto& c) { c.stencilExport = false; },   [](auto& c) { c.shaderBallot = false; },
        [](auto& c) { c.shadowLod = false; },
        [](auto& c) { c.loopExitsByFlag = true; },
    };
    for (const auto& change : changes) {
        air::JobHeader job;
        change(job.capabilities);
        keys.insert(air::toHex(keyOf("a", job)));
    }
    const std::vector<std::vector<air::FunctionConstant>> given = {{{0, {1}}}, {{0, {2}}}, {{1, {1}}}, {{0, {1}}, {1, {1}}}};
    for (const auto& constants : given) keys.insert(air::toHex(keyOf("a", {.function = "", .capabilities = {}, .constants = constants})));
    CHECK(keys.size() == 3 + changes.size() + given.size());
    CHECK(keyOf("a") == keyOf("a"));
}

TEST_CASE("every changed byte and every shorter or longer file is refused") {
    const air::CacheKey key = keyOf("a");
    const auto entry = air::encodeEntry(key, shader("void main() {}"));
    REQUIRE(air::decodeEntry(key, entry));
    for (size_t i = 0; i < entry.size(); ++i) {
        auto changed = entry;
        changed[i] ^= std::byte(1 << i % 8);
        CAPTURE(i);
        CHECK_FALSE(air::decodeEntry(key, changed));
        CHECK_FALSE(air::decodeEntry(key, std::span(entry).first(i)));
    }
    auto longer = entry;
    longer.push_back({});
    CHECK_FALSE(air::decodeEntry(key, longer));
    CHECK_FALSE(air::decodeEntry(keyOf("b"), entry));
}

TEST_CASE("lengths that add up beyond 32 bits are refused although the checksum is right") {
    const air::CacheKey key = keyOf("a");
    auto entry = air::encodeEntry(key, shader("x"));
    const std::array<uint32_t, 2> lengths{0xffffffff, uint32_t(entry.size() - air::kEntryHeadBytes + 1)};
    std::memcpy(entry.data() + 40, lengths.data(), sizeof lengths);
    air::sealEntry(key, entry);
    const auto decoded = air::decodeEntry(key, entry);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == pvg::Code::Protocol);
}

TEST_CASE("a torn or renamed file is no hit and is removed, and can be stored again") {
    const TemporaryFolder folder;
    const auto cache = cacheIn(folder.path());
    REQUIRE(cache->store(keyOf("a"), shader("a")));
    fs::resize_file(fileOf(folder, keyOf("a")), 100);
    CHECK_FALSE(cache->find(keyOf("a")));
    CHECK(cache->figures().damaged == 1);
    CHECK(filesIn(folder.path()) == 0);
    REQUIRE(cache->store(keyOf("a"), shader("a")));
    fs::copy_file(fileOf(folder, keyOf("a")), fileOf(folder, keyOf("b")));
    CHECK_FALSE(cache->find(keyOf("b")));
    CHECK(cache->find(keyOf("a")));
}

TEST_CASE("a pipe, a link or a folder in an entry's place neither holds nor misleads") {
    const TemporaryFolder folder;
    const auto cache = cacheIn(folder.path());
    REQUIRE(cache->store(keyOf("real"), shader("x")));
    REQUIRE(mkfifo(fileOf(folder, keyOf("pipe")).c_str(), 0600) == 0);
    fs::create_symlink(fileOf(folder, keyOf("real")), fileOf(folder, keyOf("link")));
    fs::create_directory(fileOf(folder, keyOf("folder")));
    for (const char* name : {"pipe", "link", "folder"}) CHECK_FALSE(cache->find(keyOf(name)));
    CHECK(cache->find(keyOf("real")));
}

TEST_CASE("the folder stays under its limit and keeps what was used last") {
    const TemporaryFolder folder;
    constexpr uint64_t kLimit = 1 << 20;
    const auto cache = cacheIn(folder.path(), kLimit);
    for (int i = 0; i < 100; ++i) {
        const auto key = keyOf(std::to_string(i));
        REQUIRE(cache->store(key, shader(std::string(15000, 'x')))); // 16 KiB on disk
        age(fileOf(folder, key), 10000 - i);
        if (i >= 5) CHECK(cache->find(keyOf("5")));
        CHECK(filesIn(folder.path()) * 16384 <= kLimit);
    }
    CHECK(cache->figures().evicted > 30);
    CHECK_FALSE(cache->find(keyOf("0")));
    CHECK(cache->find(keyOf("99")));
}

TEST_CASE("an outcome too large for the limit is left out without harm to the others") {
    const TemporaryFolder folder;
    const auto cache = cacheIn(folder.path(), 1 << 20);
    REQUIRE(cache->store(keyOf("small"), shader("x")));
    CHECK(cache->store(keyOf("large"), shader(std::string(200 << 10, 'x'))));
    CHECK_FALSE(cache->find(keyOf("large")));
    CHECK(cache->find(keyOf("small")));
}

TEST_CASE("what a dead writer left is removed once it is old; files of others are left alone") {
    const TemporaryFolder folder;
    for (const char* name : {"tmp-1-1-old", "tmp-2-1-new", "README"}) std::ofstream(folder.path() / name) << "x";
    age(folder.path() / "tmp-1-1-old", 1000);
    age(folder.path() / "README", 1000);
    REQUIRE(cacheIn(folder.path())->store(keyOf("a"), shader("x")));
    CHECK_FALSE(fs::exists(folder.path() / "tmp-1-1-old"));
    CHECK(fs::exists(folder.path() / "tmp-2-1-new"));
    CHECK(fs::exists(folder.path() / "README"));
}

TEST_CASE("several processes store, find, and evict at once: each hit is right") {
    const TemporaryFolder folder;
    const auto work = [&](int seed) {
        const auto cache = air::DiskCache::open(folder.path(), 256 << 10);
        if (!cache) return false;
        for (int i = 0; i < 300; ++i) {
            const std::string name = std::to_string((i * 7 + seed) % 50);
            const std::string text(size_t(4000 + 97 * ((i * 7 + seed) % 50)), name.back());
            if (!(*cache)->store(keyOf(name), shader(text))) return false;
            const auto found = (*cache)->find(keyOf(name));
            if (found && found->translation.glsl != text) return false;
        }
        return (*cache)->figures().damaged == 0;
    };
    std::vector<pid_t> children;
    for (int seed = 0; seed < 4; ++seed) {
        const pid_t child = fork();
        if (child == 0) _exit(work(seed) ? 0 : 1);
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = -1;
        waitpid(child, &status, 0);
        CHECK(status == 0);
    }
    CHECK(filesIn(folder.path()) * 4096 <= (256 << 10) * 2);
}

TEST_CASE("a host without descriptors costs no entry") {
    const TemporaryFolder folder;
    const auto cache = cacheIn(folder.path());
    REQUIRE(cache->store(keyOf("a"), shader("a")));
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
    const rlimit none{0, before.rlim_max};
    REQUIRE(setrlimit(RLIMIT_NOFILE, &none) == 0);
    const bool isFound = cache->find(keyOf("a")).has_value();
    const bool isStored = bool(cache->store(keyOf("b"), shader("b")));
    REQUIRE(setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK_FALSE(isFound);
    CHECK_FALSE(isStored);
    CHECK(cache->find(keyOf("a")));
    CHECK(cache->figures().damaged == 0);
}

TEST_CASE("a temporary file of a process that had our number is no obstacle") {
    const TemporaryFolder folder;
    const auto cache = cacheIn(folder.path());
    const std::string front = "tmp-" + std::to_string(getpid()) + "-";
    for (int i = 1; i < 5; ++i) std::ofstream(folder.path() / (front + std::to_string(i) + "-" + air::toHex(keyOf("a")))) << "x";
    CHECK(cache->store(keyOf("a"), shader("a")));
    CHECK(cache->find(keyOf("a")));
}

TEST_CASE("a folder that others may write to is refused and left as it is") {
    const TemporaryFolder folder;
    for (const auto& [mode, isGood] : {std::pair<mode_t, bool>{0777, false}, {0720, false}, {0755, true}}) {
        CAPTURE(mode);
        REQUIRE(chmod(folder.path().c_str(), mode) == 0);
        CHECK(bool(air::DiskCache::open(folder.path())) == isGood);
        struct stat info{};
        REQUIRE(stat(folder.path().c_str(), &info) == 0);
        CHECK((info.st_mode & 0777) == mode);
    }
    struct stat info{};
    cacheIn(folder.path() / "new");
    REQUIRE(stat((folder.path() / "new").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0700);
}

TEST_CASE("a file that is written over in place while others read it is never a wrong hit") {
    const TemporaryFolder folder;
    const auto key = keyOf("a");
    const std::string text(100000, 'a');
    const auto vandal = [&] {
        for (int i = 0; i < 300; ++i) {
            std::ofstream(fileOf(folder, key), std::ios::in | std::ios::out).seekp(i * 331) << "vandal";
            if (i % 3 == 0) truncate(fileOf(folder, key).c_str(), i * 100);
        }
        return true;
    };
    const auto reader = [&] {
        const auto cache = air::DiskCache::open(folder.path());
        for (int i = 0; cache && i < 300; ++i) {
            if (!(*cache)->store(key, shader(text))) return false;
            const auto found = (*cache)->find(key);
            if (found && found->translation.glsl != text) return false;
        }
        return bool(cache);
    };
    std::vector<pid_t> children;
    for (int i = 0; i < 3; ++i) {
        const pid_t child = fork();
        if (child == 0) _exit((i == 0 ? vandal() : reader()) ? 0 : 1);
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = -1;
        waitpid(child, &status, 0);
        CHECK(status == 0);
    }
}

TEST_CASE("a folder that cannot be had, or is gone, is an error and no more") {
    CHECK_FALSE(air::DiskCache::open("/dev/null/cache"));
    CHECK_FALSE(air::DiskCache::open({}));
    const TemporaryFolder folder;
    const auto cache = cacheIn(folder.path() / "inner");
    fs::remove_all(folder.path() / "inner");
    CHECK_FALSE(cache->store(keyOf("a"), shader("x")));
    CHECK_FALSE(cache->find(keyOf("a")));
}

TEST_CASE("the default folder is the user's cache folder") {
    setenv("XDG_CACHE_HOME", "/somewhere", 1);
    CHECK(air::defaultCacheFolder() == "/somewhere/pvgl/shaders");
    setenv("XDG_CACHE_HOME", "relative", 1);
    setenv("HOME", "/home/me", 1);
    CHECK(air::defaultCacheFolder() == "/home/me/.cache/pvgl/shaders");
    unsetenv("HOME");
    CHECK(air::defaultCacheFolder().empty());
}
