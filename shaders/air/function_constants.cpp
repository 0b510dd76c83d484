#include "shaders/air/function_constants.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>

namespace air {

namespace {

void giveValues(llvm::Module& module) {
    for (llvm::GlobalVariable& global : module.globals()) {
        if (!global.hasInitializer() || !global.isExternallyInitialized()) continue;
        global.setExternallyInitialized(false);
        if (llvm::isa<llvm::UndefValue>(global.getInitializer()))
            global.setInitializer(llvm::Constant::getNullValue(global.getValueType()));
        global.setConstant(true);
    }
}

// Null when `call` does not ask about a function constant.
llvm::Value* foldedAnswer(llvm::CallInst& call, llvm::StringRef name) {
    if (name.starts_with("air.is_function_constant_defined") || name.starts_with("air.function_constant_predicate"))
        return llvm::Constant::getNullValue(call.getType());
    if (!name.starts_with("air.normalize_function_constant_predicate") || call.arg_size() != 1) return nullptr;
    llvm::IRBuilder<> builder(&call);
    llvm::Value* isSet = builder.CreateIsNotNull(call.getArgOperand(0));
    return builder.CreateZExt(isSet, call.getType());
}

} // namespace

void foldFunctionConstants(llvm::Module& module) {
    giveValues(module);
    for (llvm::Function& declaration : module) {
        if (!declaration.isDeclaration()) continue;
        for (llvm::User* user : llvm::make_early_inc_range(declaration.users())) {
            auto* call = llvm::dyn_cast<llvm::CallInst>(user);
            if (!call || call->getCalledFunction() != &declaration || !call->getType()->isIntegerTy()) continue;
            llvm::Value* answer = foldedAnswer(*call, declaration.getName());
            if (!answer) continue;
            call->replaceAllUsesWith(answer);
            call->eraseFromParent();
        }
    }
}

} // namespace air
