// The device-information reply (device.md 6.5, 7).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pvg/exec/backend.h"

namespace pvg {

struct DeviceInfoQuery {
    uint32_t protocolVersion = 0;
    uint32_t keyLimit = 0; // exclusive
    uint32_t pairs = 0;    // capacity of the guest's buffer
};

// The whole reply buffer, at most one page: {u32 key, u32 value} pairs, the rest zero.
std::vector<std::byte> deviceInfoReply(const BackendCaps& caps, const DeviceInfoQuery& query);

} // namespace pvg
