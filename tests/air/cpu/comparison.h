// Compares what the GL driver computed with several runs of the CPU reference.
//
// Rule, for each value stored (the reference knows the type of each store):
//   integer   all reference runs agree: equal, bit for bit. They differ (order of atomics, undefined values, integers from floats at a
//             rounding edge): not compared, counted as unsettled.
//   float     |GL - plain run| <= 4 x the largest deviation of a perturbed run + 2 units in the last place; where no operation on the way
//             was allowed an error: equal. NaN equals NaN, a denormal equals 0. Where the reference is not finite or the deviation exceeds
//             the value: unsettled; so is what GL says is no number where fast arithmetic met any.
//   bytes nobody stored: equal.
//   What threads access without order (data_races.h) is unsettled where it differs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "execution.h"

namespace aircpu {

struct Comparison {
    size_t compared = 0, unsettled = 0, different = 0;
    std::string first; // the first difference, in words
};

// `runs[0]` is the plain run.
Comparison compare(const std::vector<Execution>& runs, const std::map<uint32_t, Bytes>& gl);

} // namespace aircpu
