// Memory of one run. A kernel sees addresses that no process has: region number and offset. So each access is checked against its own
// region, an index far outside still names the right one, and the order of buffers in memory cannot matter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "shape.h"

namespace aircpu {

class Memory {
public:
    // Offset 0 of region `index`. Addresses below the first region are the process's own (constants, thread memory).
    static uint64_t addressOf(uint32_t index);
    struct Address {
        uint32_t region = 0;
        int64_t offset = 0;
    };
    // The other way round. An address that is the process's own is in no region that is ever set.
    static Address placeOf(uint64_t address);

    // The region's bytes stay the caller's. `written`, when given, receives for each byte what type was stored there last.
    // Regions without it are threadgroup memory.
    void set(uint32_t index, std::span<std::byte> bytes, std::vector<Element>* written = nullptr);

    // Where `size` bytes at `address` can be read: the place itself, or a copy with zeros for what lies outside the region.
    void* forReading(uint64_t address, size_t size);
    // Where to write; stored() must follow. What lies outside the region vanishes.
    void* forWriting(uint64_t address, size_t size);
    void stored(uint64_t address, size_t size, Element element);
    void copy(uint64_t to, uint64_t from, size_t size);
    void fill(uint64_t to, uint8_t value, size_t size);

    // An access missed its region.
    bool wasOutside() const { return m_wasOutside; }
    // Empty, or what of an access is undefined: outside threadgroup memory, or so far outside a buffer that 32 bits do not tell it from
    // inside (air.md 7).
    const char* problem() const { return m_problem; }

private:
    struct Region {
        std::span<std::byte> bytes;
        std::vector<Element>* written = nullptr;
    };
    struct Place {
        Region* region = nullptr; // null: not a region of ours
        int64_t offset = 0;
    };
    Place find(uint64_t address);
    void noteOutside(const Place& place);

    std::vector<Region> m_regions;
    std::vector<std::byte> m_scratch;
    bool m_wasOutside = false;
    const char* m_problem = "";
};

} // namespace aircpu
