// Function constants (air.md 3, "Constants and specialisation"). The driver specialises before it hands a function over; what is left
// unresolved is undefined and reads as false or 0.
#pragma once

namespace llvm {
class Module;
} // namespace llvm

namespace air {

// Gives every constant its value and folds the intrinsics that ask about them, so that globalopt can evaluate the constructors.
void foldFunctionConstants(llvm::Module& module);

} // namespace air
