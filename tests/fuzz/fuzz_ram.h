// Guest RAM that every input starts with zeroed: one mapping for the whole run.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "pvg/memory/guest_memory.h"

namespace pvg::fuzz {

class Ram {
public:
    explicit Ram(uint64_t size) : m_size(size) {
        int fd = memfd_create("fuzz", MFD_CLOEXEC);
        if (fd < 0 || ftruncate(fd, off_t(size)) != 0) std::abort();
        m_bytes = static_cast<std::byte*>(mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0));
        if (!memory.map(GuestPhys{0}, size, fd, 0, true)) std::abort();
    }
    void clear() { std::memset(m_bytes, 0, m_size); }
    uint64_t size() const { return m_size; }
    void put32(uint64_t at, uint32_t value) { std::memcpy(m_bytes + at, &value, 4); }
    uint32_t get32(uint64_t at) const {
        uint32_t value = 0;
        std::memcpy(&value, m_bytes + at, 4);
        return value;
    }
    // Wraps around, so that every address of the input means something.
    void poke(uint64_t at, const uint8_t* data, size_t size) {
        for (size_t i = 0; i < size; ++i) m_bytes[(at + i) % m_size] = std::byte(data[i]);
    }

    GuestMemory memory;

private:
    uint64_t m_size;
    std::byte* m_bytes;
};

} // namespace pvg::fuzz
