// Shader blobs as a guest hands them over, and outcomes as a worker that was taken over might answer them.
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "shaders/air/container.h"
#include "shaders/air/json.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void readLibrary(std::span<const std::byte> input) {
    const auto entries = air::readContainer(input);
    if (!entries) return require(!entries.error().text.empty());
    // A group takes at least 8 bytes, so the list cannot outgrow the input.
    require(entries->size() <= 1 + input.size() / 8);
    for (const air::FunctionEntry& entry : *entries) {
        require(entry.bitcode.data() >= input.data());
        require(entry.bitcode.data() + entry.bitcode.size() <= input.data() + input.size());
        require(entry.name.size() <= 0xffff);
        require(entry.hashHex.empty() || entry.hashHex.size() == 64);
    }
}

void readOutcome(std::span<const std::byte> input) {
    const std::string text(reinterpret_cast<const char*>(input.data()), input.size());
    const auto outcome = air::outcomeFromJson(text);
    if (!outcome) return require(!outcome.error().text.empty());
    const auto again = air::outcomeFromJson(air::toJson(*outcome));
    require(bool(again) && air::toJson(*again) == air::toJson(*outcome));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::span input(reinterpret_cast<const std::byte*>(data), size);
    readLibrary(input);
    if (size > 0 && data[0] == '{') readOutcome(input);
    return 0;
}
