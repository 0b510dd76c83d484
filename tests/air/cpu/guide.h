// Inputs that lead somewhere: a hash table with a free slot, a row that a query selects, a key that is in the table. Random bytes get past
// one such condition now and then, past several in a row never.
#pragma once

#include "execution.h"

namespace aircpu {

// `memory` changed so that the kernel stores something. Changes what comparisons depend on, a bit for each thread in each of many runs, and
// prefers the comparisons that never came out otherwise. References hold sizes, on which everything depends: they change seldom, one at a
// time. `traced`: compiled with Tracing::On. The result is as defined as `memory` is; when nothing helps it is `memory`.
KernelMemory guidedInputs(const Program& traced, const Grid& grid, const KernelMemory& memory, uint64_t seed);

} // namespace aircpu
