// Pointers that may lead to one of several memories, or to none. GLSL has no such value: each becomes two numbers, which memory and the byte
// offset in it. Loads read all candidates and pick one, stores go to the one that is meant.
#pragma once

namespace llvm {
class Function;
} // namespace llvm

namespace air {

// Rewrites every phi and select of pointers with several roots whose uses are loads, stores, atomics, address arithmetic and tests for null.
// Others stay, and the emitter declines them.
void splitPointers(llvm::Function& function);

} // namespace air
