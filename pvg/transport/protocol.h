// vfio-user on the wire (vfio-user.md 1, 2). Little-endian, packed as listed; every struct here has no padding.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pvg::transport {

enum class Command : uint16_t {
#define COMMAND(name, id, payload, exact, maxFds) name = id,
#include "pvg/transport/protocol.inc"
#undef COMMAND
};

struct CommandRow {
    Command command;
    const char* name;
    uint32_t payload;
    bool exact;
    uint32_t maxFds;
};
// Null when the command is unknown.
const CommandRow* findCommand(uint16_t command);

struct Header {
    uint16_t id = 0;
    uint16_t command = 0;
    uint32_t size = 0; // with this header
    uint32_t flags = 0;
    uint32_t error = 0;
};
static_assert(sizeof(Header) == 16);

inline constexpr uint32_t kTypeMask = 0xf, kTypeCommand = 0, kTypeReply = 1;
inline constexpr uint32_t kFlagNoReply = 0x10, kFlagError = 0x20;
inline constexpr uint32_t kMaxTransfer = 1 << 20;
inline constexpr uint32_t kMaxMessage = kMaxTransfer + 64;
inline constexpr size_t kMaxDmaMaps = 65535;

struct DmaMapPayload {
    uint32_t argsz, flags;
    uint64_t offset, iova, size;
};
struct DmaUnmapPayload {
    uint32_t argsz, flags;
    uint64_t iova, size;
};
struct InfoPayload {
    uint32_t argsz, flags, regions, irqs;
};
struct RegionInfoPayload {
    uint32_t argsz, flags, index, capOffset;
    uint64_t size, offset;
};
struct IrqInfoPayload {
    uint32_t argsz, flags, index, count;
};
struct SetIrqsPayload {
    uint32_t argsz, flags, index, start, count;
};
struct RegionAccessPayload {
    uint64_t offset;
    uint32_t region, count;
};
static_assert(sizeof(DmaMapPayload) == 32 && sizeof(DmaUnmapPayload) == 24 && sizeof(InfoPayload) == 16 && sizeof(RegionInfoPayload) == 32);
static_assert(sizeof(IrqInfoPayload) == 16 && sizeof(SetIrqsPayload) == 20 && sizeof(RegionAccessPayload) == 16);

inline constexpr uint32_t kDmaRead = 1, kDmaWrite = 2, kUnmapAll = 2;
inline constexpr uint32_t kDeviceReset = 1, kDevicePci = 2;
inline constexpr uint32_t kRegionRead = 1, kRegionWrite = 2;
inline constexpr uint32_t kIrqEventFd = 1, kIrqNoResize = 8;
inline constexpr uint32_t kSetDataNone = 1, kSetDataEventFd = 4, kSetTrigger = 0x20;
inline constexpr uint32_t kRegionCount = 9, kIrqCount = 5;
inline constexpr uint32_t kBar0 = 0, kConfigRegion = 7;
inline constexpr uint32_t kIrqMsi = 1, kIrqErr = 3;

} // namespace pvg::transport
