#include "pvg/object/property_list.h"

#include <algorithm>
#include <bit>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"

namespace pvg {

namespace {

// Bytes [from, end) of the payload, for an offset that must move inside it.
Declined<size_t> moveInside(std::span<const std::byte> payload, size_t from, uint32_t offset) {
    uint64_t to = uint64_t{from} + offset;
    if (to >= payload.size())
        return decline(DeclineReason::BadDescriptor, "offset {} from byte {} leaves a property list of {} bytes", offset, from, payload.size());
    return size_t(to);
}

uint32_t zeroExtended(std::span<const std::byte> bytes) {
    uint32_t value = 0;
    for (size_t i = 0; i < std::min<size_t>(bytes.size(), 4); ++i) value |= std::to_integer<uint32_t>(bytes[i]) << (8 * i);
    return value;
}

} // namespace

Declined<PropertyList> PropertyList::at(std::span<const std::byte> payload, size_t start) {
    PropertyList list(payload, start);
    ByteReader in(payload);
    in.seek(start);
    uint32_t count = in.u8();
    list.m_fields.reserve(count);
    for (uint32_t i = 0; i < count && !in.failed(); ++i) {
        uint8_t tag = in.u8();
        uint8_t length = in.u8();
        list.m_fields.push_back({tag, zeroExtended(in.bytes(length))});
    }
    if (in.failed()) return decline(DeclineReason::BadDescriptor, "property list of {} fields at byte {} of {} is cut off", count, start, payload.size());
    return list;
}

const PropertyList::Field* PropertyList::find(uint8_t tag) const {
    auto it = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& f) { return f.tag == tag; });
    return it == m_fields.end() ? nullptr : &*it;
}

uint32_t PropertyList::get(uint8_t tag, uint32_t absent) const {
    const Field* field = find(tag);
    return field ? field->value : absent;
}

float PropertyList::getFloat(uint8_t tag, float absent) const {
    const Field* field = find(tag);
    return field ? std::bit_cast<float>(field->value) : absent;
}

Declined<std::optional<size_t>> PropertyList::target(uint8_t tag) const {
    uint32_t offset = get(tag, 0);
    if (offset == 0) return std::optional<size_t>{};
    auto to = moveInside(m_payload, m_start, offset);
    if (!to) return to.failure();
    return std::optional<size_t>{*to};
}

Declined<std::optional<PropertyList>> PropertyList::list(uint8_t tag) const {
    auto to = target(tag);
    if (!to) return to.failure();
    if (!*to) return std::optional<PropertyList>{};
    auto nested = at(m_payload, **to);
    if (!nested) return nested.failure();
    return std::optional<PropertyList>{std::move(*nested)};
}

Declined<std::vector<PropertyList>> PropertyList::array(uint8_t tag, size_t limit) const {
    std::vector<PropertyList> out;
    auto to = target(tag);
    if (!to) return to.failure();
    if (!*to) return out;
    size_t start = **to;
    ByteReader in(m_payload);
    in.seek(start);
    uint32_t count = in.u32();
    if (in.failed() || count > limit || !fits(0, uint64_t{count} * 4, in.remaining()))
        return decline(DeclineReason::BadDescriptor, "array of {} elements at byte {}, limit {}", count, start, limit);
    for (uint32_t i = 0; i < count; ++i) {
        uint32_t offset = in.u32();
        if (offset == 0) continue;
        auto element = moveInside(m_payload, start, offset);
        if (!element) return element.failure();
        auto list = at(m_payload, *element);
        if (!list) return list.failure();
        out.push_back(std::move(*list));
    }
    return out;
}

Declined<std::string> PropertyList::string(uint8_t tag, size_t limit) const {
    auto to = target(tag);
    if (!to) return to.failure();
    if (!*to) return std::string{};
    auto tail = m_payload.subspan(**to);
    auto end = std::find(tail.begin(), tail.end(), std::byte{0});
    if (end == tail.end()) return decline(DeclineReason::BadDescriptor, "text at byte {} has no end", **to);
    size_t length = std::min(size_t(end - tail.begin()), limit);
    return std::string(reinterpret_cast<const char*>(tail.data()), length);
}

} // namespace pvg
