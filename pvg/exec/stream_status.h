// Whether this host executes a row of the opcode table. Answered by the encoders' own overloads, so it cannot disagree with them.
#pragma once

#include <cstddef>

namespace pvg {

// `row`: as in stream::opcodes().
bool executesOpcode(size_t row);

} // namespace pvg
