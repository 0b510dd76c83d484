// Apple's property lists (objects.md 9.1): u8 count, then {u8 tag, u8 length, bytes}, unaligned. A value is up to four bytes, zero-extended.
// Offsets count from the first byte of the list (or array) that holds them, are unsigned, and so only ever point forward; 0 is nil.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/decline.h"

namespace pvg {

class PropertyList {
public:
    // The list that starts at byte `start` of the record's payload. `payload` is a private copy and outlives the list.
    static Declined<PropertyList> at(std::span<const std::byte> payload, size_t start);

    bool has(uint8_t tag) const { return find(tag) != nullptr; }
    uint32_t get(uint8_t tag, uint32_t absent) const;
    float getFloat(uint8_t tag, float absent) const;

    // A nested list; nullopt when absent or nil.
    Declined<std::optional<PropertyList>> list(uint8_t tag) const;
    // The non-nil elements of an object array; empty when absent or nil. More than `limit` elements are declined.
    Declined<std::vector<PropertyList>> array(uint8_t tag, size_t limit) const;
    // NUL-terminated text, at most `limit` bytes of it; empty when absent or nil.
    Declined<std::string> string(uint8_t tag, size_t limit) const;

private:
    struct Field {
        uint8_t tag = 0;
        uint32_t value = 0;
    };
    PropertyList(std::span<const std::byte> payload, size_t start) : m_payload(payload), m_start(start) {}
    const Field* find(uint8_t tag) const;
    Declined<std::optional<size_t>> target(uint8_t tag) const;

    std::span<const std::byte> m_payload;
    size_t m_start;
    std::vector<Field> m_fields;
};

} // namespace pvg
