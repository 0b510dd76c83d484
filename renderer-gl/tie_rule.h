// Which clip origin follows Metal's top-left fill rule. Mesa's UPPER_LEFT covers the row an edge through pixel centres ends on, NVIDIA's
// does not (opengl.md 3, 9): it is drawn and looked at.
#pragma once

namespace gl {

// Leaves the context's state as a new context has it, except for names.
bool upperLeftFollowsTopLeftRule();

} // namespace gl
