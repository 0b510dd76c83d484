// When vertical blanks fall due: a fixed grid of the refresh interval (device.md 8.3). A slot nobody took stays due; one interval is caught
// up, more is forgotten.
#pragma once

#include "pvg/fifo/clock.h"

namespace pvg {

class VblankGrid {
public:
    explicit VblankGrid(Duration interval) : m_interval(interval) {}

    void start(Time now) { m_next = now + m_interval; }
    Time next() const { return m_next; }
    bool isDue(Time now) const { return now >= m_next; }
    // The due slot was delivered.
    void take(Time now);

private:
    Duration m_interval;
    Time m_next{};
};

} // namespace pvg
