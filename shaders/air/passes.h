// The LLVM passes in front of the emitter (air.md 1, "Feasibility").
#pragma once

#include <string>

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace air {

struct Entry;

// Of a module whose function constants are folded: everything inlined into the entry's function, memory promoted, handles in memory named,
// switches lowered. Empty on success, else the reason for a decline.
std::string simplify(llvm::Module& module, const Entry& entry);

} // namespace air
