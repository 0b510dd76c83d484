#include "tests/air/mutator.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace {

using Bytes = Mutator::Bytes;

size_t below(std::mt19937_64& random, size_t limit) { return limit ? size_t(random() % limit) : 0; }

void flipBits(Bytes& module, std::mt19937_64& random) {
    for (size_t n = 1 + below(random, 4); n > 0; --n) module[below(random, module.size())] ^= std::byte(1 << below(random, 8));
}

// Numbers at the ends of their ranges, and small ones, since most fields of bitcode are indices.
void setWord(Bytes& module, std::mt19937_64& random) {
    constexpr std::array<uint32_t, 10> kWords{0, 1, 2, 31, 0x7f, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff};
    const uint32_t word = kWords[below(random, kWords.size())];
    const size_t length = std::min<size_t>(1 + below(random, 4), module.size());
    std::memcpy(module.data() + below(random, module.size() - length + 1), &word, length);
}

void copyWithin(Bytes& module, std::mt19937_64& random) {
    const size_t length = 1 + below(random, std::min<size_t>(64, module.size()));
    const size_t from = below(random, module.size() - length + 1), to = below(random, module.size() - length + 1);
    std::memmove(module.data() + to, module.data() + from, length);
}

void cutOut(Bytes& module, std::mt19937_64& random) {
    const size_t length = std::min<size_t>(4 * (1 + below(random, 8)), module.size() - 1);
    const auto at = module.begin() + ptrdiff_t(below(random, module.size() - length));
    module.erase(at, at + ptrdiff_t(length));
}

void repeat(Bytes& module, std::mt19937_64& random) {
    const size_t length = std::min<size_t>(4 * (1 + below(random, 8)), module.size());
    const size_t at = below(random, module.size() - length + 1);
    const Bytes piece(module.begin() + ptrdiff_t(at), module.begin() + ptrdiff_t(at + length));
    module.insert(module.begin() + ptrdiff_t(at), piece.begin(), piece.end());
}

} // namespace

void Mutator::damage(Bytes& module, Random& random) const {
    switch (below(random, 12)) {
    case 0:
        return copyWithin(module, random);
    case 1:
        return cutOut(module, random);
    case 2:
        return repeat(module, random);
    case 3: {
        const Bytes& other = m_modules[below(random, m_modules.size())];
        const size_t length = 1 + below(random, std::min<size_t>({256, module.size(), other.size()}));
        std::memcpy(module.data() + below(random, module.size() - length + 1), other.data() + below(random, other.size() - length + 1), length);
        return;
    }
    case 4:
        if (below(random, 8) == 0) module.resize(1 + below(random, module.size()));
        return;
    case 5:
    case 6:
    case 7:
        return setWord(module, random);
    default:
        return flipBits(module, random);
    }
}

Mutator::Bytes Mutator::make(uint64_t number) const {
    std::seed_seq sequence{m_seed, m_seed >> 32, number, number >> 32};
    Random random(sequence);
    Bytes module = m_modules[below(random, m_modules.size())];
    for (size_t n = 1 + below(random, 3); n > 0; --n) damage(module, random);
    return module;
}
