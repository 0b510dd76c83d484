// What the transport serves: regions, one interrupt, reset and guest RAM. Errors are errnos, 0 is success. Thread: the device process's
// only one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "pvg/base/unique_fd.h"
#include "pvg/transport/dma_table.h"

namespace pvg::transport {

class DeviceModel {
public:
    virtual ~DeviceModel() = default;

    // 0: the region does not exist. Readable and writable otherwise; accesses arrive with offset + size inside it.
    virtual uint64_t regionSize(uint32_t index) const = 0;
    virtual void readRegion(uint32_t index, uint64_t offset, std::span<std::byte> out) = 0;
    virtual void writeRegion(uint32_t index, uint64_t offset, std::span<const std::byte> in) = 0;

    // Returns once nothing of the old state can touch guest memory (vfio-user.md 2, RESET).
    virtual void reset() = 0;
    virtual void ramMapped(const RamRegion& region) = 0;
    // Returns once no thread can reach the range any more.
    virtual void ramUnmapped(uint64_t gpa, uint64_t size) = 0;
    // The MSI eventfd; empty: none. Installing never fires it (decisions.md 33).
    virtual void installInterrupt(UniqueFd eventFd) = 0;

    virtual void clientConnected() = 0;
    // EOF: all maps and the interrupt are gone, the device is as after power-on.
    virtual void clientGone() = 0;
};

} // namespace pvg::transport
