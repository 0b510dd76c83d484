// The frame all windows have: shadow, hairline, title bar, three buttons.
#pragma once

#include "pvg/guest/scenes/desktop/painter.h"

namespace pvg::guest::desktop {

struct WindowStyle {
    Box frame;
    std::string_view title;
    Color body{255, 255, 255, 255};
    bool isDark = false, isActive = false;
};
// Returns the content's box, below the title bar.
Box paintWindowFrame(Painter& p, const WindowStyle& style);

} // namespace pvg::guest::desktop
