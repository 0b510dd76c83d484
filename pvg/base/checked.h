// Checked arithmetic on guest numbers.
#pragma once

#include <cstdint>
#include <optional>

namespace pvg {

template <class T>
constexpr std::optional<T> checkedAdd(T a, T b) {
    T r{};
    if (__builtin_add_overflow(a, b, &r)) return std::nullopt;
    return r;
}

template <class T>
constexpr std::optional<T> checkedMul(T a, T b) {
    T r{};
    if (__builtin_mul_overflow(a, b, &r)) return std::nullopt;
    return r;
}

// Whether [offset, offset + length) lies inside [0, size).
constexpr bool fits(uint64_t offset, uint64_t length, uint64_t size) {
    return offset <= size && length <= size - offset;
}

constexpr uint64_t alignUp(uint64_t v, uint64_t a) { return (v + a - 1) / a * a; }

} // namespace pvg
