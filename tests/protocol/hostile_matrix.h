// Cases made from the command tables: every row's record as a decent guest writes it, then cut at each length and with each field at each
// extreme. After every single case the device has to answer and to draw (hostile_attack.h).
#pragma once

#include <optional>

#include "pvg/base/wire_field.h"
#include "tests/protocol/hostile_attack.h"

namespace hostile {

// Numbers at which code breaks, for a field of so many bytes: 0, 1, page edges, sign edges, the maximum.
std::vector<uint64_t> extremesOf(const WireField& field);

// A field at its place: wider ones (bodies, attachments, vectors) are taken apart into words.
struct FieldPlace {
    std::string name;
    size_t offset = 0;
    WireField field;
};
std::vector<FieldPlace> placesOf(std::span<const WireField> fields);

// What a decent guest puts into a field.
using Decent = std::function<uint64_t(Guest&, const WireField&)>;
Bytes decentRecord(Guest& guest, std::span<const WireField> fields, const Decent& decent);
// `value` in little-endian order over the field's bytes.
void patch(Bytes& bytes, const FieldPlace& place, uint64_t value);

// Number of the picture's task in these tests: none of the extremes.
inline constexpr TaskId kMatrixUser{471};

std::string caseName(const char* row, const std::string& what, uint64_t value);

} // namespace hostile
