// 8x8 matrices of a simdgroup. In AIR each is a value of 64 lanes; here each of the 32 threads holds two elements of it, as a vector of two
// lanes. Which ones: thread l has row (l >> 2 & 4 | l >> 1 & 3), columns (l >> 1 & 4 | l << 1 & 2) and the one after. That is the layout
// Apple's thread_elements() shows, so element 0 and 1 of the 64 lanes are the thread's own.
#pragma once

#include <string>

namespace llvm {
class Function;
} // namespace llvm

namespace air {

// The thread's number in its simdgroup, written into the IR by the lowering.
inline constexpr const char* kSimdLane = "pvgl.simd_lane";

// Rewrites matrix values to two lanes, loads, stores and fills to accesses of those two, and products to air.simd_matrix_multiply_accumulate,
// a meeting (simd.cpp). Helpers must be inlined. Returns why it cannot; empty when done or when there is no matrix.
std::string lowerSimdgroupMatrices(llvm::Function& function);

} // namespace air
