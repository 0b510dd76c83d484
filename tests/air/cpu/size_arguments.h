// Integers that stand alone, in references: element counts, strides, offsets, modes. Code is made for sizes that fit each other, so most
// sets of inputs have them so, and some have them at random.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "execution.h"

namespace aircpu {

class SizeArguments {
public:
    // `constants`: integers that the function compares with.
    SizeArguments(const Grid& grid, const std::vector<int64_t>& constants, std::mt19937_64& random);

    uint64_t next(const std::string& type, std::mt19937_64& random);

private:
    enum class Style : uint8_t { Random, Equal, EqualFewRows } m_style;
    std::vector<uint64_t> m_sizes;
    uint64_t m_common = 1, m_rows = 4, m_finest = 4;
    uint64_t m_stride = 0; // the next of consecutive byte strides; 0: none
};

} // namespace aircpu
