// Integer operations that GLSL has no form for at their width, as plain IR: what remains of them needs no GLSL of its own.
#pragma once

namespace llvm {
class Function;
} // namespace llvm

namespace air {

// Replaces instructions and calls of `function`. What it does not know stays.
void lowerIntegers(llvm::Function& function);

} // namespace air
