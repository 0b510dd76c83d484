// A task's buffers by address: what pointers in argument buffers lead to (objects.md 12).
#pragma once

#include <cstdint>
#include <vector>

#include "pvg/base/ids.h"

namespace pvg {

class BufferMap {
public:
    struct Extent {
        GuestVirt base;
        uint64_t size = 0; // bytes; base + size does not wrap around
        ObjectRef ref;
    };

    explicit BufferMap(std::vector<Extent> extents);
    // The extent that holds `address`; of several the one that starts last, then the one with the smallest ref. Null: none.
    const Extent* find(GuestVirt address) const;

private:
    std::vector<Extent> m_extents;    // by base
    std::vector<uint64_t> m_furthest; // largest end of an extent and all before it
};

} // namespace pvg
