#include "pvg/display/gamma.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace pvg {

namespace {

constexpr uint64_t kChannels = 3;
constexpr uint32_t kFull = 65535; // 16 bits, as the guest's own tables have (decisions.md 36)
constexpr uint32_t kLastCode = GammaRamp::kCodes - 1;

uint32_t asByte(uint32_t value) { return (value * 255 + kFull / 2) / kFull; }

bool isIdentity(const GammaRamp& ramp) {
    for (const auto& channel : ramp.channels)
        for (uint32_t code = 0; code <= kLastCode; ++code)
            if (asByte(channel[code]) != code) return false;
    return true;
}

} // namespace

GammaRamp rampOf(std::span<const uint32_t> words) {
    const uint64_t entries = words.size() / kChannels;
    GammaRamp ramp;
    for (uint64_t channel = 0; channel < kChannels; ++channel) {
        const auto table = words.subspan(channel * entries, entries);
        for (uint64_t code = 0; code <= kLastCode; ++code) {
            const uint64_t scaled = code * (entries - 1);
            const uint64_t index = scaled / kLastCode, part = scaled % kLastCode;
            const uint64_t above = table[std::min(index + 1, entries - 1)];
            ramp.channels[channel][code] = uint16_t((table[index] * (kLastCode - part) + above * part + kLastCode / 2) / kLastCode);
        }
    }
    return ramp;
}

Declined<GammaTable> readGamma(AddressSpace& space, const GammaCommand& command) {
    const uint64_t words = kChannels * command.entries;
    if (command.entries < 2 || command.entries > kMaxGammaEntries || words * 4 > command.mappedLength)
        return decline(DeclineReason::BadLength, "gamma table of {} entries in {} bytes", command.entries, command.mappedLength);
    std::vector<uint32_t> table(words);
    PVG_CHECK(space.read(command.table, std::as_writable_bytes(std::span(table))));
    const uint32_t largest = *std::max_element(table.begin(), table.end());
    if (largest > kFull) return decline(DeclineReason::BadField, "gamma value {}, at most {}", largest, kFull);
    const uint32_t sum = std::accumulate(table.begin(), table.end(), 0U);
    const GammaRamp ramp = rampOf(table);
    return GammaTable{isIdentity(ramp) ? nullptr : std::make_shared<const GammaRamp>(ramp), sum == command.sum};
}

} // namespace pvg
