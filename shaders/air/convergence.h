// GLSL allows barriers in uniform flow only, and simdgroup operations are emulated with barriers. This rewrites divergent ifs, loops and
// early returns around such meetings: each if becomes a mask, its ordinary statements are guarded by the mask, and the meetings stand
// outside, reached by every thread. A loop that threads leave at different times gets a mask of those still in it; the others go round
// with them until nobody is left. Quad operations of fragment functions are such meetings, too.
#pragma once

#include <optional>

#include "shaders/air/control_flow.h"

namespace llvm {
class Function;
} // namespace llvm

namespace air {

class Uniformity;

// Puts each meeting into a block of its own. True when the function has meetings that only some threads may reach, or simdgroup operations.
bool isolateMeetings(llvm::Function& function, const Uniformity& uniformity);

enum class MaskedLoops { Allowed, Refused };
// Null when a meeting lies in a loop that threads may leave at different times, and such loops are refused.
std::optional<Scope> convergeMeetings(Scope flow, const Uniformity& uniformity, MaskedLoops loops);

} // namespace air
