// Finds a function's bitcode in a library and parses it.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "pvg/base/result.h"

namespace llvm {
class LLVMContext;
class Module;
} // namespace llvm

namespace air {

// The bitcode of `function` (empty: the library's first), a view into `library`.
pvg::Result<std::span<const std::byte>> findModule(std::span<const std::byte> library, const std::string& function);

// The target triple is dropped (no pass needs a target, air.md 1) and debug info is stripped.
pvg::Result<std::unique_ptr<llvm::Module>> parseModule(llvm::LLVMContext& context, std::span<const std::byte> code);

} // namespace air
