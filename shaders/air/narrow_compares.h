// Comparisons of a number widened to 64 bits with a constant, done at the number's own width, where GPUs are faster.
#pragma once

namespace llvm {
class Function;
} // namespace llvm

namespace air {

// Rewrites what it can of `function`; results are the same.
void narrowCompares(llvm::Function& function);

} // namespace air
