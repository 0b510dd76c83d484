// What refs meant so far, in front of the tables that know: direct-mapped, so that a ref that another one displaced is looked up again.
// Owns nothing; whoever erases what it points to clears it first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pvg {

template <class T>
class RefCache {
public:
    // `key` is not 0.
    T* find(uint64_t key) const {
        const Slot& slot = m_slots[index(key)];
        return slot.key == key ? slot.value : nullptr;
    }
    void put(uint64_t key, T* value) { m_slots[index(key)] = {key, value}; }
    void clear() { m_slots.fill({}); }

private:
    static constexpr size_t kSlots = 128;
    struct Slot {
        uint64_t key = 0;
        T* value = nullptr;
    };
    // Refs of one task are neighbours.
    static size_t index(uint64_t key) { return size_t(key ^ key >> 32) % kSlots; }

    std::array<Slot, kSlots> m_slots{};
};

} // namespace pvg
