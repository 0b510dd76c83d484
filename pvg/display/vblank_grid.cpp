#include "pvg/display/vblank_grid.h"

namespace pvg {

void VblankGrid::take(Time now) {
    auto missed = (now - m_next) / m_interval;
    m_next += m_interval;
    if (missed >= 2) m_next += missed * m_interval; // stay on the grid
}

} // namespace pvg
