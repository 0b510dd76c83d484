// Texture and sampler handles that are not simply an argument: elements of array arguments, and choices between handles. GL names textures
// statically, so a call on one of several is made on each and the right result picked.
#pragma once

#include <optional>
#include <string>

namespace llvm {
class Value;
} // namespace llvm

namespace air {

struct Entry;

// One element of an array argument.
struct HandleElement {
    unsigned argument = 0; // IR argument number
    unsigned element = 0;
};

// Rewrites the texture calls of the entry's function so that every handle operand is an argument, a constexpr sampler or an element
// (handleElement). Operands that cannot be traced stay; the emitter declines them.
void resolveHandles(const Entry& entry);

// What a handle operand names after resolveHandles, when it is an element.
std::optional<HandleElement> handleElement(const llvm::Value* handle);

} // namespace air
