// Function constants (air.md 3, "Constants and specialisation"). The driver specialises before it hands a function over; what is left
// unresolved is undefined and reads as false or 0.
#pragma once

#include <span>
#include <string>

#include "shaders/air/reflection.h"

namespace llvm {
class Module;
} // namespace llvm

namespace air {

// Gives every constant its value and folds the intrinsics that ask about them, so that globalopt can evaluate the constructors. Empty, or
// what is wrong with a value.
std::string foldFunctionConstants(llvm::Module& module, std::span<const FunctionConstant> values);

} // namespace air
