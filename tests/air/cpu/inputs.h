// Random contents for a kernel's buffers, by what its metadata says of them.
#pragma once

#include <cstdint>

#include "execution.h"

namespace aircpu {

// Pointers get 32 KiB each; references their size, rounded up to 16 bytes. Integers are small, so that those used as sizes and indices stay
// inside; floats lie within -2 to 2, now and then 0 or a large one.
KernelMemory randomInputs(const std::vector<Argument>& arguments, const Grid& grid, uint64_t seed);

} // namespace aircpu
