#include "program.h"

#include <llvm/Bitcode/BitcodeReader.h>
#include <llvm/ExecutionEngine/Orc/ExecutionUtils.h>
#include <llvm/ExecutionEngine/Orc/LLJIT.h>
#include <llvm/IR/DebugInfo.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/TargetSelect.h>
#include <llvm/TargetParser/Host.h>

#include <bit>

#include "rewrite.h"
#include "run.h"

namespace aircpu {

using pvg::Code;
using pvg::Error;
using pvg::Result;

namespace {

// The compiler's conversion calls for half and bfloat. x86-64 passes both in the low half of an SSE register, where a float's bits are too.
uint16_t lowHalf(float carrier) { return uint16_t(std::bit_cast<uint32_t>(carrier)); }
float carrierOf(uint16_t bits) { return std::bit_cast<float>(uint32_t(bits)); }

float halfToFloat(float carrier) {
    const uint16_t bits = lowHalf(carrier);
    return float(readFloat(Element::F16, &bits, 0));
}
float narrowed(Element element, double value) {
    uint16_t bits = 0;
    writeFloat(element, &bits, 0, value);
    return carrierOf(bits);
}
float floatToHalf(float value) { return narrowed(Element::F16, value); }
float doubleToHalf(double value) { return narrowed(Element::F16, value); }
float floatToBfloat(float value) { return narrowed(Element::BF16, value); }
float doubleToBfloat(double value) { return narrowed(Element::BF16, value); }

std::string textOf(llvm::Error error) { return llvm::toString(std::move(error)); }

llvm::Error defineLibrary(llvm::orc::LLJIT& jit) {
    llvm::orc::SymbolMap symbols;
    const auto add = [&](const char* name, auto* function) {
        symbols[jit.mangleAndIntern(name)] = {llvm::orc::ExecutorAddr::fromPtr(function), llvm::JITSymbolFlags::Exported};
    };
    add("__extendhfsf2", halfToFloat);
    add("__truncsfhf2", floatToHalf);
    add("__truncdfhf2", doubleToHalf);
    add("__truncsfbf2", floatToBfloat);
    add("__truncdfbf2", doubleToBfloat);
    if (auto problem = jit.getMainJITDylib().define(llvm::orc::absoluteSymbols(std::move(symbols)))) return problem;
    auto process = llvm::orc::DynamicLibrarySearchGenerator::GetForCurrentProcess(jit.getDataLayout().getGlobalPrefix());
    if (!process) return process.takeError();
    jit.getMainJITDylib().addGenerator(std::move(*process));
    return llvm::Error::success();
}

// The plainest CPU: no fused or reduced-precision instruction that the GPU would have to match.
llvm::Expected<std::unique_ptr<llvm::orc::LLJIT>> makeJit() {
    static const bool isReady = !llvm::InitializeNativeTarget() && !llvm::InitializeNativeTargetAsmPrinter();
    if (!isReady) return llvm::createStringError("LLVM has no code generator for this machine");
    llvm::orc::JITTargetMachineBuilder builder{llvm::Triple(llvm::sys::getProcessTriple())};
    builder.setCPU("x86-64");
    builder.setCodeGenOptLevel(llvm::CodeGenOptLevel::None);
    return llvm::orc::LLJITBuilder().setJITTargetMachineBuilder(std::move(builder)).create();
}

Result<std::unique_ptr<llvm::Module>> parse(std::span<const std::byte> code, llvm::LLVMContext& context) {
    const llvm::StringRef bytes(reinterpret_cast<const char*>(code.data()), code.size());
    auto module = llvm::parseBitcodeFile(llvm::MemoryBufferRef(bytes, "air"), context);
    if (!module) return Error{Code::Protocol, textOf(module.takeError())};
    llvm::StripDebugInfo(**module);
    return std::move(*module);
}

pvg::Status rewriteModule(llvm::Module& module, llvm::Function& entry, Program& program) {
    simplifyModule(module, entry);
    program.stores = storesAnything(entry);
    moveSharedVariables(module, program);
    markLoops(entry, program);
    for (llvm::Function& function : module)
        if (!function.isDeclaration()) PVG_CHECK(rewriteFunction(function, program));
    addEntryWrapper(entry, program.results);
    entry.setLinkage(llvm::GlobalValue::InternalLinkage);
    if (llvm::verifyModule(module)) return Error{Code::Protocol, "the rewritten module breaks the IR's rules"};
    return {};
}

pvg::Status link(std::unique_ptr<llvm::Module> module, llvm::orc::ThreadSafeContext context, Program& program) {
    llvm::orc::LLJIT& jit = *program.jit;
    if (auto problem = defineLibrary(jit)) return Error{Code::Unsupported, textOf(std::move(problem))};
    if (auto problem = jit.addIRModule(llvm::orc::ThreadSafeModule(std::move(module), std::move(context))))
        return Error{Code::Unsupported, textOf(std::move(problem))};
    Run constructors;
    const RunScope scope(constructors);
    if (auto problem = jit.initialize(jit.getMainJITDylib())) return Error{Code::Unsupported, textOf(std::move(problem))};
    auto entry = jit.lookup(kEntryName);
    if (!entry) return Error{Code::Unsupported, textOf(entry.takeError())};
    program.entry = entry->toPtr<void (*)(void**)>();
    return {};
}

} // namespace

Program::Program() = default;
Program::~Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;

std::vector<std::string> functionsIn(std::span<const std::byte> code) {
    llvm::LLVMContext context;
    const auto module = parse(code, context);
    return module ? entryNames(**module) : std::vector<std::string>();
}

Result<Program> compileFunction(std::span<const std::byte> code, const std::string& function, Tracing tracing) {
    Program program;
    program.isTraced = tracing == Tracing::On;
    auto jit = makeJit();
    if (!jit) return Error{Code::Unsupported, textOf(jit.takeError())};
    program.jit = std::move(*jit);
    auto context = std::make_unique<llvm::LLVMContext>();
    PVG_TRY(auto module, parse(code, *context));
    PVG_TRY(const EntryPoint entry, readEntryPoint(*module, function));
    program.stage = entry.stage;
    program.maxThreads = entry.maxThreads;
    program.constants = constantsOf(*module);
    program.arguments = entry.arguments;
    program.results = entry.results;
    module->setTargetTriple(program.jit->getTargetTriple().str());
    module->setDataLayout(program.jit->getDataLayout());
    PVG_CHECK(rewriteModule(*module, *entry.function, program));
    PVG_CHECK(link(std::move(module), llvm::orc::ThreadSafeContext(std::move(context)), program));
    return program;
}

} // namespace aircpu
