// The page a display pipe shares with the guest (device.md 8.2): which bytes the host writes, and where it looks.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/ids.h"
#include "pvg/display/display_types.h"

namespace pvg {

// Fields the host reads, and the one it ORs into.
inline constexpr uint64_t kPendingEvents = 0x100;
inline constexpr uint64_t kEnabledEvents = 0x104;
inline constexpr uint64_t kCursorPosition = 0xe00;
inline constexpr uint64_t kCursorVisible = 0xe04;

// Bits of both event words (device.md 8.3).
enum DisplayEvent : uint32_t { kVerticalBlank = 1, kTransactionComplete = 2, kOnline = 4, kOffline = 8 };

inline constexpr uint32_t kMaxCursorExtent = 512;
inline constexpr uint32_t kGammaEntries = 1024;

struct SharedPageContents {
    DisplayPort port;
    std::string name; // the first 13 characters count
    uint32_t generation = 0;
    bool gamma = false;
    std::span<const DisplayMode> modes; // 0 = preferred
};

struct SharedPageWrite {
    uint32_t offset = 0;
    std::vector<std::byte> bytes;
};
// Every byte the host owns and no other: the rest of the page stays as the guest left it.
std::vector<SharedPageWrite> sharedPageWrites(const SharedPageContents& contents);

} // namespace pvg
