#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Module.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Transforms/IPO/AlwaysInliner.h>
#include <llvm/Transforms/IPO/GlobalDCE.h>
#include <llvm/Transforms/Utils/FixIrreducible.h>
#include <llvm/Transforms/Utils/LoopSimplify.h>
#include <llvm/Transforms/Utils/LowerSwitch.h>
#include <llvm/Transforms/Utils/ModuleUtils.h>

#include "memory.h"
#include "rewrite.h"

namespace aircpu {

namespace {

template <class... Passes>
void runPasses(llvm::Module& module, Passes... passes) {
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
    llvm::ModulePassManager manager;
    (manager.addPass(std::move(passes)), ...);
    manager.run(module, modules);
}

template <class Pass>
auto eachFunction(Pass pass) {
    return llvm::createModuleToFunctionPassAdaptor(std::move(pass));
}

void dropGpuAttributes(llvm::Module& module, llvm::Function& entry) {
    for (llvm::Function& function : module) {
        if (function.isDeclaration()) continue;
        function.setAttributes(function.getAttributes().removeFnAttributes(module.getContext()));
        function.setSection("");
        if (&function == &entry) continue;
        function.setLinkage(llvm::GlobalValue::InternalLinkage);
        function.addFnAttr(llvm::Attribute::AlwaysInline);
    }
    for (const char* name : {"llvm.compiler.used", "llvm.used"})
        if (llvm::GlobalVariable* list = module.getNamedGlobal(name)) list->eraseFromParent();
}

// What is undefined reads as 0 (air.md 1), also what a function returns of members it never set.
void defineUndefined(llvm::Function& entry) {
    for (llvm::Instruction& i : llvm::instructions(entry))
        for (llvm::Use& operand : i.operands())
            if (llvm::isa<llvm::UndefValue>(operand.get())) operand.set(llvm::Constant::getNullValue(operand->getType()));
}

} // namespace

void simplifyModule(llvm::Module& module, llvm::Function& entry) {
    dropGpuAttributes(module, entry);
    for (llvm::GlobalVariable& global : module.globals()) {
        global.setSection("");
        if (!global.hasInitializer() || global.getName().starts_with("llvm.")) continue;
        global.setLinkage(llvm::GlobalValue::InternalLinkage);
        if (llvm::isa<llvm::UndefValue>(global.getInitializer()))
            global.setInitializer(llvm::Constant::getNullValue(global.getValueType()));
        global.setConstant(false); // constructors store to what depends on function constants (air.md 3)
        global.setExternallyInitialized(false);
    }
    runPasses(module, llvm::AlwaysInlinerPass(), llvm::GlobalDCEPass(), eachFunction(llvm::LowerSwitchPass()),
              eachFunction(llvm::FixIrreduciblePass()), eachFunction(llvm::LoopSimplifyPass()));
    defineUndefined(entry);
}

bool storesAnything(const llvm::Function& entry) {
    constexpr unsigned kDevice = 1;
    return !entry.getReturnType()->isVoidTy() || llvm::any_of(llvm::instructions(entry), [](const llvm::Instruction& i) {
        if (const auto* store = llvm::dyn_cast<llvm::StoreInst>(&i)) return store->getPointerAddressSpace() == kDevice;
        const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
        return call && !call->onlyReadsMemory() && llvm::any_of(call->args(), [](const llvm::Use& a) {
                   return a->getType()->isPointerTy() && a->getType()->getPointerAddressSpace() == kDevice;
               });
    });
}

void moveSharedVariables(llvm::Module& module, Program& program) {
    for (llvm::GlobalVariable& global : llvm::make_early_inc_range(module.globals())) {
        if (global.getAddressSpace() != 3) continue;
        const uint64_t address = Memory::addressOf(kFirstSharedRegion + uint32_t(program.sharedBytes.size()));
        program.sharedBytes.push_back(uint32_t(module.getDataLayout().getTypeAllocSize(global.getValueType())));
        auto* number = llvm::ConstantInt::get(llvm::Type::getInt64Ty(module.getContext()), address);
        global.replaceAllUsesWith(llvm::ConstantExpr::getIntToPtr(number, global.getType()));
        global.eraseFromParent();
    }
}

void addEntryWrapper(llvm::Function& entry, const std::vector<ResultPart>& results) {
    llvm::Module& module = *entry.getParent();
    llvm::LLVMContext& context = module.getContext();
    llvm::Type* pointer = llvm::PointerType::get(context, 0);
    auto* type = llvm::FunctionType::get(llvm::Type::getVoidTy(context), {pointer}, false);
    auto* wrapper = llvm::Function::Create(type, llvm::GlobalValue::ExternalLinkage, kEntryName, module);
    llvm::IRBuilder<> builder(llvm::BasicBlock::Create(context, "", wrapper));
    std::vector<llvm::Value*> values;
    for (llvm::Argument& argument : entry.args()) {
        llvm::Value* slot = builder.CreateConstGEP1_64(pointer, wrapper->getArg(0), argument.getArgNo());
        values.push_back(builder.CreateAlignedLoad(argument.getType(), builder.CreateLoad(pointer, slot), llvm::Align(1)));
    }
    auto* call = builder.CreateCall(&entry, values);
    call->setCallingConv(entry.getCallingConv());
    llvm::Value* base = builder.CreateLoad(pointer, builder.CreateConstGEP1_64(pointer, wrapper->getArg(0), entry.arg_size()));
    for (size_t i = 0; i < results.size(); ++i) {
        llvm::Value* part = results[i].path.empty() ? call : builder.CreateExtractValue(call, results[i].path);
        builder.CreateAlignedStore(part, builder.CreateConstGEP1_64(builder.getInt8Ty(), base, i * kResultBytes), llvm::Align(1));
    }
    builder.CreateRetVoid();
}

} // namespace aircpu
