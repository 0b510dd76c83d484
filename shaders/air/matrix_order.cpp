#include "shaders/air/matrix_order.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/IR/CFG.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>

#include <cstdint>

namespace air {

namespace {

constexpr unsigned kThreadgroup = 3;
constexpr const char* kBarrier = "air.simdgroup.barrier";
constexpr uint32_t kThreadgroupMemory = 2, kSimdgroupScope = 4; // air.md 5

enum class Access : uint8_t { None, Load, Store, MatrixLoad, MatrixStore, Barrier };

bool isMatrix(Access a) { return a == Access::MatrixLoad || a == Access::MatrixStore; }
bool isStore(Access a) { return a == Access::Store || a == Access::MatrixStore; }

Access accessOfCall(const llvm::CallInst& call) {
    llvm::StringRef name = call.getCalledFunction() ? call.getCalledFunction()->getName() : llvm::StringRef();
    if (name.starts_with("air.wg.barrier") || name.starts_with(kBarrier)) return Access::Barrier;
    if (!name.consume_front("air.simdgroup_matrix_8x8_")) return Access::None;
    if (name.starts_with("multiply_accumulate")) return Access::Barrier; // a meeting
    const bool isShared = llvm::any_of(call.args(), [](const llvm::Use& a) {
        return a->getType()->isPointerTy() && a->getType()->getPointerAddressSpace() == kThreadgroup;
    });
    if (!isShared) return Access::None;
    return name.starts_with("load") ? Access::MatrixLoad : name.starts_with("store") ? Access::MatrixStore : Access::None;
}

Access accessOf(const llvm::Instruction& i) {
    if (const auto* load = llvm::dyn_cast<llvm::LoadInst>(&i))
        return load->getPointerAddressSpace() == kThreadgroup ? Access::Load : Access::None;
    if (const auto* store = llvm::dyn_cast<llvm::StoreInst>(&i))
        return store->getPointerAddressSpace() == kThreadgroup ? Access::Store : Access::None;
    const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
    return call ? accessOfCall(*call) : Access::None;
}

// Two stored matrices are two tiles.
bool meet(Access a, Access b) { return a != Access::None && (isStore(a) || isStore(b)) && !(isMatrix(a) && a == b); }

enum class Way : uint8_t { Back, Forth };

// Whether an access that needs an order with `matrix` lies that way before any barrier. A loop leads back to the matrix itself.
bool isUnordered(const llvm::Instruction& matrix, Way way) {
    const Access own = accessOf(matrix);
    const auto next = [&](const llvm::Instruction* i) { return way == Way::Forth ? i->getNextNode() : i->getPrevNode(); };
    llvm::SmallVector<std::pair<const llvm::BasicBlock*, const llvm::Instruction*>, 16> work{{matrix.getParent(), next(&matrix)}};
    llvm::SmallPtrSet<const llvm::BasicBlock*, 16> seen;
    while (!work.empty()) {
        const auto [block, first] = work.pop_back_val();
        const llvm::Instruction* i = first;
        for (; i && accessOf(*i) != Access::Barrier; i = next(i))
            if (meet(accessOf(*i), own)) return true;
        if (i) continue;
        const auto follow = [&](const llvm::BasicBlock* b) {
            if (seen.insert(b).second) work.emplace_back(b, way == Way::Forth ? &b->front() : &b->back());
        };
        if (way == Way::Forth)
            for (const llvm::BasicBlock* b : llvm::successors(block)) follow(b);
        else
            for (const llvm::BasicBlock* b : llvm::predecessors(block)) follow(b);
    }
    return false;
}

void addBarrier(llvm::Instruction* before) {
    llvm::IRBuilder<> ir(before);
    llvm::FunctionCallee barrier = before->getModule()->getOrInsertFunction(
        kBarrier, llvm::FunctionType::get(ir.getVoidTy(), {ir.getInt32Ty(), ir.getInt32Ty()}, false));
    if (auto* function = llvm::dyn_cast<llvm::Function>(barrier.getCallee())) function->setConvergent();
    ir.CreateCall(barrier, {ir.getInt32(kThreadgroupMemory), ir.getInt32(kSimdgroupScope)})->setConvergent();
}

} // namespace

void orderMatrixAccesses(llvm::Function& function) {
    llvm::SmallVector<llvm::Instruction*, 32> matrices;
    for (llvm::Instruction& i : llvm::instructions(function))
        if (isMatrix(accessOf(i))) matrices.push_back(&i);
    for (llvm::Instruction* matrix : matrices) {
        if (isUnordered(*matrix, Way::Back)) addBarrier(matrix);
        if (isUnordered(*matrix, Way::Forth)) addBarrier(matrix->getNextNode());
    }
}

} // namespace air
