#include "sample_module.h"

#include <fmt/format.h>
#include <llvm/AsmParser/Parser.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/raw_ostream.h>

#include "shaders/demo/module_finish.h"

namespace airtest {

SampleModule sampleModule(const Sample& sample) {
    llvm::LLVMContext context;
    llvm::SMDiagnostic problem;
    const auto layout = [](llvm::StringRef, llvm::StringRef) { return std::optional(airpack::dataLayout()); };
    const llvm::MemoryBufferRef text(sample.text, sample.name);
    const auto module = llvm::parseAssembly(text, problem, context, nullptr, layout);
    if (!module) return {"", fmt::format("line {}: {}", problem.getLineNo(), problem.getMessage().str())};
    std::string broken;
    llvm::raw_string_ostream complaint(broken);
    if (llvm::verifyModule(*module, &complaint)) return {"", complaint.str()};
    airpack::finishModule(*module, sample.name);
    std::string bitcode;
    llvm::raw_string_ostream out(bitcode);
    llvm::WriteBitcodeToFile(*module, out);
    out.flush();
    return {std::move(bitcode), ""};
}

} // namespace airtest
