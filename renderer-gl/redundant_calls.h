// A witness of the state cache that shares nothing with it: stands between all callers and the driver, in epoxy's table of functions, and
// counts calls of this thread that set what is set already; the first ones are logged. For tests and for looking into a scene: costs a map
// look-up per call. State that was never set here is not known and counts as different.
#pragma once

#include <cstdint>

namespace gl {

// From now on, for the context that is current on this thread. One at a time in a thread.
void watchRedundantCalls();
void stopWatchingCalls();
// So far; 0 when nobody watches.
uint64_t redundantCalls();

} // namespace gl
