// Arrays of pointers in thread memory that are indexed at run time (air.md 6.10).
#pragma once

namespace llvm {
class Function;
} // namespace llvm

namespace air {

// Where every slot of such an array is given one pointer only, an argument or another root, what is loaded from it becomes a choice
// between those roots. Others stay, and the emitter declines them.
void resolveLocalPointers(llvm::Function& function);

} // namespace air
