// LLVM's own intrinsics that have no row of their own, as plain IR or as the AIR intrinsic of the same meaning.
#pragma once

namespace llvm {
class Function;
} // namespace llvm

namespace air {

// llvm.vector.reduce.*, llvm.is.fpclass, llvm.fpto{s,u}i.sat.
void lowerLlvmIntrinsics(llvm::Function& function);

} // namespace air
