// The client end of a vfio-user connection, message by message, as QEMU speaks it (vfio-user.md 1, 2).
// One request is outstanding at a time; writes of BAR0 are posted. Thread: one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/result.h"
#include "pvg/guest/byte_writer.h"

namespace pvg::guest {

class VfioClient {
public:
    // Retries until `seconds` have passed: the server's path appears when it listens.
    static Result<VfioClient> connect(const std::string& path, double seconds);
    VfioClient(VfioClient&& other) noexcept : m_socket(other.m_socket), m_nextId(other.m_nextId) { other.m_socket = -1; }
    VfioClient(const VfioClient&) = delete;
    VfioClient& operator=(const VfioClient&) = delete;
    ~VfioClient();

    Status negotiate();
    struct MapRequest {
        uint64_t fileOffset = 0, address = 0, size = 0;
        int fd = -1;
    };
    Status mapMemory(const MapRequest& request);

    struct DeviceShape {
        uint32_t flags = 0, regions = 0, interrupts = 0;
    };
    Result<DeviceShape> deviceInfo();
    Result<uint64_t> regionSize(uint32_t region);
    Status installInterrupt(uint32_t index, int eventfd);
    Status reset();

    struct Access {
        uint32_t region = 0;
        uint64_t offset = 0;
    };
    Status read(Access at, std::span<std::byte> out);
    Status write(Access at, std::span<const std::byte> data);
    // Without a reply.
    Status post(Access at, std::span<const std::byte> data);

    int socket() const { return m_socket; }

private:
    explicit VfioClient(int fd) : m_socket(fd) {}
    Status send(uint16_t command, uint32_t flags, const ByteWriter& payload, int fd = -1);
    Result<Bytes> receive(uint16_t id, uint16_t command);
    Result<Bytes> request(uint16_t command, const ByteWriter& payload, int fd = -1);

    int m_socket = -1;
    uint16_t m_nextId = 0;
};

} // namespace pvg::guest
