#include "pvg/exec/device_info.h"

#include <algorithm>
#include <cstring>

namespace pvg {

namespace {

constexpr size_t kPairSize = 8;

// Two-plane textures follow the version alone (device.md 3); none of these is ever negotiated with an x86 guest.
uint32_t hasMultiplaneTextures(uint32_t version) {
    constexpr uint32_t kVersions[] = {31, 41, 42, 43, 60, 61, 62};
    return std::find(std::begin(kVersions), std::end(kVersions), version) != std::end(kVersions);
}

uint32_t linearAlignment(const BackendCaps& caps) { return std::max(caps.linearTextureAlignment, 256U); }

struct Pair {
    uint32_t key, value;
};

std::vector<Pair> allPairs(const BackendCaps& caps, uint32_t protocolVersion) {
    return {
#define DEVICE_INFO(key, name, value) {key, uint32_t(value)},
#include "pvg/exec/device_info.inc"
#undef DEVICE_INFO
    };
}

} // namespace

std::vector<std::byte> deviceInfoReply(const BackendCaps& caps, const DeviceInfoQuery& query) {
    size_t capacity = std::min<size_t>(query.pairs, kPageSize / kPairSize);
    std::vector<std::byte> reply(capacity * kPairSize); // key 0 ends the walk, and the guest did not clear the page
    size_t at = 0;
    for (const Pair& pair : allPairs(caps, query.protocolVersion)) {
        if (pair.key >= query.keyLimit || at == capacity) continue;
        std::memcpy(reply.data() + kPairSize * at++, &pair, sizeof pair);
    }
    return reply;
}

} // namespace pvg
