// vfio-user messages as a client makes them, written out by hand: the server's structs are what is under test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace test {

using Bytes = std::vector<std::byte>;

inline Bytes& put(Bytes& bytes, uint64_t value, size_t size) {
    for (size_t i = 0; i < size; ++i) bytes.push_back(std::byte(value >> (8 * i)));
    return bytes;
}
inline Bytes words(std::initializer_list<uint32_t> values) {
    Bytes bytes;
    for (const uint32_t v : values) put(bytes, v, 4);
    return bytes;
}
inline uint64_t at(const Bytes& bytes, size_t offset, size_t size = 4) {
    uint64_t value = 0;
    for (size_t i = 0; i < size && offset + i < bytes.size(); ++i) value |= uint64_t(bytes[offset + i]) << (8 * i);
    return value;
}

inline Bytes message(uint16_t id, uint16_t command, const Bytes& payload, uint32_t flags = 0) {
    Bytes bytes;
    put(bytes, id, 2);
    put(bytes, command, 2);
    put(bytes, 16 + payload.size(), 4);
    put(bytes, flags, 4);
    put(bytes, 0, 4);
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    return bytes;
}

// QEMU 11.1's own text (vfio-user.md 2).
inline const char kQemuCapabilities[] =
    R"({"capabilities": {"pgsizes": 4096, "max_msg_fds": 16, "max_dma_maps": 65535, "max_data_xfer_size": 1048576, )"
    R"("migration": {"max_bitmap_size": 268435456, "pgsize": 4096}, "write_multiple": true}})";

inline Bytes versionPayload(const std::string& text = kQemuCapabilities, uint16_t major = 0) {
    Bytes bytes;
    put(bytes, major, 2);
    put(bytes, 0, 2);
    for (const char c : text) bytes.push_back(std::byte(c));
    bytes.push_back(std::byte{0});
    return bytes;
}
inline Bytes mapPayload(uint64_t iova, uint64_t size, uint64_t offset = 0, uint32_t flags = 3) {
    Bytes bytes = words({32, flags});
    put(bytes, offset, 8);
    put(bytes, iova, 8);
    return put(bytes, size, 8);
}
inline Bytes unmapPayload(uint64_t iova, uint64_t size, uint32_t flags = 0) {
    Bytes bytes = words({24, flags});
    put(bytes, iova, 8);
    return put(bytes, size, 8);
}
inline Bytes accessPayload(uint32_t region, uint64_t offset, uint32_t count, const Bytes& data = {}) {
    Bytes bytes;
    put(bytes, offset, 8);
    put(bytes, region, 4);
    put(bytes, count, 4);
    bytes.insert(bytes.end(), data.begin(), data.end());
    return bytes;
}

enum : uint16_t {
    kVersion = 1,
    kDmaMap,
    kDmaUnmap,
    kGetInfo,
    kGetRegionInfo,
    kGetIrqInfo = 7,
    kSetIrqs,
    kRegionRead,
    kRegionWrite,
    kReset = 13
};
inline constexpr uint32_t kNoReply = 0x10;

} // namespace test
