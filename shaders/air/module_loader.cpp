#include "shaders/air/module_loader.h"

#include <llvm/Bitcode/BitcodeReader.h>
#include <llvm/IR/DebugInfo.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Support/MemoryBuffer.h>

#include "shaders/air/container.h"

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Result;

namespace {

std::unique_ptr<llvm::Module> parse(llvm::LLVMContext& context, std::span<const std::byte> code, std::string& message) {
    llvm::StringRef bytes(reinterpret_cast<const char*>(code.data()), code.size());
    auto buffer = llvm::MemoryBuffer::getMemBufferCopy(bytes, "air");
    auto module = llvm::parseBitcodeFile(buffer->getMemBufferRef(), context);
    if (!module) {
        message = llvm::toString(module.takeError());
        return nullptr;
    }
    return std::move(*module);
}

} // namespace

Result<std::span<const std::byte>> findModule(std::span<const std::byte> library, const std::string& function) {
    PVG_TRY(auto entries, readContainer(library));
    for (const FunctionEntry& entry : entries)
        // Bare bitcode carries no name: the module's own metadata decides.
        if (function.empty() || entry.name == function || entry.name.empty()) return entry.bitcode;
    return Error{Code::NotFound, "the library holds no function '" + function + "'"};
}

Result<std::unique_ptr<llvm::Module>> parseModule(llvm::LLVMContext& context, std::span<const std::byte> code) {
    std::string message;
    auto module = parse(context, code, message);
    if (!module) return Error{Code::Protocol, "bitcode does not parse: " + message};
    module->setTargetTriple("");
    llvm::StripDebugInfo(*module);
    if (llvm::verifyModule(*module)) return Error{Code::Protocol, "bitcode parses but breaks the IR's rules"};
    return module;
}

} // namespace air
