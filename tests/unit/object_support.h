// Descriptors spelled out byte by byte from the protocol document, without any of the parser's own types.
#pragma once

#include <doctest/doctest.h>

#include <cstring>
#include <initializer_list>
#include <vector>

#include "pvg/object/descriptor_parser.h"

namespace pvg::test {

class Raw {
public:
    template <class T>
    Raw& add(T value) {
        size_t at = m_bytes.size();
        m_bytes.resize(at + sizeof value);
        std::memcpy(m_bytes.data() + at, &value, sizeof value);
        return *this;
    }
    Raw& u8(uint8_t v) { return add(v); }
    Raw& u16(uint16_t v) { return add(v); }
    Raw& u32(uint32_t v) { return add(v); }
    Raw& u64(uint64_t v) { return add(v); }
    Raw& f32(float v) { return add(v); }
    Raw& bytes(std::initializer_list<int> values) {
        for (int v : values) u8(uint8_t(v));
        return *this;
    }
    Raw& append(const Raw& other) {
        m_bytes.insert(m_bytes.end(), other.m_bytes.begin(), other.m_bytes.end());
        return *this;
    }
    template <class T>
    Raw& set(size_t at, T value) {
        std::memcpy(m_bytes.data() + at, &value, sizeof value);
        return *this;
    }
    size_t size() const { return m_bytes.size(); }
    const std::vector<std::byte>& get() const { return m_bytes; }

private:
    std::vector<std::byte> m_bytes;
};

struct RawBody {
    uint8_t type = 2;
    uint16_t format = 80, usage = 5;
    uint32_t width = 64, height = 32, depth = 1;
    uint16_t mips = 1, samples = 1, array = 1, options = 0;
};

// objects.md 4.6; bit 7 of the first byte is garbage.
inline Raw narrowBody(const RawBody& b) {
    Raw out;
    out.u32(uint32_t(b.type | 0xc0 | b.usage << 8 | b.format << 16)).u32(b.width).u32(b.height).u32(b.depth);
    return out.u16(b.mips).u16(b.samples).u16(b.array).u16(b.options).u64(0);
}
// objects.md 4.7; the last byte is garbage.
inline Raw wideBody(const RawBody& b, std::initializer_list<int> swizzle = {2, 3, 4, 5}) {
    Raw out;
    out.u8(b.type | 0x40).u16(b.format).u32(b.usage).u32(b.width).u32(b.height).u32(b.depth);
    return out.u16(b.mips).u16(b.samples).u16(b.array).u16(b.options).u64(0).bytes(swizzle).u8(0x99);
}
inline Raw record(uint32_t op, uint32_t ref, const Raw& rest) {
    Raw out;
    return out.u32(op).u32(uint32_t(12 + rest.size())).u32(ref).append(rest);
}

struct RawLevel {
    uint64_t offset, size, bytesPerRow;
    uint32_t width, height, depth;
};
inline Raw texturePrefix(uint64_t allocation, uint32_t page, std::initializer_list<RawLevel> levels) {
    Raw out;
    out.u64(allocation).u32(page).u16(uint16_t(levels.size())).u16(0).u64(0).u64(0).bytes({0, 0, 0, 4});
    for (const RawLevel& l : levels) out.u64(l.offset).u64(l.size).u64(l.bytesPerRow).u32(l.width).u32(l.height).u32(l.depth);
    return out;
}
inline Raw narrowTexture(const RawBody& body, uint64_t allocation, std::initializer_list<RawLevel> levels) {
    return texturePrefix(allocation, 0x40, levels).append(record(0x01, 7, narrowBody(body)));
}

template <class T>
T parsed(uint8_t slotType, const Raw& raw) {
    auto result = parseDescriptor(slotType, raw.get());
    if (!result) MESSAGE(result.error().sentence());
    REQUIRE(result);
    REQUIRE(std::holds_alternative<T>(*result));
    return std::get<T>(*result);
}
inline DeclineReason refused(uint8_t slotType, const Raw& raw) {
    auto result = parseDescriptor(slotType, raw.get());
    REQUIRE(!result);
    CHECK(!result.error().sentence().empty());
    return result.error().reason;
}

} // namespace pvg::test
