// Memory accesses that the emitter has no form for, as plain loads and stores.
#pragma once

namespace llvm {
class Function;
} // namespace llvm

namespace air {

// Loads and stores of structs and arrays, member by member; air.{load,store}.{device,system}_coherent as volatile accesses.
void lowerMemoryAccesses(llvm::Function& function);

} // namespace air
