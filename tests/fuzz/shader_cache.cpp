// A file of the shader cache that somebody else may have written. The first byte chooses: '0' a file as it lies there, '1' one whose magic,
// key and checksum are right, '2' one whose lengths are right as well and whose header is the rest of the input.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "shaders/air/cache_entry.h"

extern const std::string_view kOutcomePrefix;
const std::string_view kOutcomePrefix = "2";

namespace {

constexpr std::string_view kGlsl = "void main() {}";

void require(bool holds) {
    if (!holds) std::abort();
}

void readFile(std::span<const std::byte> file) {
    const air::CacheKey key{};
    const auto outcome = air::decodeEntry(key, file);
    if (!outcome) return require(!outcome.error().text.empty());
    const auto written = air::encodeEntry(key, *outcome);
    const auto again = air::decodeEntry(key, written);
    require(again && again->translation.glsl == outcome->translation.glsl && air::encodeEntry(key, *again) == written);
}

void readSealedFile(std::span<const std::byte> input) {
    std::vector<std::byte> file(input.begin(), input.end());
    if (file.size() < air::kEntryHeadBytes) file.resize(air::kEntryHeadBytes);
    air::sealEntry({}, file);
    readFile(file);
}

void readHeader(std::span<const std::byte> header) {
    std::vector<std::byte> file(air::kEntryHeadBytes);
    const uint32_t lengths[] = {uint32_t(header.size()), uint32_t(kGlsl.size())};
    std::memcpy(file.data() + 40, lengths, sizeof lengths);
    file.insert(file.end(), header.begin(), header.end());
    const auto glsl = std::as_bytes(std::span(kGlsl));
    file.insert(file.end(), glsl.begin(), glsl.end());
    readSealedFile(file);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size == 0) return 0;
    const auto input = std::as_bytes(std::span(data, size)).subspan(1);
    if (data[0] == '0') readFile(input);
    if (data[0] == '1') readSealedFile(input);
    if (data[0] == '2') readHeader(input);
    return 0;
}
