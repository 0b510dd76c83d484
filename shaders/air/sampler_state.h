// constexpr samplers (air.md 3).
#pragma once

#include <optional>

#include "shaders/air/reflection.h"

namespace llvm {
class Value;
} // namespace llvm

namespace air {

ConstexprSampler decodeSampler(uint64_t word, uint64_t second, bool isOneWord);
// The literal behind a sampler operand: a global of the module, or an address that is the state itself (AIR 1.x).
std::optional<ConstexprSampler> constexprSampler(const llvm::Value* operand);

} // namespace air
