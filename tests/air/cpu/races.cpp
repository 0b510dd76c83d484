#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/CFG.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>

#include "rewrite.h"

namespace aircpu {

namespace {

constexpr unsigned kThreadgroup = 3;

const llvm::CallInst* callOf(const llvm::Instruction& i, const char* part) {
    const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
    return call && call->getCalledFunction() && call->getCalledFunction()->getName().contains(part) ? call : nullptr;
}

bool isSharedMatrixStore(const llvm::Instruction& i) {
    const llvm::CallInst* call = callOf(i, "simdgroup_matrix_8x8_store");
    return call && llvm::any_of(call->args(), [](const llvm::Use& a) {
               return a->getType()->isPointerTy() && a->getType()->getPointerAddressSpace() == kThreadgroup;
           });
}

// Whether threadgroup memory is read somewhere behind `store` before any barrier.
bool isReadUnordered(const llvm::Instruction& store) {
    llvm::SmallVector<const llvm::Instruction*, 16> work{store.getNextNode()};
    llvm::SmallPtrSet<const llvm::BasicBlock*, 16> seen;
    while (!work.empty()) {
        const llvm::Instruction* i = work.pop_back_val();
        const llvm::BasicBlock* block = i->getParent();
        for (; i && !callOf(*i, "barrier"); i = i->getNextNode()) {
            const auto* load = llvm::dyn_cast<llvm::LoadInst>(i);
            if (load && load->getPointerAddressSpace() == kThreadgroup) return true;
        }
        if (i) continue;
        for (const llvm::BasicBlock* next : llvm::successors(block))
            if (seen.insert(next).second) work.push_back(&next->front());
    }
    return false;
}

} // namespace

std::string findRace(const llvm::Function& entry) {
    for (const llvm::Instruction& i : llvm::instructions(entry))
        if (isSharedMatrixStore(i) && isReadUnordered(i)) return "threads read what a simdgroup's matrix store left, with no barrier between";
    return {};
}

} // namespace aircpu
