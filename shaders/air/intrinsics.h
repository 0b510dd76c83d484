// Families of intrinsics, each in a file of its own. All take the call whole and bind its value.
#pragma once

#include <string>

#include "shaders/air/glsl_type.h"

namespace llvm {
class CallInst;
} // namespace llvm

namespace air {

class Emitter;

// False when the name is not in the family.
bool emitMath(Emitter& emitter, const llvm::CallInst& call, const std::string& name);
bool emitAtomic(Emitter& emitter, const llvm::CallInst& call, const std::string& name);
bool emitBarrier(Emitter& emitter, const llvm::CallInst& call, const std::string& name);
bool emitGuestPointer(Emitter& emitter, const llvm::CallInst& call, const std::string& name);
bool emitInterpolation(Emitter& emitter, const llvm::CallInst& call, const std::string& name);
bool emitPacking(Emitter& emitter, const llvm::CallInst& call, const std::string& name);
bool emitSimd(Emitter& emitter, const llvm::CallInst& call, const std::string& name);
bool emitFragmentQuad(Emitter& emitter, const llvm::CallInst& call, const std::string& name);

} // namespace air
