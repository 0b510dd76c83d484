#include "shaders/air/narrowing.h"

#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/KnownBits.h>

#include <vector>

namespace air {

using llvm::Instruction;

static bool is64(const llvm::Value* v) { return v->getType()->isIntOrIntVectorTy(64); }

bool Narrowing::fitsUnsigned(const llvm::Value* value) const {
    return llvm::computeKnownBits(value, m_layout).countMinLeadingZeros() >= 32;
}

bool Narrowing::fitsSigned(const llvm::Value* value) const { return llvm::ComputeNumSignBits(value, m_layout) > 32; }

bool Narrowing::canProduce(const Instruction& i) const {
    switch (i.getOpcode()) {
    case Instruction::Add:
    case Instruction::Sub:
    case Instruction::Mul:
    case Instruction::And:
    case Instruction::Or:
    case Instruction::Xor:
    case Instruction::ZExt:
    case Instruction::SExt:
    case Instruction::PHI:
    case Instruction::Select:
    case Instruction::Load:
    case Instruction::Freeze:
    case Instruction::ExtractElement:
    case Instruction::InsertElement:
    case Instruction::ShuffleVector:
        return true;
    case Instruction::Shl: {
        const auto* amount = llvm::dyn_cast<llvm::ConstantInt>(i.getOperand(1));
        return amount && amount->getValue().ult(32);
    }
    case Instruction::LShr: {
        const auto* amount = llvm::dyn_cast<llvm::ConstantInt>(i.getOperand(1));
        return amount && amount->getValue().ult(32) && fitsUnsigned(i.getOperand(0));
    }
    case Instruction::AShr: {
        const auto* amount = llvm::dyn_cast<llvm::ConstantInt>(i.getOperand(1));
        return amount && amount->getValue().ult(32) && fitsSigned(i.getOperand(0));
    }
    case Instruction::UDiv:
    case Instruction::URem:
        return fitsUnsigned(i.getOperand(0)) && fitsUnsigned(i.getOperand(1));
    case Instruction::SDiv:
    case Instruction::SRem:
        return fitsSigned(i.getOperand(0)) && fitsSigned(i.getOperand(1));
    default:
        return false;
    }
}

bool Narrowing::acceptsLowWord(const llvm::Use& use) const {
    const auto* user = llvm::dyn_cast<Instruction>(use.getUser());
    if (!user) return false;
    switch (user->getOpcode()) {
    case Instruction::GetElementPtr:
    case Instruction::Trunc:
        return true;
    case Instruction::ICmp: {
        const llvm::Value *a = user->getOperand(0), *b = user->getOperand(1);
        return (fitsUnsigned(a) && fitsUnsigned(b)) || (fitsSigned(a) && fitsSigned(b));
    }
    case Instruction::ExtractElement:
    case Instruction::InsertElement:
        return use.getOperandNo() == (user->getOpcode() == Instruction::ExtractElement ? 1U : 2U) || isNarrow(user);
    default:
        return is64(user) && isNarrow(user);
    }
}

Narrowing::Narrowing(const llvm::Function& function) : m_layout(function.getParent()->getDataLayout()) {
    std::vector<const Instruction*> work;
    for (const Instruction& i : llvm::instructions(function))
        if (is64(&i) && canProduce(i)) {
            m_narrow.insert(&i);
            work.push_back(&i);
        }
    // Optimistic: drop what a use refuses until nothing changes.
    for (bool changed = true; changed;) {
        changed = false;
        for (const Instruction* i : work) {
            if (!isNarrow(i)) continue;
            for (const llvm::Use& use : i->uses())
                if (!acceptsLowWord(use)) {
                    m_narrow.erase(i);
                    changed = true;
                    break;
                }
        }
    }
}

} // namespace air
