// Damages shader modules, reproducibly: mutant number i of one seed and one list of modules is always the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

class Mutator {
public:
    using Bytes = std::vector<std::byte>;
    // `modules` is not empty, nor is one of them.
    Mutator(std::vector<Bytes> modules, uint64_t seed) : m_modules(std::move(modules)), m_seed(seed) {}

    Bytes make(uint64_t number) const;

private:
    using Random = std::mt19937_64;
    void damage(Bytes& module, Random& random) const;

    std::vector<Bytes> m_modules;
    uint64_t m_seed;
};
