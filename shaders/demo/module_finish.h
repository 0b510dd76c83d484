// Makes a module that was written by hand look like a Metal compiler's: what is the same in every module is added here, so that the .ll
// files hold only what differs.
#pragma once

#include <llvm/IR/Module.h>

#include <string>
#include <string_view>

namespace airpack {

// The data layout of every AIR module (air.md 3), needed while the text is parsed.
std::string dataLayout();
// Triple, module flags, AIR and language version, compile options, identification; value names are removed, as the compiler does.
void finishModule(llvm::Module& module, std::string_view sourceName);

} // namespace airpack
