// One translation as a file of the disk cache. Layout, little endian:
//   0   8 bytes   magic
//   8   32 bytes  key: what the entry is a translation of, so that a file under a wrong name is no hit
//   40  u32       length of the header
//   44  u32       length of the GLSL
//   48  u64       XXH3 of what follows, seeded with that of what precedes
//   56  header (JSON, OutcomeParts), GLSL, and nothing else
// Readers treat every byte as hostile. No files in here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/result.h"
#include "shaders/air/json.h"

namespace air {

using CacheKey = std::array<std::byte, 32>;

// Nothing larger is written or read.
inline constexpr size_t kMaxEntryBytes = size_t(8) << 20;

// Depends on the library's bytes, the job (function and capabilities) and the translator (its version and its sources).
CacheKey cacheKey(std::span<const std::byte> library, const JobHeader& job);
std::string toHex(const CacheKey& key);

std::vector<std::byte> encodeEntry(const CacheKey& key, const Outcome& outcome);
// Code::Protocol with what is wrong.
pvg::Result<Outcome> decodeEntry(const CacheKey& key, std::span<const std::byte> file);
// Writes magic, key and checksum into `file`, whatever else it holds; for encodeEntry() and tests. At least a head long.
void sealEntry(const CacheKey& key, std::span<std::byte> file);
inline constexpr size_t kEntryHeadBytes = 56;

} // namespace air
