// Accesses to registers of the table, in sizes that are served and in ones that are not.
#include "tests/fuzz/step_mutator.h"

namespace pvg::fuzz {

namespace {
constexpr uint16_t kOffsets[] = {
#define REGISTER(name, offset, access, reset, ...) offset,
#include "pvg/device/registers.inc"
#undef REGISTER
};
} // namespace

void inventStep(Random& random, std::vector<uint8_t>& script) {
    constexpr uint8_t kSizes[] = {4, 4, 4, 8, 8, 1, 2, 3, 16};
    const uint8_t what = uint8_t(below(random, 8));
    std::vector<uint8_t> bytes;
    if (what >= 2 && what <= 4) {
        const uint16_t offset = uint16_t(kOffsets[below(random, std::size(kOffsets))] + (below(random, 8) == 0 ? below(random, 8) : 0));
        bytes = {uint8_t(offset), uint8_t(offset >> 8)};
    } else {
        bytes = {uint8_t(below(random, 256))};
    }
    const uint8_t size = kSizes[below(random, std::size(kSizes))];
    if (what == 0 || what == 2) bytes.push_back(size);
    for (uint8_t i = 0; what != 0 && what != 2 && i < size; i += 4) {
        const uint32_t value = edgeNumber(random);
        for (int shift = 0; shift < 32; shift += 8) bytes.push_back(uint8_t(value >> shift));
    }
    appendStep(script, what, bytes);
}

} // namespace pvg::fuzz
