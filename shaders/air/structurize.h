// Control flow that GLSL's statements cannot say, made sayable.
#pragma once

#include <string>

namespace llvm {
class Function;
} // namespace llvm

namespace air {

// Makes any control flow nested ifs and single-exit loops. Costly (it can grow the code several times): only for functions whose own
// control flow cannot be written with GLSL's statements. Empty on success, else the reason for a decline.
std::string structurize(llvm::Function& entry);
// The same for the function as a whole, whatever its parts are: where they can be said one by one, but not together.
std::string structurizeWhole(llvm::Function& entry);

} // namespace air
