#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

#include "intrinsic.h"

namespace aircpu {

namespace {

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

uint64_t unsignedMin(int64_t a, int64_t b) { return std::min(uint64_t(a), uint64_t(b)); }
uint64_t unsignedMax(int64_t a, int64_t b) { return std::max(uint64_t(a), uint64_t(b)); }

uint64_t saturate(Wide value, uint32_t width) {
    const Wide limit = Wide(1) << (width - 1);
    return uint64_t(std::min(std::max(value, -limit), limit - 1));
}

uint64_t saturateUnsigned(Wide value, uint32_t width) { return uint64_t(std::min(std::max(value, Wide(0)), (Wide(1) << width) - 1)); }

uint64_t reversed(uint64_t value, uint32_t width) {
    uint64_t result = 0;
    for (uint32_t i = 0; i < width; ++i) result |= (value >> i & 1) << (width - 1 - i);
    return result;
}

uint64_t rotated(uint64_t value, uint64_t count, uint32_t width) { return count == 0 ? value : value << count | value >> (width - count); }

uint64_t swapped(uint64_t value, uint32_t width) {
    uint64_t result = 0;
    for (uint32_t i = 0; i < width; i += 8) result |= (value >> i & 0xff) << (width - 8 - i);
    return result;
}

uint64_t extracted(int64_t value, int64_t offset, int64_t bits, bool isSigned) {
    if (bits <= 0 || bits > 64 || offset < 0 || offset >= 64) return 0;
    const uint64_t top = uint64_t(value) >> offset << (64 - bits);
    return isSigned ? uint64_t(int64_t(top) >> (64 - bits)) : top >> (64 - bits);
}

struct Row {
    std::string_view family;
    uint64_t (*value)(int64_t a, int64_t b, int64_t c, uint32_t w);
};

#define INTEGER(family, value)                                                                                                             \
    Row{family,                                                                                                                            \
        []([[maybe_unused]] int64_t a, [[maybe_unused]] int64_t b, [[maybe_unused]] int64_t c, [[maybe_unused]] uint32_t w) -> uint64_t {  \
            return uint64_t(value);                                                                                                        \
        }},
const std::array kRows = {
#include "intrinsics_integer.inc"
};
#undef INTEGER

int64_t operandAt(const Intrinsic& intrinsic, const Call& call, size_t index, uint32_t lane) {
    if (index >= intrinsic.parameters.size()) return 0;
    const Shape shape = intrinsic.parameters[index];
    const uint32_t at = shape.lanes == 1 ? 0 : lane;
    const bool isSigned = intrinsic.family.ends_with(".s");
    return isSigned ? readSigned(shape.element, call.operands[index], at) : int64_t(readBits(shape.element, call.operands[index], at));
}

void computeLanes(const Row& row, const Intrinsic& intrinsic, const Call& call) {
    for (uint32_t lane = 0; lane < intrinsic.result.lanes; ++lane) {
        const auto x = [&](size_t i) { return operandAt(intrinsic, call, i, lane); };
        writeBits(intrinsic.result.element, call.result, lane, row.value(x(0), x(1), x(2), bitsOf(intrinsic.result.element)));
    }
}

// air.insert_bits(base, insert, offset, bits)
void insertBits(const Intrinsic& intrinsic, const Call& call) {
    for (uint32_t lane = 0; lane < intrinsic.result.lanes; ++lane) {
        const auto x = [&](size_t i) { return uint64_t(operandAt(intrinsic, call, i, lane)); };
        const uint64_t mask = x(3) == 0 ? 0 : ~uint64_t(0) >> (64 - x(3)) << x(2);
        writeBits(intrinsic.result.element, call.result, lane, (x(0) & ~mask) | (x(1) << x(2) & mask));
    }
}

// air.all, air.any: i1 of a vector of i1
void reduceBooleans(const Intrinsic& intrinsic, const Call& call) {
    const bool isAll = intrinsic.family == "all";
    bool value = isAll;
    for (uint32_t i = 0; i < intrinsic.parameters[0].lanes; ++i) {
        const bool bit = readBits(Element::I1, call.operands[0], i) & 1;
        value = isAll ? value && bit : value || bit;
    }
    writeBits(Element::I1, call.result, 0, value);
}

void doNothing(const Intrinsic&, const Call&) {}

} // namespace

bool bindInteger(Intrinsic& intrinsic) {
    const std::string& family = intrinsic.family;
    if (family == "atomic.fence") intrinsic.plain = doNothing;
    if (family == "all" || family == "any") intrinsic.plain = reduceBooleans;
    if (family.starts_with("insert_bits")) intrinsic.plain = insertBits;
    if (!intrinsic.plain) {
        const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.family == family; });
        if (row == kRows.end() || isFloat(intrinsic.result.element)) return false;
        intrinsic.plain = [row](const Intrinsic& i, const Call& call) { computeLanes(*row, i, call); };
    }
    return true;
}

} // namespace aircpu
