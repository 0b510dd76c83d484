// Objects by id: O(1) look-up, ids that are not used again until 4,096 others took the same slot.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

namespace gl {

template <class Id, class T>
class SlotTable {
public:
    Id insert(std::unique_ptr<T> object) {
        uint32_t index = 0;
        if (m_free.size() > kReuseDistance) {
            index = m_free.front();
            m_free.pop_front();
        } else {
            index = uint32_t(m_slots.size());
            m_slots.emplace_back();
        }
        m_slots[index].object = std::move(object);
        return Id{(m_slots[index].generation << kIndexBits) | (index + 1)};
    }

    // Null when the id names nothing (any more).
    T* find(Id id) const {
        const uint32_t index = (id.value & kIndexMask) - 1; // id 0 wraps to an index no slot has
        if (index >= m_slots.size() || m_slots[index].generation != id.value >> kIndexBits) return nullptr;
        return m_slots[index].object.get();
    }

    std::unique_ptr<T> take(Id id) {
        if (find(id) == nullptr) return nullptr;
        const uint32_t index = (id.value & kIndexMask) - 1;
        Slot& slot = m_slots[index];
        slot.generation = (slot.generation + 1) & (0xffffffffU >> kIndexBits);
        m_free.push_back(index);
        return std::move(slot.object);
    }

    bool isFull() const { return m_slots.size() >= kIndexMask - 1 && m_free.size() <= kReuseDistance; }

private:
    static constexpr uint32_t kIndexBits = 20;
    static constexpr uint32_t kIndexMask = (1U << kIndexBits) - 1;
    static constexpr size_t kReuseDistance = 16;
    struct Slot {
        std::unique_ptr<T> object;
        uint32_t generation = 0;
    };
    std::vector<Slot> m_slots;
    std::deque<uint32_t> m_free;
};

} // namespace gl
