#include "pvg/display/vblank_grid.h"

namespace pvg {

namespace {
constexpr uint64_t kFraction = 65536, kNanoseconds = 1'000'000'000;
}

void VblankGrid::start(Time now) {
    m_start = now;
    m_slot = 1;
}

// slot * 65536 / refresh seconds; whole seconds first, so that 64 bits are enough for centuries. Rounded up: slotAt() of it is the slot.
Time VblankGrid::slotTime(uint64_t slot) const {
    uint64_t scaled = slot * kFraction;
    uint64_t seconds = scaled / m_refresh, rest = scaled % m_refresh;
    uint64_t fraction = (rest * kNanoseconds + m_refresh - 1) / m_refresh;
    return m_start + std::chrono::seconds(seconds) + std::chrono::nanoseconds(fraction);
}

uint64_t VblankGrid::slotAt(Time now) const {
    if (now <= m_start) return 0;
    auto elapsed = uint64_t(std::chrono::duration_cast<std::chrono::nanoseconds>(now - m_start).count());
    uint64_t seconds = elapsed / kNanoseconds, rest = elapsed % kNanoseconds;
    // Both parts in 1/65536 slots: the rest is below one second, its product below 2^57.
    uint64_t scaled = seconds * m_refresh + rest * m_refresh / kNanoseconds;
    return scaled / kFraction;
}

void VblankGrid::take(Time now) {
    uint64_t latest = slotAt(now);
    // Two or more behind the one delivered: forgotten, on the grid.
    m_slot = latest >= m_slot + 2 ? latest + 1 : m_slot + 1;
}

Duration VblankGrid::period() const { return std::chrono::nanoseconds(kNanoseconds * kFraction / m_refresh); }

} // namespace pvg
