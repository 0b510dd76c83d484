// Inputs that are scripts: a list of steps {u8 what, u8 size, size bytes}, cut off where the input ends. One framing for all targets, so that
// one mutator can cut, copy and exchange steps (step_mutator.cpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <vector>

namespace pvg::fuzz {

// Reads past the end give zeros.
class Input {
public:
    explicit Input(std::span<const uint8_t> bytes) : m_bytes(bytes) {}
    size_t left() const { return m_bytes.size(); }
    uint8_t u8() { return take<uint8_t>(); }
    uint16_t u16() { return take<uint16_t>(); }
    uint32_t u32() { return take<uint32_t>(); }
    uint64_t u64() { return take<uint64_t>(); }
    std::span<const uint8_t> bytes(size_t n) {
        const auto out = m_bytes.first(std::min(n, m_bytes.size()));
        m_bytes = m_bytes.subspan(out.size());
        return out;
    }
    std::span<const uint8_t> rest() { return bytes(m_bytes.size()); }

private:
    template <class T>
    T take() {
        T value{};
        const auto raw = bytes(sizeof value);
        if (!raw.empty()) std::memcpy(&value, raw.data(), raw.size());
        return value;
    }
    std::span<const uint8_t> m_bytes;
};

struct Step {
    // In `what`: the size counts words, so that long commands fit.
    static constexpr uint8_t kLong = 0x20;

    uint8_t what = 0;
    std::span<const uint8_t> bytes;
    Input input() const { return Input(bytes); }
};

class Script {
public:
    explicit Script(std::span<const uint8_t> bytes) : m_in(bytes) {}
    std::optional<Step> next() {
        if (m_in.left() < 2) return std::nullopt;
        Step step{m_in.u8(), {}};
        const size_t size = m_in.u8();
        step.bytes = m_in.bytes(step.what & Step::kLong ? 4 * size : size);
        return step;
    }

private:
    Input m_in;
};

inline void appendStep(std::vector<uint8_t>& script, uint8_t what, std::span<const uint8_t> bytes) {
    const bool isLong = bytes.size() > 255;
    const size_t size = isLong ? std::min<size_t>(bytes.size() / 4, 255) : bytes.size();
    script.push_back(uint8_t(isLong ? what | Step::kLong : what & ~Step::kLong));
    script.push_back(uint8_t(size));
    script.insert(script.end(), bytes.begin(), bytes.begin() + ptrdiff_t(isLong ? 4 * size : size));
}

} // namespace pvg::fuzz
