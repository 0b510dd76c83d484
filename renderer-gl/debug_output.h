// What the driver says through KHR_debug.
#pragma once

#include "pvg/base/counters.h"

namespace gl {

// Errors, undefined behaviour, deprecated and non-portable use are logged and counted in Counter::GlDebugErrors. `counters` outlives the
// context or stopDebugOutput().
void startDebugOutput(pvg::Counters& counters);
void stopDebugOutput();

} // namespace gl
