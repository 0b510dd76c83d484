// The fields of a record as its table row states them: for the protocol document, and for tools that print records. Decoders have typed
// readers of their own; that the sizes of a row's fields add up to the row's length is checked when the table is compiled.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "pvg/base/feature.h"

namespace pvg {

struct WireField {
    const char* name = "";
    const char* type = "";
    uint16_t size = 0;       // bytes; of one entry when it repeats
    bool isRepeated = false; // as often as a count in front of it says, up to the record's end
};

// What wire_fields.inc collects from a row.
struct WireFields {
    static constexpr size_t kMost = 40;
    std::array<WireField, kMost> list{};
    size_t count = 0;
    Feature gate = Feature::None;

    constexpr void add(const WireField& field) { list[count++] = field; }
    constexpr std::span<const WireField> fields() const { return std::span(list).first(count); }
    // Bytes without the repeated fields.
    constexpr size_t size() const {
        size_t bytes = 0;
        for (const WireField& field : fields()) bytes += field.isRepeated ? 0 : field.size;
        return bytes;
    }
};

} // namespace pvg
