// The twelve windows and what is in them.
#pragma once

#include "pvg/guest/scenes/desktop/painter.h"

namespace pvg::guest::desktop {

struct WindowPictures {
    ObjectRef photo;
};
// Back to front. Returns the index of the item that animates.
size_t paintWindows(Painter& painter, const WindowPictures& pictures);

// Panels that lie above all windows.
void paintMenuBar(Painter& painter, float width);
void paintDock(Painter& painter, ObjectRef blurred);

} // namespace pvg::guest::desktop
