// Gamma table of 0x07 (device.md 8.5): n red, n green, n blue.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "pvg/base/decline.h"
#include "pvg/memory/address_space.h"

namespace pvg {

inline constexpr uint32_t kMaxGammaEntries = 4096;

struct GammaCommand {
    GuestVirt table;
    uint64_t mappedLength = 0;
    uint32_t entries = 0; // per channel
};

Declined<std::shared_ptr<const std::vector<uint32_t>>> copyGamma(AddressSpace& space, const GammaCommand& command);

} // namespace pvg
