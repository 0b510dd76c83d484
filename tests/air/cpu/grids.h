// Which grid a kernel is checked over. Nothing in a module says which threadgroups its author dispatches, but tiles in threadgroup memory,
// reductions and simdgroups compute nothing defined in others.
#pragma once

#include <vector>

#include "differential.h"

namespace aircpu {

// From the arguments: as many dimensions as positions have. The likeliest first.
std::vector<Grid> gridCandidates(const Program& program);

// The candidate with which most of what the reference stores is settled, over a few sets of inputs.
Grid chooseGrid(const Program& program, const CheckOptions& options);

} // namespace aircpu
