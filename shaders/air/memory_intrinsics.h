// Expands memcpy, memmove and memset into loads and stores, which is all the emitter knows.
#pragma once

#include <string>

namespace llvm {
class Function;
} // namespace llvm

namespace air {

// Empty on success, else what could not be expanded (a length that is not constant, or beyond reason).
std::string expandMemoryIntrinsics(llvm::Function& function);

} // namespace air
