// Entries that point at pages which exist, tasks over them, slots of every type, and accesses near page and length bounds.
#include "tests/fuzz/step_mutator.h"

namespace pvg::fuzz {

namespace {

class Payload {
public:
    Payload& u8(uint32_t v) { return put(v, 1); }
    Payload& u16(uint32_t v) { return put(v, 2); }
    Payload& u32(uint32_t v) { return put(v, 4); }
    Payload& u64(uint64_t v) { return put(v, 8); }
    void appendTo(std::vector<uint8_t>& script, uint8_t what) const { appendStep(script, what, m_bytes); }

private:
    Payload& put(uint64_t v, int size) {
        for (int i = 0; i < size; ++i) m_bytes.push_back(uint8_t(v >> 8 * i));
        return *this;
    }
    std::vector<uint8_t> m_bytes;
};

uint32_t pageOrNot(Random& random) { return below(random, 6) == 0 ? edgeNumber(random) : below(random, 66) | (below(random, 4) == 0 ? 0x80000000 : 0); }

uint64_t address(Random& random) {
    uint64_t va = uint64_t(below(random, 66)) << 12;
    if (below(random, 4) == 0) va |= uint64_t(below(random, 8)) << (22 + 10 * below(random, 3));
    return va + (below(random, 2) ? 0 : uint64_t(below(random, 8)) - 4);
}

} // namespace

void inventStep(Random& random, std::vector<uint8_t>& script) {
    const uint8_t what = uint8_t(below(random, 8));
    const uint32_t task = below(random, 3);
    Payload out;
    switch (what) {
    case 0: out.u16(1024 * (1 + below(random, 6)) + (below(random, 2) ? below(random, 4) : below(random, 1024))).u32(pageOrNot(random)); break;
    case 1: // a slot: type, length, where the descriptor is
        out.u32(8 * 0x1000 + 12 * below(random, 16)).u8(1 + below(random, 16)).u8(4 * below(random, 32)).u16(0).u64(10 * 0x1000 + 64 * below(random, 16));
        break;
    case 2: out.u8(task).u64(below(random, 3) ? uint64_t(64) << 12 : address(random)).u32(pageOrNot(random)); break;
    case 3: out.u8(task).u32(below(random, 4) ? 8 : edgeNumber(random)).u32(edgeNumber(random)); break;
    case 4:
    case 5: out.u8(task).u8(below(random, 2)).u64(address(random)).u16(below(random, 2) ? below(random, 16) : below(random, 0x3000)); break;
    case 6: out.u8(task).u16(below(random, 20)).u8(below(random, 8)); break;
    default: out.u8(task).u8(below(random, 4)).u64(address(random)).u64(edgeNumber(random)); break;
    }
    out.appendTo(script, what);
}

} // namespace pvg::fuzz
