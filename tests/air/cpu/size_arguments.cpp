#include "size_arguments.h"

#include <array>

namespace aircpu {

namespace {

constexpr int64_t kLargestSize = 1024;
constexpr uint64_t kElementBytes = 4, kVectorBytes = 16, kLargestStride = 4096;

bool is64Bits(const std::string& type) { return type.find("long") != std::string::npos || type.find("size_t") != std::string::npos; }
bool isByteStride(const std::string& type) { return is64Bits(type) && (type.starts_with("u") || type == "size_t"); }

} // namespace

SizeArguments::SizeArguments(const Grid& grid, const std::vector<int64_t>& constants, std::mt19937_64& random) {
    const uint64_t wide = uint64_t(grid.local[0]) * grid.groups[0],
                   threads = wide * grid.local[1] * grid.groups[1] * grid.local[2] * grid.groups[2];
    const std::array<uint64_t, 9> common = {threads, wide, 16, 8, 4, 32, 64, 2, 256};
    m_style = Style(random() % 3);
    m_common = common[random() % common.size()];
    m_rows = uint64_t(2) << random() % 4;
    m_finest = kElementBytes << 2 * (random() % 3);
    m_sizes = {1, 2, 3, 4, 8, 16, 32, 64, threads, wide, std::max<uint64_t>(threads / 2, 1)};
    for (const int64_t c : constants)
        if (c > 0 && c <= kLargestSize) m_sizes.push_back(uint64_t(c));
}

// Byte strides come in rows, the finest first.
uint64_t SizeArguments::next(const std::string& type, std::mt19937_64& random) {
    if (m_style != Style::Random && isByteStride(type)) {
        m_stride = m_stride == 0 || m_stride >= kLargestStride ? m_finest : m_stride * m_rows;
        return m_stride;
    }
    m_stride = 0;
    if (m_style == Style::Equal) return m_common;
    if (m_style == Style::EqualFewRows && is64Bits(type)) return m_rows;
    const uint64_t size = m_sizes[random() % m_sizes.size()];
    return isByteStride(type) ? size * kVectorBytes : size;
}

} // namespace aircpu
