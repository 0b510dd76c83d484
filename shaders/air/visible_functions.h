// Functions that are called by name across modules (air.md 6, item 29): `air.visible_function_references` says which, a visible function of
// another module defines them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace llvm {
class Module;
} // namespace llvm

namespace air {

// Takes what `module` refers to, and what that refers to in turn, from the containers: MTLB or bare bitcode, the first that has it wins.
// What none has stays as it is; the emitter declines its call. Empty, or the reason for a decline. `module` is to be verified already.
std::string linkVisibleFunctions(llvm::Module& module, std::span<const std::span<const std::byte>> containers);

// What the name of a reference ends with.
inline constexpr std::string_view kVisibleReferenceSuffix = ".MTL_VISIBLE_FN_REF";

// Whether `name` is a reference that was left.
bool isVisibleReference(std::string_view name);

} // namespace air
