// Bytes of buffers that threads access with no order between them, one of them storing: a sum without atomics, to which each thread adds.
// Metal says nothing of what is there then, and running one thread after the other would not show it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace aircpu {

// Of one run. Atomic accesses are in order and not told here; nor are two stores, the order of which perturbed runs change.
class DataRaces {
public:
    void beginGroup(size_t threads);
    void barrier(); // of the group; one of a simdgroup counts as such
    void loaded(size_t thread, uint64_t address, size_t size);
    void stored(size_t thread, uint64_t address, size_t size);

    bool areIn(uint32_t buffer, size_t offset, size_t size) const;

private:
    struct Access {
        uint32_t thread = 0, group = 0, period = 0; // thread: of the whole grid, from 1; 0: none. period: between barriers
    };
    struct Byte {
        Access load, store; // the latest
        bool isRaced = false;
    };
    Byte* find(uint64_t address, size_t size);
    bool isUnordered(const Access& earlier, const Access& now) const;
    Access now(size_t thread) const { return {uint32_t(m_firstThread + thread + 1), m_group, m_period}; }

    std::map<uint32_t, std::vector<Byte>> m_buffers;
    size_t m_firstThread = 0, m_threads = 0;
    uint32_t m_group = 0, m_period = 0;
};

} // namespace aircpu
