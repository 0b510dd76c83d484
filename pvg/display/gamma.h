// Gamma table of 0x07 (device.md 8.5): n red, n green, n blue words, 0 to 65535.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "pvg/base/decline.h"
#include "pvg/display/display_types.h"
#include "pvg/memory/address_space.h"

namespace pvg {

inline constexpr uint32_t kMaxGammaEntries = 4096;

struct GammaCommand {
    GuestVirt table;
    uint64_t mappedLength = 0;
    uint32_t entries = 0; // per channel
    uint32_t sum = 0;     // of all words, modulo 2^32
};

struct GammaTable {
    std::shared_ptr<const GammaRamp> ramp; // null: the table changes no code of an 8-bit picture
    bool isSumRight = true;
};
Declined<GammaTable> readGamma(AddressSpace& space, const GammaCommand& command);

// `words`: 3 * n values of at most 65535, n >= 2. Code c of a channel is position c * (n - 1) / 255 of its table, interpolated.
GammaRamp rampOf(std::span<const uint32_t> words);

} // namespace pvg
