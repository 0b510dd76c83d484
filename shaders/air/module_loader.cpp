#include "shaders/air/module_loader.h"

#include <llvm/AsmParser/Parser.h>
#include <llvm/Bitcode/BitcodeReader.h>
#include <llvm/IR/DebugInfo.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/SourceMgr.h>

#include <cctype>

#include "shaders/air/container.h"

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Result;

namespace {

bool isText(std::span<const std::byte> code) {
    return !code.empty() && (code[0] == std::byte{';'} || std::isspace(static_cast<unsigned char>(code[0])) != 0);
}

std::unique_ptr<llvm::Module> parseEither(llvm::LLVMContext& context, std::span<const std::byte> code, std::string& message) {
    llvm::StringRef bytes(reinterpret_cast<const char*>(code.data()), code.size());
    auto buffer = llvm::MemoryBuffer::getMemBufferCopy(bytes, "air");
    if (isText(code)) {
        llvm::SMDiagnostic diagnostic;
        auto module = llvm::parseAssembly(buffer->getMemBufferRef(), diagnostic, context);
        if (!module) message = diagnostic.getMessage().str();
        return module;
    }
    auto module = llvm::parseBitcodeFile(buffer->getMemBufferRef(), context);
    if (!module) {
        message = llvm::toString(module.takeError());
        return nullptr;
    }
    return std::move(*module);
}

} // namespace

Result<std::span<const std::byte>> findModule(std::span<const std::byte> library, const std::string& function) {
    if (isText(library)) return library;
    PVG_TRY(auto entries, readContainer(library));
    for (const FunctionEntry& entry : entries)
        // Bare bitcode carries no name: the module's own metadata decides.
        if (function.empty() || entry.name == function || entry.name.empty()) return entry.bitcode;
    return Error{Code::NotFound, "the library holds no function '" + function + "'"};
}

Result<std::unique_ptr<llvm::Module>> parseModule(llvm::LLVMContext& context, std::span<const std::byte> code) {
    std::string message;
    auto module = parseEither(context, code, message);
    if (!module) return Error{Code::Protocol, "bitcode does not parse: " + message};
    module->setTargetTriple("");
    llvm::StripDebugInfo(*module);
    if (llvm::verifyModule(*module)) return Error{Code::Protocol, "bitcode parses but breaks the IR's rules"};
    return module;
}

} // namespace air
