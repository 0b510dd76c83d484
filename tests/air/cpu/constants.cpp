#include "constants.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>

#include <cmath>
#include <set>

namespace aircpu {

namespace {

constexpr int64_t kSmall = 3;
constexpr double kLargestReal = 1e6;

struct Found {
    std::set<int64_t> integers;
    std::set<double> reals;

    void add(const llvm::Value* value, int64_t sign) {
        const auto* constant = llvm::dyn_cast<llvm::Constant>(value);
        if (constant && value->getType()->isVectorTy()) constant = constant->getSplatValue();
        if (const auto* i = llvm::dyn_cast_or_null<llvm::ConstantInt>(constant); i && i->getBitWidth() <= 64)
            if (const int64_t number = sign * i->getSExtValue(); number > kSmall || number < -kSmall) integers.insert(number);
        if (const auto* f = llvm::dyn_cast_or_null<llvm::ConstantFP>(constant)) {
            llvm::APFloat exact = f->getValueAPF();
            bool isRounded = false;
            exact.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &isRounded);
            if (const double number = exact.convertToDouble(); number != 0.0 && std::fabs(number) < kLargestReal) reals.insert(number);
        }
    }
};

// A range that starts at c is written as x - c < n.
bool isCompared(const llvm::Instruction& i) {
    return i.getOpcode() == llvm::Instruction::Add &&
           llvm::any_of(i.users(), [](const llvm::User* u) { return llvm::isa<llvm::ICmpInst>(u); });
}

} // namespace

Constants constantsOf(const llvm::Module& module) {
    Found found;
    for (const llvm::Function& function : module) {
        for (const llvm::Instruction& i : llvm::instructions(function)) {
            if (llvm::isa<llvm::CmpInst>(i)) found.add(i.getOperand(1), 1);
            if (isCompared(i)) found.add(i.getOperand(1), -1);
            if (const auto* choice = llvm::dyn_cast<llvm::SwitchInst>(&i))
                for (const auto& branch : choice->cases()) found.add(branch.getCaseValue(), 1);
        }
    }
    return {{found.integers.begin(), found.integers.end()}, {found.reals.begin(), found.reals.end()}};
}

} // namespace aircpu
