// Sticky-fatal cursor over a private copy of guest bytes (never over guest memory itself): a read past the end sets failed(),
// and every later read gives zero. Little-endian, unaligned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace pvg {

class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    template <class T>
    T get() {
        T v{};
        if (!take(sizeof(T))) return v;
        std::memcpy(&v, m_bytes.data() + m_pos - sizeof(T), sizeof(T));
        return v;
    }
    uint8_t u8() { return get<uint8_t>(); }
    uint16_t u16() { return get<uint16_t>(); }
    uint32_t u32() { return get<uint32_t>(); }
    uint64_t u64() { return get<uint64_t>(); }
    float f32() { return get<float>(); }
    double f64() { return get<double>(); }

    std::span<const std::byte> bytes(size_t n) {
        if (!take(n)) return {};
        return m_bytes.subspan(m_pos - n, n);
    }
    void skip(size_t n) { (void)take(n); }
    void seek(size_t pos) {
        if (pos > m_bytes.size()) m_failed = true;
        else m_pos = pos;
    }

    size_t position() const { return m_pos; }
    size_t remaining() const { return m_failed ? 0 : m_bytes.size() - m_pos; }
    bool failed() const { return m_failed; }

private:
    bool take(size_t n) {
        if (m_failed || n > m_bytes.size() - m_pos) {
            m_failed = true;
            return false;
        }
        m_pos += n;
        return true;
    }

    std::span<const std::byte> m_bytes;
    size_t m_pos = 0;
    bool m_failed = false;
};

// Little-endian load at an offset the caller has checked.
template <class T>
T loadAt(std::span<const std::byte> bytes, size_t offset) {
    T v{};
    if (offset <= bytes.size() && sizeof(T) <= bytes.size() - offset) std::memcpy(&v, bytes.data() + offset, sizeof(T));
    return v;
}

} // namespace pvg
