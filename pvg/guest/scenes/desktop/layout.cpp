#include "pvg/guest/scenes/desktop/layout.h"

#include <algorithm>
#include <cmath>

namespace pvg::guest::desktop {

Scale::Scale(uint32_t width, uint32_t height, Anchor anchor)
    : m_factor(std::min(static_cast<float>(width) / kDesignWidth, static_cast<float>(height) / kDesignHeight)),
      m_left((static_cast<float>(width) - kDesignWidth * m_factor) / 2),
      m_top((static_cast<float>(height) - kDesignHeight * m_factor) * static_cast<float>(anchor) / static_cast<float>(Anchor::Bottom)) {}

Box Scale::box(const Box& design) const {
    const float left = std::round(x(design.x)), top = std::round(y(design.y));
    const float right = std::round(x(design.x + design.w)), bottom = std::round(y(design.y + design.h));
    return {left, top, std::max(1.0f, right - left), std::max(1.0f, bottom - top)};
}

} // namespace pvg::guest::desktop
