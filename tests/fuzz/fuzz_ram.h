// Guest RAM of a fuzz target: one mapping for the whole run, put back to a known picture before every input.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <span>
#include <vector>

#include "pvg/memory/guest_memory.h"

namespace pvg::fuzz {

class Ram {
public:
    explicit Ram(uint64_t size) : m_size(size), m_fd(memfd_create("fuzz", MFD_CLOEXEC)) {
        if (m_fd < 0 || ftruncate(m_fd, off_t(size)) != 0) std::abort();
        m_bytes = static_cast<std::byte*>(mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, m_fd, 0));
        if (m_bytes == MAP_FAILED) std::abort();
    }
    // Shows [first, first + size) to the guest at the same addresses.
    void map(uint64_t first, uint64_t size, bool writable = true) {
        if (!memory.map(GuestPhys{first}, size, dup(m_fd), first, writable)) std::abort();
    }
    uint64_t size() const { return m_size; }
    std::byte* at(uint64_t address) const { return m_bytes + address; }
    void put32(uint64_t at, uint32_t value) { std::memcpy(m_bytes + at, &value, 4); }
    uint32_t get32(uint64_t at) const {
        uint32_t value = 0;
        std::memcpy(&value, m_bytes + at, 4);
        return value;
    }
    // Wraps around, so that every address of the input means something.
    void poke(uint64_t at, std::span<const uint8_t> bytes) {
        for (size_t i = 0; i < bytes.size(); ++i) m_bytes[(at + i) % m_size] = std::byte(bytes[i]);
    }

    // The picture every input starts from.
    void keep() { m_picture.assign(m_bytes, m_bytes + m_size); }
    void restore() { std::memcpy(m_bytes, m_picture.data(), m_size); }

    GuestMemory memory;

private:
    uint64_t m_size;
    int m_fd;
    std::byte* m_bytes;
    std::vector<std::byte> m_picture;
};

} // namespace pvg::fuzz
