#include "shaders/air/narrow_compares.h"

#include <llvm/IR/ConstantRange.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/PatternMatch.h>

#include <vector>

namespace air {

namespace {

using llvm::APInt;
using llvm::ConstantRange;
using llvm::Value;

// `number` lies in `fitting`, whose members are its values after the extension; null where one comparison does not say that.
Value* asNarrow(llvm::ICmpInst& compare, Value* number, const ConstantRange& fitting, const ConstantRange& values) {
    llvm::Type* type = number->getType();
    if (fitting.isEmptySet()) return llvm::ConstantInt::getFalse(compare.getType());
    if (fitting == values) return llvm::ConstantInt::getTrue(compare.getType());
    llvm::CmpInst::Predicate predicate{};
    APInt constant;
    if (!fitting.truncate(type->getScalarSizeInBits()).getEquivalentICmp(predicate, constant)) return nullptr;
    return llvm::IRBuilder<>(&compare).CreateICmp(predicate, number, llvm::ConstantInt::get(type, constant));
}

Value* narrowed(llvm::ICmpInst& compare) {
    using namespace llvm::PatternMatch;
    Value *left = compare.getOperand(0), *right = compare.getOperand(1), *number = nullptr;
    llvm::CmpInst::Predicate predicate = compare.getPredicate();
    if (llvm::isa<llvm::Constant>(left)) {
        std::swap(left, right);
        predicate = llvm::CmpInst::getSwappedPredicate(predicate);
    }
    const APInt* constant = nullptr;
    if (!match(right, m_APInt(constant)) || constant->getBitWidth() != 64) return nullptr;
    const bool isSigned = match(left, m_SExt(m_Value(number)));
    if (!isSigned && !match(left, m_ZExt(m_Value(number)))) return nullptr;
    const unsigned bits = number->getType()->getScalarSizeInBits();
    if (bits == 1) return nullptr; // GLSL's booleans have no order
    const ConstantRange all = ConstantRange::getFull(bits);
    const ConstantRange values = isSigned ? all.signExtend(64) : all.zeroExtend(64);
    const auto fitting = ConstantRange::makeExactICmpRegion(predicate, *constant).exactIntersectWith(values);
    return fitting ? asNarrow(compare, number, *fitting, values) : nullptr;
}

} // namespace

void narrowCompares(llvm::Function& function) {
    std::vector<llvm::ICmpInst*> compares;
    for (llvm::Instruction& i : llvm::instructions(function))
        if (auto* compare = llvm::dyn_cast<llvm::ICmpInst>(&i)) compares.push_back(compare);
    for (llvm::ICmpInst* compare : compares) {
        Value* value = narrowed(*compare);
        if (!value) continue;
        compare->replaceAllUsesWith(value);
        compare->eraseFromParent();
    }
}

} // namespace air
