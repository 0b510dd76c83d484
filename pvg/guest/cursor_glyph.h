// The arrow the guest shows as its hardware cursor.
#pragma once

#include "pvg/guest/session.h"

namespace pvg::guest {

// Draws the arrow into kernel memory and hands it to the display; false when the driver failed.
bool installArrowCursor(Session& session);

} // namespace pvg::guest
