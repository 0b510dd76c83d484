#include "shaders/air/cache_entry.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <xxhash.h>

#include <cstring>
#include <memory>
#include <string_view>

#include "pvg/base/byte_reader.h"
#include "shaders/air/translator_stamp.h"

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Result;

namespace {

constexpr std::string_view kMagic = "pvglshd1";
constexpr size_t kKeyAt = 8, kHeaderLengthAt = 40, kGlslLengthAt = 44, kChecksumAt = 48;

template <class T>
void put(std::span<std::byte> file, size_t at, T value) {
    std::memcpy(file.data() + at, &value, sizeof value);
}

uint64_t checksumOf(std::span<const std::byte> file) {
    const auto rest = file.subspan(kEntryHeadBytes);
    return XXH3_64bits_withSeed(rest.data(), rest.size(), XXH3_64bits(file.data(), kChecksumAt));
}

Error damaged(std::string what) { return {Code::Protocol, "shader cache entry: " + std::move(what)}; }

std::string textAt(std::span<const std::byte> file, size_t at, size_t length) {
    return {reinterpret_cast<const char*>(file.data()) + at, length};
}

} // namespace

// A guest chooses the library's bytes: the hash must not let it stand in for another machine's shader.
CacheKey cacheKey(std::span<const std::byte> library, const JobHeader& job) {
    const std::string header = fmt::format("{}|{}|{}|", kTranslatorVersion, kTranslatorStamp, toJson(job));
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    CacheKey key{};
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    EVP_DigestUpdate(context.get(), header.data(), header.size());
    EVP_DigestUpdate(context.get(), library.data(), library.size());
    EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(key.data()), nullptr);
    return key;
}

std::string toHex(const CacheKey& key) {
    std::string text;
    for (const std::byte b : key) text += fmt::format("{:02x}", unsigned(b));
    return text;
}

void sealEntry(const CacheKey& key, std::span<std::byte> file) {
    std::memcpy(file.data(), kMagic.data(), kMagic.size());
    std::memcpy(file.data() + kKeyAt, key.data(), key.size());
    put(file, kChecksumAt, checksumOf(file));
}

std::vector<std::byte> encodeEntry(const CacheKey& key, const Outcome& outcome) {
    const OutcomeParts parts = toParts(outcome);
    std::vector<std::byte> file(kEntryHeadBytes + parts.header.size() + parts.glsl.size());
    put(file, kHeaderLengthAt, uint32_t(parts.header.size()));
    put(file, kGlslLengthAt, uint32_t(parts.glsl.size()));
    std::memcpy(file.data() + kEntryHeadBytes, parts.header.data(), parts.header.size());
    std::memcpy(file.data() + kEntryHeadBytes + parts.header.size(), parts.glsl.data(), parts.glsl.size());
    sealEntry(key, file);
    return file;
}

Result<Outcome> decodeEntry(const CacheKey& key, std::span<const std::byte> file) {
    if (file.size() < kEntryHeadBytes || file.size() > kMaxEntryBytes) return damaged(fmt::format("{} bytes", file.size()));
    if (std::memcmp(file.data(), kMagic.data(), kMagic.size()) != 0) return damaged("no magic");
    if (std::memcmp(file.data() + kKeyAt, key.data(), key.size()) != 0) return damaged("it belongs to another key");
    const uint64_t headerBytes = pvg::loadAt<uint32_t>(file, kHeaderLengthAt);
    const uint64_t glslBytes = pvg::loadAt<uint32_t>(file, kGlslLengthAt);
    if (kEntryHeadBytes + headerBytes + glslBytes != file.size())
        return damaged(fmt::format("{} + {} bytes in a file of {}", headerBytes, glslBytes, file.size()));
    if (pvg::loadAt<uint64_t>(file, kChecksumAt) != checksumOf(file)) return damaged("its checksum is wrong");
    return outcomeFromParts({textAt(file, kEntryHeadBytes, headerBytes), textAt(file, kEntryHeadBytes + headerBytes, glslBytes)});
}

} // namespace air
