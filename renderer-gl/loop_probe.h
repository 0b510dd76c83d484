// Whether a thread that leaves a loop by a break keeps what it computed in its last round while others stay inside. The software
// rasterizer of Mesa 22.3 masks only what is merged at the head of a loop. All else is computed again for the threads that left, from
// operands that may have moved on and from loads that give them 0: a loop is run and looked at.
#pragma once

namespace gl {

// Leaves the context's state as a new context has it, except for names.
bool breakKeepsValues();

} // namespace gl
