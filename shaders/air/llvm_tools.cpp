#include "shaders/air/llvm_tools.h"

#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/raw_ostream.h>

#include "shaders/air/entry.h"
#include "shaders/air/function_constants.h"
#include "shaders/air/module_loader.h"
#include "shaders/air/passes.h"

namespace air {

Outcome disassemble(std::span<const std::byte> library, const std::string& function, const Capabilities&) {
    auto code = findModule(library, function);
    if (!code) return {Verdict::Failed, code.error().text, {}};
    llvm::LLVMContext context;
    auto module = parseModule(context, *code);
    if (!module) return {Verdict::Failed, module.error().text, {}};
    Outcome outcome{Verdict::Ok, "", {}};
    llvm::raw_string_ostream out(outcome.translation.glsl);
    (*module)->print(out, nullptr);
    return outcome;
}

Outcome disassembleSimplified(std::span<const std::byte> library, const std::string& function, const Capabilities&) {
    auto code = findModule(library, function);
    if (!code) return {Verdict::Failed, code.error().text, {}};
    llvm::LLVMContext context;
    auto module = parseModule(context, *code);
    if (!module) return {Verdict::Failed, module.error().text, {}};
    const auto entry = readEntry(**module, function);
    if (!entry) return {Verdict::Failed, "the module has no entry point", {}};
    foldFunctionConstants(**module, {});
    if (auto reason = simplify(**module, *entry); !reason.empty()) return {Verdict::Declined, reason, {}};
    Outcome outcome{Verdict::Ok, "", {}};
    llvm::raw_string_ostream out(outcome.translation.glsl);
    entry->function->print(out);
    return outcome;
}

void setLlvmMemoryHandler(void (*handler)()) {
    static void (*installed)() = nullptr;
    installed = handler;
    llvm::install_bad_alloc_error_handler([](void*, const char*, bool) { installed(); });
}

} // namespace air
