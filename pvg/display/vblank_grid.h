// When vertical blanks fall due: slot k of the grid lies k refresh periods behind its start, computed anew for each slot, so that no rounding
// adds up (device.md 8.3). A slot nobody took stays due; one interval is caught up, more is forgotten.
#pragma once

#include <cstdint>

#include "pvg/fifo/clock.h"

namespace pvg {

class VblankGrid {
public:
    // 16.16 Hz, not 0, as the guest reads it from the mode list.
    explicit VblankGrid(uint32_t refreshFixed) : m_refresh(refreshFixed) {}

    // The first slot is one period from now.
    void start(Time now);
    Time next() const { return slotTime(m_slot); }
    bool isDue(Time now) const { return now >= next(); }
    // The first slot after `now`; nothing is taken.
    Time after(Time now) const { return slotTime(slotAt(now) + 1); }
    // The due slot was delivered.
    void take(Time now);

    Duration period() const;
    uint32_t refreshFixed() const { return m_refresh; }

private:
    Time slotTime(uint64_t slot) const;
    uint64_t slotAt(Time now) const; // the latest at or before `now`

    uint32_t m_refresh;
    Time m_start{};
    uint64_t m_slot = 1; // the next to deliver
};

} // namespace pvg
