#include "generator.h"

#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Transforms/InstCombine/InstCombine.h>
#include <llvm/Transforms/Scalar/EarlyCSE.h>
#include <llvm/Transforms/Scalar/SROA.h>
#include <llvm/Transforms/Scalar/SimplifyCFG.h>

#include <stdexcept>

#include "generated_program.h"

namespace aircpu {

namespace {

constexpr const char* kLayout =
    "e-p:64:64:64-i1:8:8-i8:8:8-i16:16:16-i32:32:32-i64:64:64-f32:32:32-f64:64:64-v16:16:16-v24:32:32-v32:32:32-v48:64:64-v64:64:64-"
    "v96:128:128-v128:128:128-v192:256:256-v256:256:256-v512:512:512-v1024:1024:1024-n8:16:32";

llvm::Function* makeKernel(llvm::Module& module) {
    llvm::LLVMContext& context = module.getContext();
    llvm::Type* device = llvm::PointerType::get(context, 1);
    auto* type = llvm::FunctionType::get(llvm::Type::getVoidTy(context), {device, device, llvm::Type::getInt32Ty(context)}, false);
    return llvm::Function::Create(type, llvm::GlobalValue::ExternalLinkage, "k", module);
}

class Metadata {
public:
    explicit Metadata(llvm::Module& module) : m_module(module), m_context(module.getContext()) {}

    // air.md 3: {function, outputs, inputs}
    void describe(llvm::Function& kernel) {
        llvm::MDNode* nodes[] = {buffer(0, "air.read"), buffer(1, "air.read_write"),
                                 list({number(2), text("air.thread_position_in_grid"), text("air.arg_type_name"), text("uint")})};
        llvm::MDNode* inputs = list({nodes[0], nodes[1], nodes[2]});
        m_module.getOrInsertNamedMetadata("air.kernel")->addOperand(list({llvm::ConstantAsMetadata::get(&kernel), list({}), inputs}));
    }

private:
    llvm::MDNode* list(llvm::ArrayRef<llvm::Metadata*> parts) { return llvm::MDNode::get(m_context, parts); }
    llvm::Metadata* text(const char* value) { return llvm::MDString::get(m_context, value); }
    llvm::Metadata* number(uint32_t value) {
        return llvm::ConstantAsMetadata::get(llvm::ConstantInt::get(llvm::Type::getInt32Ty(m_context), value));
    }
    llvm::MDNode* buffer(uint32_t index, const char* access) {
        return list({number(index), text("air.buffer"), text("air.location_index"), number(index), number(1), text(access),
                     text("air.address_space"), number(1), text("air.arg_type_name"), text("uint")});
    }

    llvm::Module& m_module;
    llvm::LLVMContext& m_context;
};

// Front ends leave code in many shapes: all variables in memory, in registers with phis, or rearranged by an optimiser.
void optimise(llvm::Function& kernel, unsigned level) {
    llvm::LoopAnalysisManager loops;
    llvm::FunctionAnalysisManager functions;
    llvm::CGSCCAnalysisManager components;
    llvm::ModuleAnalysisManager modules;
    llvm::PassBuilder builder;
    builder.registerModuleAnalyses(modules);
    builder.registerCGSCCAnalyses(components);
    builder.registerFunctionAnalyses(functions);
    builder.registerLoopAnalyses(loops);
    builder.crossRegisterProxies(loops, functions, components, modules);
    llvm::FunctionPassManager manager;
    if (level > 0) manager.addPass(llvm::SROAPass(llvm::SROAOptions::ModifyCFG));
    if (level > 1) manager.addPass(llvm::EarlyCSEPass());
    if (level > 1) manager.addPass(llvm::SimplifyCFGPass());
    if (level > 2) manager.addPass(llvm::InstCombinePass());
    manager.run(kernel, functions);
}

} // namespace

GeneratedKernel generateKernel(const GeneratorOptions& options) {
    llvm::LLVMContext context;
    llvm::Module module("generated", context);
    module.setDataLayout(kLayout);
    llvm::Function* kernel = makeKernel(module);
    Metadata(module).describe(*kernel);
    llvm::IRBuilder<> builder(llvm::BasicBlock::Create(context, "entry", kernel));
    std::mt19937_64 random(options.seed);
    for (uint32_t i = 0; i < options.programs; ++i) GeneratedProgram(*kernel, builder, random, options).write(i);
    builder.CreateRetVoid();
    optimise(*kernel, unsigned(random() % 4));
    GeneratedKernel result;
    llvm::raw_string_ostream text(result.text), bitcode(result.bitcode);
    module.print(text, nullptr);
    if (llvm::verifyModule(module)) throw std::logic_error("the generator broke the IR's rules, seed " + std::to_string(options.seed));
    llvm::WriteBitcodeToFile(module, bitcode);
    text.flush(), bitcode.flush();
    return result;
}

} // namespace aircpu
