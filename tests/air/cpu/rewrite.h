// The steps of compileFunction on the module.
#pragma once

#include <string>

#include "program.h"

namespace llvm {
class Function;
class Module;
class Value;
} // namespace llvm

namespace aircpu {

// Function constants read as 0; other functions are inlined; what only the GPU's tools need is dropped.
void simplifyModule(llvm::Module& module, llvm::Function& entry);
// Whether it may change a buffer or a texture, or returns something.
bool storesAnything(const llvm::Function& entry);
// Numbers meeting places and loops. Needs all intrinsics as calls in `entry`.
void markLoops(llvm::Function& entry, Program& program);
// Threadgroup variables become regions.
void moveSharedVariables(llvm::Module& module, Program& program);
// The type of a value that is stored. Integers that are the bits of floats count as those floats: compilers before AIR's bfloat store the
// upper half of a float. Their rounding is the float's, and which NaN it is means nothing.
Element storedElement(const llvm::Value& value);
pvg::Status rewriteFunction(llvm::Function& function, Program& program);
// void air_cpu_entry(ptr): loads the arguments, calls `entry` and stores the results (Program::entry).
void addEntryWrapper(llvm::Function& entry, const std::vector<ResultPart>& results);

inline constexpr const char* kEntryName = "air_cpu_entry";

} // namespace aircpu
