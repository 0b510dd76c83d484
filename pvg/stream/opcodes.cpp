#include "pvg/stream/opcodes.h"

#include <array>
#include <cstddef>

namespace pvg::stream {

namespace {

constexpr Opcode kOpcodes[] = {
#define OPCODE(group, code, name, total, Command, ...) {Group::group, code, name, total},
#include "pvg/stream/opcodes.inc"
#undef OPCODE
};
constexpr size_t kCodes = 0x1d6;
constexpr int16_t kNone = -1;

using Index = std::array<std::array<int16_t, kCodes>, kGroupCount>;

// First row of each (group, code); rows of one code stand together, shortest first.
constexpr Index buildIndex() {
    Index index{};
    for (auto& group : index)
        for (auto& row : group) row = kNone;
    for (size_t i = 0; i < std::size(kOpcodes); ++i) {
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
    while (row + 1 < std::size(kOpcodes) && kOpcodes[row + 1].code == opcode && kOpcodes[row + 1].group == group &&
           kOpcodes[row + 1].total <= total)
        ++row;
    return {Lookup::Found, uint16_t(row)};
}

} // namespace pvg::stream
