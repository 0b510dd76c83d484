// The opcode table as data: names, groups, lengths and fields of every row of opcodes.inc.
#pragma once

#include <cstdint>
#include <span>

#include "pvg/base/wire_field.h"
#include "pvg/stream/framing.h"

namespace pvg::stream {

struct Opcode {
    Group group{};
    uint16_t code = 0;
    const char* name = "";
    uint32_t total = 0;                // shortest legal record, header included
    Feature gate = Feature::None;      // what a guest needs before it sends this
    std::span<const WireField> fields; // behind the record's header
};

// All rows, in table order.
std::span<const Opcode> opcodes();

enum class Lookup : uint8_t { Found, TooShort, OtherEncoder, Unknown };
struct OpcodeMatch {
    Lookup lookup = Lookup::Unknown;
    uint16_t row = 0; // Found, TooShort, OtherEncoder
};
// The row of `opcode` in segments of `group`; of two rows with one number the longest that fits `total`.
OpcodeMatch findOpcode(Group group, uint32_t opcode, uint32_t total);

} // namespace pvg::stream
