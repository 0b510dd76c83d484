// Small uses of LLVM beside the translator.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "shaders/air/reflection.h"

namespace air {

// LLVM's textual IR in place of GLSL: what translation times and sizes are compared with. Otherwise as translate().
// The whole module, as it came:
Outcome disassemble(std::span<const std::byte> library, const std::string& function, const Capabilities& capabilities);

// The function alone, after the passes that every translation starts with:
Outcome disassembleSimplified(std::span<const std::byte> library, const std::string& function, const Capabilities& capabilities);

// `handler` must not return. LLVM's own allocations do not go through the new-handler.
void setLlvmMemoryHandler(void (*handler)());

} // namespace air
