// Strong types for guest numbers: a bare uint32_t never crosses a function boundary.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace pvg {

template <class Tag, class Rep>
struct StrongId {
    Rep value{};
    constexpr auto operator<=>(const StrongId&) const = default;
    explicit constexpr operator bool() const { return value != Rep{}; }
};

using TaskId = StrongId<struct TaskTag, uint32_t>;       // plain id: DefineTask2's raw id >> 1
using ObjectRef = StrongId<struct RefTag, uint32_t>;     // slot index of the task's object list; 0 = nil
using ChannelId = StrongId<struct ChannelTag, uint32_t>; // 0 root, 1..31 child
using StampSlot = StrongId<struct SlotTag, uint32_t>;
using DisplayPort = StrongId<struct PortTag, uint32_t>;
using GuestPhys = StrongId<struct PhysTag, uint64_t>; // guest-physical byte address
using GuestVirt = StrongId<struct VirtTag, uint64_t>; // byte address in one task's GPU address space
using Epoch = StrongId<struct EpochTag, uint32_t>;    // device instance, see seam/page.h

inline constexpr uint64_t kPageSize = 4096;
inline constexpr uint64_t kPageShift = 12;

} // namespace pvg

template <class Tag, class Rep>
struct std::hash<pvg::StrongId<Tag, Rep>> {
    size_t operator()(const pvg::StrongId<Tag, Rep>& id) const noexcept { return std::hash<Rep>{}(id.value); }
};
