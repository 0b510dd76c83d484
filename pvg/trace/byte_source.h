// Random access to the bytes of a trace: a file, or memory for tests and fuzzers.
#pragma once

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "pvg/base/checked.h"
#include "pvg/base/unique_fd.h"

namespace pvg::trace {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    virtual uint64_t size() const = 0; // as it was when the source was made
    // Fills `out`, or false: not all of it is there.
    virtual bool read(uint64_t offset, std::span<std::byte> out) const = 0;
};

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::span<const std::byte> bytes) : m_bytes(bytes) {}
    uint64_t size() const override { return m_bytes.size(); }
    bool read(uint64_t offset, std::span<std::byte> out) const override {
        if (!fits(offset, out.size(), m_bytes.size())) return false;
        if (!out.empty()) std::memcpy(out.data(), m_bytes.data() + offset, out.size());
        return true;
    }

private:
    std::span<const std::byte> m_bytes;
};

// pread and no mapping: a file that somebody cuts off meanwhile must not become a SIGBUS.
class FileSource final : public ByteSource {
public:
    FileSource(int fd, uint64_t size) : m_fd(fd), m_size(size) {}
    uint64_t size() const override { return m_size; }
    bool read(uint64_t offset, std::span<std::byte> out) const override {
        if (!fits(offset, out.size(), m_size)) return false;
        while (!out.empty()) {
            const ssize_t n = ::pread(m_fd, out.data(), out.size(), off_t(offset));
            if (n <= 0) return false;
            out = out.subspan(size_t(n));
            offset += uint64_t(n);
        }
        return true;
    }

private:
    int m_fd; // the caller's
    uint64_t m_size;
};

} // namespace pvg::trace
