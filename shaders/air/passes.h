// The LLVM passes in front of the emitter (air.md 1, "Feasibility").
#pragma once

#include <string>

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace air {

// Everything inlined into `entry`, memory promoted, switches lowered. Empty on success, else the reason for a decline.
std::string simplify(llvm::Module& module, llvm::Function& entry);

// Makes any control flow nested ifs and single-exit loops. Costly (it can grow the code several times): only for functions whose own
// control flow cannot be written with GLSL's statements.
std::string structurize(llvm::Module& module, llvm::Function& entry);

} // namespace air
