#include "pvg/stream/opcodes.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "pvg/base/wire_field.h"
#include "pvg/stream/commands.h"

namespace pvg::stream {

namespace {

#include "pvg/base/wire_fields.inc"
#define I16(name) info.add({#name, "i16", 2});
#define I64(name) info.add({#name, "i64", 8});
#define X3(name) info.add({#name, "u64[3]", 24});
#define F32X4(name) info.add({#name, "f32[4]", 16});
#define F64X4(name) info.add({#name, "f64[4]", 32});
#define RECT(name) info.add({#name, Rect::kWireFields, Rect::kWireSize});
#define VIEWPORT(name) info.add({#name, ViewportEntry::kWireFields, ViewportEntry::kWireSize});
#define DEPTH(name) info.add({#name, "depth attachment", 40});
#define STENCIL(name) info.add({#name, "stencil attachment", 36});
#define COLORS(name) info.add({#name, "8 color attachments of 60", 480});
#define SET(name, value)
#define COUNT32 info.add({"count", "u32", 4});
#define COUNT64 info.add({"count", "u64", 8});
#define LIST(name) info.add({#name, decltype(C::name)::Element::kWireFields, decltype(C::name)::Element::kWireSize, true});
#define LIST_UP_TO(limit, name) LIST(name)

constexpr WireFields kFields[] = {
#define OPCODE(group, code, name, total, Command, ...)                                                                                     \
    [] {                                                                                                                                   \
        using C [[maybe_unused]] = Command;                                                                                                \
        WireFields info;                                                                                                                   \
        __VA_ARGS__                                                                                                                        \
        return info;                                                                                                                       \
    }(),
#include "pvg/stream/opcodes.inc"
#undef OPCODE
};

#undef I16
#undef I64
#undef X3
#undef F32X4
#undef F64X4
#undef RECT
#undef VIEWPORT
#undef DEPTH
#undef STENCIL
#undef COLORS
#undef SET
#undef COUNT32
#undef COUNT64
#undef LIST
#undef LIST_UP_TO
#include "pvg/base/wire_fields_end.inc"

constexpr auto kOpcodes = [] {
    auto rows = std::to_array<Opcode>({
#define OPCODE(group, code, name, total, Command, ...) {Group::group, code, name, total, Feature::None, {}},
#include "pvg/stream/opcodes.inc"
#undef OPCODE
    });
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i].gate = kFields[i].gate;
        rows[i].fields = kFields[i].fields();
    }
    return rows;
}();

constexpr bool areLengthsRight() {
    for (size_t i = 0; i < kOpcodes.size(); ++i)
        if ((kRecordHeader + kFields[i].size() + 3) / 4 * 4 != kOpcodes[i].total) return false;
    return true;
}
static_assert(areLengthsRight(), "the fields of a row add up to its length");

constexpr size_t kCodes = 0x1d6;
constexpr int16_t kNone = -1;

using Index = std::array<std::array<int16_t, kCodes>, kGroupCount>;

// First row of each (group, code); rows of one code stand together, shortest first.
constexpr Index buildIndex() {
    Index index{};
    for (auto& group : index)
        for (auto& row : group) row = kNone;
    for (size_t i = 0; i < kOpcodes.size(); ++i) {
        auto& row = index[size_t(kOpcodes[i].group)][kOpcodes[i].code];
        if (row == kNone) row = int16_t(i);
    }
    return index;
}
constexpr Index kIndex = buildIndex();

} // namespace

std::span<const Opcode> opcodes() { return kOpcodes; }

OpcodeMatch findOpcode(Group group, uint32_t opcode, uint32_t total) {
    if (opcode >= kCodes) return {};
    const int16_t first = kIndex[size_t(group)][opcode];
    if (first == kNone) {
        for (const auto& other : kIndex)
            if (other[opcode] != kNone && group != Group::Envelope) return {Lookup::OtherEncoder, uint16_t(other[opcode])};
        return {};
    }
    auto row = size_t(first);
    if (total < kOpcodes[row].total) return {Lookup::TooShort, uint16_t(row)};
    while (row + 1 < kOpcodes.size() && kOpcodes[row + 1].code == opcode && kOpcodes[row + 1].group == group &&
           kOpcodes[row + 1].total <= total)
        ++row;
    return {Lookup::Found, uint16_t(row)};
}

} // namespace pvg::stream
