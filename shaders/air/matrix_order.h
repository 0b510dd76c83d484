// A simdgroup's threads move a matrix together, and on Apple's GPUs they run in step: what each of them stored to threadgroup memory before
// is in the matrix that is loaded, and what a matrix left there each of them finds behind the store. Code relies on it and has no barrier
// between. Translated, a thread moves two elements of the matrix and its simdgroup does not run in step, so such places get a barrier.
#pragma once

namespace llvm {
class Function;
} // namespace llvm

namespace air {

// Adds simdgroup barriers next to air.simdgroup_matrix_8x8_load and _store of threadgroup memory where another access of threadgroup memory
// comes before or behind with no barrier between, and one of the two stores. Before lowerSimdgroupMatrices; helpers must be inlined.
void orderMatrixAccesses(llvm::Function& function);

} // namespace air
