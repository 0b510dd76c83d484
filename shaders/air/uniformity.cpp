#include "shaders/air/uniformity.h"

#include <llvm/Analysis/PostDominators.h>
#include <llvm/IR/CFG.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "shaders/air/entry.h"
#include "shaders/air/simdgroup_matrix.h"

namespace air {

namespace {

llvm::StringRef calleeName(const llvm::Instruction& i) {
    const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
    const llvm::Function* callee = call ? call->getCalledFunction() : nullptr;
    return callee ? callee->getName() : llvm::StringRef();
}

// Inputs of a kernel that all threads of a group share.
bool isUniformInput(const Argument& a) {
    constexpr std::array<std::string_view, 15> kUniform = {"air.threads_per_grid",
                                                           "air.grid_size",
                                                           "air.grid_origin",
                                                           "air.threadgroup_position_in_grid",
                                                           "air.threadgroups_per_grid",
                                                           "air.threads_per_threadgroup",
                                                           "air.dispatch_threads_per_threadgroup",
                                                           "air.simdgroups_per_threadgroup",
                                                           "air.dispatch_simdgroups_per_threadgroup",
                                                           "air.quadgroups_per_threadgroup",
                                                           "air.dispatch_quadgroups_per_threadgroup",
                                                           "air.threads_per_simdgroup",
                                                           "air.thread_execution_width",
                                                           "air.buffer",
                                                           "air.indirect_buffer"};
    return std::find(kUniform.begin(), kUniform.end(), a.kind) != kUniform.end() || a.kind == "air.texture" || a.kind == "air.sampler";
}

} // namespace

bool isSimdOperation(const llvm::Instruction& i) {
    const llvm::StringRef name = calleeName(i);
    return name.starts_with("air.simd_") || name.starts_with("air.quad_");
}

bool countsThreads(const llvm::Instruction& i) {
    const llvm::StringRef operation = calleeName(i).drop_front(std::min<size_t>(calleeName(i).size(), 9)); // "air.quad_"
    const bool isMove =
        operation.starts_with("shuffle") || operation.starts_with("broadcast.") || operation.starts_with("is_helper_thread");
    return isSimdOperation(i) && !isMove;
}

bool isMeeting(const llvm::Instruction& i) {
    const llvm::StringRef name = calleeName(i);
    return isSimdOperation(i) || name.starts_with("air.wg.barrier") || name.starts_with("air.simdgroup.barrier");
}

// Values that differ between threads whatever their operands are.
bool Uniformity::isSource(const llvm::Instruction& i) const {
    if (llvm::isa<llvm::AllocaInst>(i) || isSimdOperation(i) || calleeName(i) == kSimdLane) return true;
    if (const auto* load = llvm::dyn_cast<llvm::LoadInst>(&i)) {
        // Constant memory never changes; threadgroup memory read at one place is the same for all between two barriers. Device memory may
        // be written by other groups at any time.
        const unsigned space = load->getPointerAddressSpace();
        return space != 2 && space != 3;
    }
    return llvm::isa<llvm::CallInst>(i) && i.mayWriteToMemory();
}

// The blocks between a divergent branch and the place where its sides meet are reached by some threads only; values merged there differ.
void Uniformity::markBranch(const llvm::BasicBlock& block, const llvm::BasicBlock* meeting) {
    std::vector<const llvm::BasicBlock*> work(llvm::succ_begin(&block), llvm::succ_end(&block));
    llvm::DenseSet<const llvm::BasicBlock*> seen;
    auto markPhis = [&](const llvm::BasicBlock& b) {
        for (const llvm::PHINode& phi : b.phis()) m_divergent.insert(&phi);
    };
    if (meeting) markPhis(*meeting);
    while (!work.empty()) {
        const llvm::BasicBlock* b = work.back();
        work.pop_back();
        if (b == meeting || !seen.insert(b).second) continue;
        m_divergentBlocks.insert(b);
        markPhis(*b);
        for (const llvm::BasicBlock* next : llvm::successors(b)) work.push_back(next);
    }
}

Uniformity::Uniformity(const Entry& entry) : m_entry(entry) {
    for (const llvm::Argument& argument : entry.function->args()) {
        const auto at = std::find_if(entry.arguments.begin(), entry.arguments.end(),
                                     [&](const Argument& a) { return a.irIndex == argument.getArgNo(); });
        if (at == entry.arguments.end() || !isUniformInput(*at)) m_divergent.insert(&argument);
    }
    const llvm::PostDominatorTree tree(*entry.function);
    auto meetingOf = [&](const llvm::BasicBlock& b) -> const llvm::BasicBlock* {
        const auto* node = tree.getNode(&b);
        return node && node->getIDom() ? node->getIDom()->getBlock() : nullptr;
    };
    llvm::DenseSet<const llvm::BasicBlock*> branches;
    for (size_t before = ~size_t(0); before != m_divergent.size();) {
        before = m_divergent.size();
        for (const llvm::Instruction& i : llvm::instructions(*entry.function)) {
            if (m_divergent.contains(&i)) continue;
            const bool hasDivergentOperand =
                std::any_of(i.op_begin(), i.op_end(), [&](const llvm::Use& u) { return m_divergent.contains(u.get()); });
            if (hasDivergentOperand || isSource(i)) m_divergent.insert(&i);
        }
        for (const llvm::BasicBlock& b : *entry.function) {
            const auto* br = llvm::dyn_cast<llvm::BranchInst>(b.getTerminator());
            if (br && br->isConditional() && m_divergent.contains(br->getCondition()) && branches.insert(&b).second)
                markBranch(b, meetingOf(b));
        }
    }
}

} // namespace air
