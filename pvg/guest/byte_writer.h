// Little-endian, packed, growing: what every structure the guest sends is written with.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace pvg::guest {

static_assert(std::endian::native == std::endian::little, "the wire is little-endian and written by memcpy");

using Bytes = std::vector<std::byte>;

class ByteWriter {
public:
    ByteWriter& u8(uint8_t v) { return put(v); }
    ByteWriter& u16(uint16_t v) { return put(v); }
    ByteWriter& u32(uint32_t v) { return put(v); }
    ByteWriter& u64(uint64_t v) { return put(v); }
    ByteWriter& f32(float v) { return put(v); }
    ByteWriter& f64(double v) { return put(v); }

    ByteWriter& bytes(std::span<const std::byte> data) {
        m_bytes.insert(m_bytes.end(), data.begin(), data.end());
        return *this;
    }
    // Bytes that the real writer never writes: stale memory, hence never zero here.
    ByteWriter& unwritten(size_t count) {
        m_bytes.insert(m_bytes.end(), count, std::byte{0xa5});
        return *this;
    }
    ByteWriter& zeros(size_t count) {
        m_bytes.insert(m_bytes.end(), count, std::byte{0});
        return *this;
    }

    void patch32(size_t offset, uint32_t v) { std::memcpy(m_bytes.data() + offset, &v, sizeof v); }
    void patch8(size_t offset, uint8_t v) { m_bytes[offset] = std::byte{v}; }

    size_t size() const { return m_bytes.size(); }
    std::span<const std::byte> view() const { return m_bytes; }
    Bytes take() { return std::move(m_bytes); }

private:
    template <class T>
    ByteWriter& put(T v) {
        const auto* p = reinterpret_cast<const std::byte*>(&v);
        m_bytes.insert(m_bytes.end(), p, p + sizeof v);
        return *this;
    }

    Bytes m_bytes;
};

template <class T>
std::span<const std::byte> bytesOf(const std::vector<T>& v) { return std::as_bytes(std::span(v)); }

} // namespace pvg::guest
