// Modules whose air.* metadata a stream of bytes decides: entries, argument and output nodes as Metal's compiler writes them (air.md 3), some
// with wrong, missing, huge, foreign or circular operands. The code is small, valid IR that uses its arguments.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

namespace llvm {
class LLVMContext;
class Module;
} // namespace llvm

namespace pvg::fuzz {

// Every stream gives a module, the empty one a well-formed kernel without arguments.
std::unique_ptr<llvm::Module> metadataModule(llvm::LLVMContext& context, std::span<const uint8_t> choices);

} // namespace pvg::fuzz
