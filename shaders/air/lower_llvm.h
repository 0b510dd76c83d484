// LLVM's own intrinsics that have no row of their own, as plain IR or as the AIR intrinsic of the same meaning.
#pragma once

#include <string>

namespace llvm {
class Function;
class Type;
} // namespace llvm

namespace air {

// A number's type or a vector's as AIR's names end in it: "f32", "v2i16", "bf16".
std::string airTypeName(const llvm::Type* type);

// llvm.vector.reduce.*, llvm.is.fpclass, llvm.fpto{s,u}i.sat.
void lowerLlvmIntrinsics(llvm::Function& function);

} // namespace air
