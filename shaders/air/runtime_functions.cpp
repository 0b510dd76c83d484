#include "shaders/air/runtime_functions.h"

#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>

#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "shaders/air/lower_llvm.h"

namespace air {

namespace {

using llvm::StringRef;
using llvm::Value;

// Whether a part of a name between underscores is a type: "float", "v2half", "f32", "v4i16", "uint32", "pthreadint32".
bool isTypeName(StringRef part) {
    if (part.starts_with("pthread")) return true;
    if (part.size() > 2 && part[0] == 'v' && std::isdigit(static_cast<unsigned char>(part[1])))
        part = part.drop_front(part[2] == '6' ? 3 : 2);
    static constexpr std::array kTypes = {"float", "half", "bfloat", "bool",  "char", "uchar", "short", "ushort",
                                          "int",   "uint", "long",   "ulong", "bf",   "f",     "i",     "u"};
    const StringRef letters = part.take_while([](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
    const StringRef digits = part.drop_front(letters.size());
    const bool isNumber = digits.find_if_not([](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }) == StringRef::npos;
    return isNumber && (letters.size() > 2 || !digits.empty()) && llvm::is_contained(kTypes, letters);
}

// The family behind a runtime function's name; empty: another name.
std::string runtimeFamily(StringRef name) {
    const StringRef plain = name.ltrim('_');
    StringRef rest = plain;
    if (plain.size() == name.size() || (!rest.consume_front("metal_") && !rest.consume_front("air_impl_"))) return {};
    std::string family;
    while (!rest.empty()) {
        const auto [part, tail] = rest.split('_');
        if (isTypeName(part)) return family;
        family += (family.empty() ? "" : "_") + part.str();
        rest = tail;
    }
    return {};
}

// The neighbour of x towards y, by their bits: beyond the sign they count up with the magnitude.
Value* nextAfter(llvm::CallInst& call) {
    llvm::IRBuilder<> ir(&call);
    Value *x = call.getArgOperand(0), *y = call.getArgOperand(1);
    const unsigned bits = x->getType()->getScalarSizeInBits();
    llvm::Type* type = x->getType()->getWithNewType(ir.getIntNTy(bits));
    Value* one = llvm::ConstantInt::get(type, 1);
    Value* sign = llvm::ConstantInt::get(type, llvm::APInt::getSignMask(bits));
    Value* magnitude = llvm::ConstantInt::get(type, llvm::APInt::getSignedMaxValue(bits));
    Value *a = ir.CreateBitCast(x, type), *b = ir.CreateBitCast(y, type);
    Value *aSize = ir.CreateAnd(a, magnitude), *bSize = ir.CreateAnd(b, magnitude);
    Value* hasOneSign = ir.CreateICmpEQ(ir.CreateAnd(a, sign), ir.CreateAnd(b, sign));
    Value* isAway = ir.CreateAnd(hasOneSign, ir.CreateICmpUGT(bSize, aSize));
    Value* next = ir.CreateSelect(isAway, ir.CreateAdd(a, one), ir.CreateSub(a, one));
    next = ir.CreateSelect(ir.CreateICmpEQ(aSize, llvm::Constant::getNullValue(type)), ir.CreateOr(ir.CreateAnd(b, sign), one), next);
    Value* infinity =
        llvm::ConstantInt::get(type, llvm::APFloat::getInf(x->getType()->getScalarType()->getFltSemantics()).bitcastToAPInt());
    Value* isNan = ir.CreateOr(ir.CreateICmpUGT(aSize, infinity), ir.CreateICmpUGT(bSize, infinity));
    Value* isThere = ir.CreateOr(ir.CreateICmpEQ(a, b), ir.CreateICmpEQ(ir.CreateOr(aSize, bSize), llvm::Constant::getNullValue(type)));
    next = ir.CreateSelect(isThere, b, next);
    next = ir.CreateSelect(isNan, ir.CreateOr(infinity, ir.CreateOr(aSize, bSize)), next);
    return ir.CreateBitCast(next, x->getType());
}

} // namespace

void nameRuntimeFunctions(llvm::Module& module) {
    for (llvm::Function& f : module) {
        const std::string family = f.isDeclaration() ? runtimeFamily(f.getName()) : std::string();
        if (!family.empty() && f.arg_size() > 0) f.setName("air." + family + "." + airTypeName(f.getArg(0)->getType()));
    }
}

void lowerNextAfter(llvm::Function& function) {
    std::vector<llvm::CallInst*> calls;
    for (llvm::Instruction& i : llvm::instructions(function))
        if (auto* call = llvm::dyn_cast<llvm::CallInst>(&i); call && call->getCalledFunction() && call->arg_size() > 1)
            calls.push_back(call);
    for (llvm::CallInst* call : calls) {
        const StringRef name = call->getCalledFunction()->getName();
        const bool isKnown = name.starts_with("air.nextafter.") || name.starts_with("air.fast_nextafter.");
        if (!isKnown || !call->getType()->isFPOrFPVectorTy() || call->getArgOperand(0)->getType() != call->getType() ||
            call->getArgOperand(1)->getType() != call->getType())
            continue;
        call->replaceAllUsesWith(nextAfter(*call));
        call->eraseFromParent();
    }
}

} // namespace air
