#include "shaders/air/loop_exits.h"

#include <llvm/Analysis/LoopInfo.h>
#include <llvm/IR/Dominators.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Instructions.h>

#include <algorithm>

#include "shaders/air/control_flow.h"
#include "shaders/air/entry.h"
#include "shaders/air/uniformity.h"

namespace air {

namespace {

bool isUsedOutside(const llvm::Instruction& i, const llvm::Loop& loop) {
    return std::any_of(i.user_begin(), i.user_end(), [&](const llvm::User* u) {
        const auto* user = llvm::dyn_cast<llvm::Instruction>(u);
        return user && !loop.contains(user->getParent());
    });
}

// The head's own phis pass it anyway.
bool carriesValues(const llvm::Loop& loop) {
    return std::any_of(loop.block_begin(), loop.block_end(), [&](const llvm::BasicBlock* block) {
        return std::any_of(block->begin(), block->end(), [&](const llvm::Instruction& i) {
            const bool isOfHead = block == loop.getHeader() && llvm::isa<llvm::PHINode>(i);
            return !isOfHead && isUsedOutside(i, loop);
        });
    });
}

class Marker {
public:
    explicit Marker(const Entry& entry) : m_dominators(*entry.function), m_loops(m_dominators), m_uniformity(entry) {}

    void mark(Scope& scope) const {
        for (Statement& s : scope.statements) {
            if (s.kind == Statement::Kind::Loop) {
                const llvm::Loop* loop = m_loops.getLoopFor(s.block);
                s.leavesByFlag = loop && carriesValues(*loop) && !leavesTogether(*loop);
            }
            for (Scope* child : {s.first.get(), s.second.get()})
                if (child) mark(*child);
        }
    }

private:
    bool leavesTogether(const llvm::Loop& loop) const {
        llvm::SmallVector<llvm::BasicBlock*, 8> exiting;
        loop.getExitingBlocks(exiting);
        return std::all_of(exiting.begin(), exiting.end(), [&](const llvm::BasicBlock* block) {
            const auto* branch = llvm::dyn_cast<llvm::BranchInst>(block->getTerminator());
            return branch && branch->isConditional() && m_uniformity.isUniform(branch->getCondition()) && !m_uniformity.isDivergent(block);
        });
    }

    llvm::DominatorTree m_dominators;
    llvm::LoopInfo m_loops;
    Uniformity m_uniformity;
};

} // namespace

void markFlaggedLoops(Scope& flow, const Entry& entry) { Marker(entry).mark(flow); }

} // namespace air
