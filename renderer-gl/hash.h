// Hash of a value key, word by word.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gl {

class Hasher {
public:
    void add(uint64_t word) {
        m_value ^= word;
        m_value *= 0x9e3779b97f4a7c15ULL;
        m_value ^= m_value >> 32;
    }
    size_t value() const { return size_t(m_value); }

private:
    uint64_t m_value = 0x243f6a8885a308d3ULL;
};

} // namespace gl
