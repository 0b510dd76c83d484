// What a target adds to the step mutator: steps that are right in themselves. Linked with libFuzzer only.
#pragma once

#include <random>

#include "tests/fuzz/script.h"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t maxSize);

namespace pvg::fuzz {

using Random = std::minstd_rand;

// Appends one plausible step. Defined by the target's own mutator.
void inventStep(Random& random, std::vector<uint8_t>& script);

inline uint32_t below(Random& random, uint32_t limit) { return uint32_t(random() % limit); }

// Numbers guests get wrong: small ones, powers of two and their neighbours, all ones.
inline uint32_t edgeNumber(Random& random) {
    switch (below(random, 4)) {
    case 0: return below(random, 64);
    case 1: return (1U << below(random, 32)) + below(random, 3) - 1;
    case 2: return ~below(random, 4);
    default: return 0x1000 * below(random, 64);
    }
}

} // namespace pvg::fuzz
