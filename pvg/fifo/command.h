// One FIFO command as copied out of a ring (device.md 5.3).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pvg/base/ids.h"

namespace pvg {

inline constexpr size_t kCommandHeaderSize = 12;
inline constexpr size_t kBarrierSize = 8;
inline constexpr uint32_t kMaxBarriers = 64;
inline constexpr uint32_t kMaxCommandLength = 0x10000;

struct Barrier {
    StampSlot slot;
    uint32_t value = 0; // met once int32(stamp - value) >= 0
};

struct FifoCommand {
    uint16_t id = 0;
    uint32_t barrierCount = 0; // as the header says; more than kMaxBarriers make a bad command without readable barriers
    uint32_t signal = 0;       // stamp value to publish in the channel's slot
    uint32_t counter = 0;      // consumer counter at its first byte
    std::vector<std::byte> bytes;

    uint32_t length() const { return uint32_t(bytes.size()); }
    Barrier barrier(uint32_t index) const;
    std::span<const std::byte> payload() const { return std::span(bytes).subspan(kCommandHeaderSize + kBarrierSize * barrierCount); }
};

} // namespace pvg
