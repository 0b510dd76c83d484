// Random choices that are the same on every machine: a sequence is known by its number.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace randomtest {

class Dice {
public:
    explicit Dice(uint64_t seed) : m_engine(seed) {}
    // 0 .. n - 1; n > 0. The bias of a remainder does not matter here.
    uint32_t below(uint32_t n) { return uint32_t(m_engine() % n); }
    uint32_t between(uint32_t low, uint32_t high) { return low + below(high - low + 1); }
    bool one(uint32_t in) { return below(in) == 0; }
    uint8_t byte() { return uint8_t(m_engine()); }
    template <class T>
    T& pick(std::vector<T>& all) {
        return all[below(uint32_t(all.size()))];
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace randomtest
