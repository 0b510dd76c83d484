// Guest RAM for tests: a memfd that GuestMemory maps, seen a second time through a mapping of the test's own.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

#include "pvg/memory/guest_memory.h"

namespace pvg::test {

class TestRam {
public:
    explicit TestRam(uint64_t size, uint64_t base = 0) : m_base(base), m_size(size), m_fd(memfd_create("ram", MFD_CLOEXEC)) {
        if (ftruncate(m_fd, off_t(size)) != 0) std::abort();
        m_bytes = static_cast<std::byte*>(mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, m_fd, 0));
    }
    ~TestRam() {
        munmap(m_bytes, m_size);
        close(m_fd);
    }
    TestRam(const TestRam&) = delete;
    TestRam& operator=(const TestRam&) = delete;

    int fd() const { return dup(m_fd); }
    uint64_t base() const { return m_base; }
    uint64_t size() const { return m_size; }
    Status mapInto(GuestMemory& memory, bool writable = true) const { return memory.map(GuestPhys{m_base}, m_size, fd(), 0, writable); }

    std::byte* at(uint64_t gpa) const { return m_bytes + (gpa - m_base); }
    template <class T>
    T get(uint64_t gpa) const {
        T v{};
        std::memcpy(&v, at(gpa), sizeof v);
        return v;
    }
    template <class T>
    void put(uint64_t gpa, T v) const {
        static_assert(std::is_arithmetic_v<T> || std::is_same_v<T, std::byte>);
        std::memcpy(at(gpa), &v, sizeof v);
    }
    void putBytes(uint64_t gpa, std::span<const std::byte> bytes) const { std::memcpy(at(gpa), bytes.data(), bytes.size()); }

private:
    uint64_t m_base, m_size;
    int m_fd;
    std::byte* m_bytes;
};

template <class... Bytes>
std::vector<std::byte> bytesOf(Bytes... values) {
    return {std::byte(values)...};
}

} // namespace pvg::test
