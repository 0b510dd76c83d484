// Random contents for a function's buffers and textures, by what its metadata says of them.
#pragma once

#include <cstdint>

#include "execution.h"

namespace aircpu {

// Pointers get 32 KiB each; references their size, rounded up to 16 bytes. Integers are small, so that those used as indices stay inside,
// but for some that the code compares with; those in references are sizes (size_arguments.h). Floats lie within -2 to 2, now and then 0, a
// large one or one that the code compares with. Textures have the grid's size or sizes of their own, and texels of 0 to 1 in steps of 1/64,
// or small integers. Some of the later seeds are tame, with floats between 0 and 1 and small integers alone; some have larger
// textures to read than to write.
KernelMemory randomInputs(const Program& program, const Grid& grid, uint64_t seed);

} // namespace aircpu
