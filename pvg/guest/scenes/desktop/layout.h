// Where everything is on the demo's desktop. Design units: a screen of 1920 x 1080; other sizes are scaled evenly, and what is left over
// lies around the windows and between menu bar, windows and dock.
#pragma once

#include "pvg/guest/scenes/desktop/display_list.h"

namespace pvg::guest::desktop {

inline constexpr float kDesignWidth = 1920, kDesignHeight = 1080;
inline constexpr float kMenuBarHeight = 28, kTitleBarHeight = 30, kWindowRadius = 11;
inline constexpr Box kDock{460, 980, 1000, 84};
inline constexpr Box kWavesWindow{690, 640, 560, 392};

enum class Anchor : uint8_t { Top, Center, Bottom };

class Scale {
public:
    Scale(uint32_t width, uint32_t height, Anchor anchor);
    float factor() const { return m_factor; }
    float length(float design) const { return design * m_factor; }
    // Edges on whole pixels.
    Box box(const Box& design) const;
    float x(float design) const { return m_left + design * m_factor; }
    float y(float design) const { return m_top + design * m_factor; }

private:
    float m_factor, m_left, m_top;
};

} // namespace pvg::guest::desktop
