// The two archives of the file format (records.h): integers are LEB128, signed values do not occur, bytes and strings carry their length,
// lists their count. Writing cannot fail; reading is sticky-fatal: after a bad value all later ones are empty and failed() is true.
#pragma once

#include <bit>
#include <cstring>
#include <limits>
#include <memory>

#include "pvg/base/byte_reader.h"
#include "pvg/trace/records.h"

namespace pvg::trace {

// Growing bytes without the zero fill of a vector.
class ByteSink {
public:
    void reserve(size_t more) {
        if (m_capacity - m_size < more) grow(more);
    }
    void putByte(uint8_t value) { m_data[m_size++] = std::byte{value}; } // reserved before
    void skip(size_t n) { m_size += n; }                                // reserved before, filled later
    void put(std::span<const std::byte> bytes) {
        reserve(bytes.size());
        if (!bytes.empty()) std::memcpy(m_data.get() + m_size, bytes.data(), bytes.size());
        m_size += bytes.size();
    }
    std::byte* at(size_t offset) { return m_data.get() + offset; }
    size_t size() const { return m_size; }
    void truncate(size_t size) { m_size = size; }
    std::span<const std::byte> view() const { return {m_data.get(), m_size}; }

private:
    void grow(size_t more) {
        size_t capacity = m_capacity * 2 > m_size + more ? m_capacity * 2 : m_size + more;
        std::unique_ptr<std::byte[]> data(new std::byte[capacity]);
        if (m_size) std::memcpy(data.get(), m_data.get(), m_size);
        m_data = std::move(data);
        m_capacity = capacity;
    }

    std::unique_ptr<std::byte[]> m_data;
    size_t m_size = 0, m_capacity = 0;
};

inline constexpr size_t kMaxVarint = 10;

inline void putVarint(ByteSink& sink, uint64_t value) {
    sink.reserve(kMaxVarint);
    for (; value >= 0x80; value >>= 7) sink.putByte(uint8_t(value) | 0x80);
    sink.putByte(uint8_t(value));
}

// Fails on more than ten bytes, on bits above 64 and on a value above `limit`.
inline bool getVarint(ByteReader& in, uint64_t limit, uint64_t& out) {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const uint8_t byte = in.u8();
        if (in.failed() || (shift == 63 && byte > 1)) return false;
        value |= uint64_t(byte & 0x7f) << shift;
        if (byte & 0x80) continue;
        out = value;
        return value <= limit;
    }
    return false;
}

// Times of records go back a little where they come from another process.
constexpr uint64_t zigzag(int64_t v) { return (uint64_t(v) << 1) ^ uint64_t(v >> 63); }
constexpr int64_t unzigzag(uint64_t v) { return int64_t(v >> 1) ^ -int64_t(v & 1); }

class WriteArchive {
public:
    explicit WriteArchive(ByteSink& sink) : m_sink(sink) {}

    template <class T>
    WriteArchive& operator()(const char*, const T& value) {
        put(value);
        return *this;
    }
    template <class E, size_t N>
    WriteArchive& choice(const char*, const E& value, const std::array<std::string_view, N>&) {
        putVarint(m_sink, uint64_t(value));
        return *this;
    }

private:
    template <std::unsigned_integral T>
    void put(const T& v) { putVarint(m_sink, v); }
    template <class Tag, class Rep>
    void put(const StrongId<Tag, Rep>& id) { putVarint(m_sink, id.value); }
    void put(const double& v) {
        const auto bytes = std::bit_cast<std::array<std::byte, 8>>(v);
        m_sink.put(bytes);
    }
    void put(const std::string& text) {
        putVarint(m_sink, text.size());
        m_sink.put(std::as_bytes(std::span(text)));
    }
    void put(const ByteView& bytes) {
        putVarint(m_sink, bytes.size());
        m_sink.put(bytes);
    }
    template <class T>
    void put(const std::vector<T>& list) {
        putVarint(m_sink, list.size());
        for (const T& entry : list) put(entry);
    }
    template <class T>
        requires std::is_class_v<T>
    void put(const T& record) { serialise(*this, record); }

    ByteSink& m_sink;
};

class ReadArchive {
public:
    explicit ReadArchive(std::span<const std::byte> body) : m_in(body) {}

    template <class T>
    ReadArchive& operator()(const char*, T& value) {
        get(value);
        return *this;
    }
    template <class E, size_t N>
    ReadArchive& choice(const char*, E& value, const std::array<std::string_view, N>&) {
        value = E(varint(N - 1));
        return *this;
    }
    bool failed() const { return m_failed; }

private:
    uint64_t varint(uint64_t limit) {
        uint64_t value = 0;
        if (!m_failed && !getVarint(m_in, limit, value)) m_failed = true;
        return m_failed ? 0 : value;
    }
    std::span<const std::byte> sized() {
        const uint64_t size = varint(m_in.remaining());
        const auto bytes = m_in.bytes(m_failed ? 0 : size_t(size)); // the length itself may have been the last byte
        m_failed |= m_in.failed();
        return bytes;
    }

    template <std::unsigned_integral T>
    void get(T& v) { v = T(varint(std::numeric_limits<T>::max())); }
    template <class Tag, class Rep>
    void get(StrongId<Tag, Rep>& id) { get(id.value); }
    void get(double& v) {
        v = m_in.f64();
        m_failed |= m_in.failed();
    }
    void get(std::string& text) {
        const auto bytes = sized();
        text.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    void get(ByteView& bytes) { bytes = sized(); }
    // An entry is a byte at least: the count needs no other cap.
    template <class T>
    void get(std::vector<T>& list) {
        const uint64_t count = varint(m_in.remaining());
        list.clear();
        for (uint64_t i = 0; i < count && !m_failed; ++i) get(list.emplace_back());
    }
    template <class T>
        requires std::is_class_v<T>
    void get(T& record) { serialise(*this, record); }

    ByteReader m_in;
    bool m_failed = false;
};

} // namespace pvg::trace
