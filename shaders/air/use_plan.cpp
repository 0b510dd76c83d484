#include "shaders/air/use_plan.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>

#include <algorithm>

namespace air {

using llvm::Instruction;

void UsePlan::Sinks::add(const Instruction& user, const llvm::BasicBlock* block) {
    ++count;
    last = &user;
    if (std::find(blocks.begin(), blocks.end(), block) == blocks.end()) blocks.push_back(block);
}

void UsePlan::Sinks::add(const Sinks& other) {
    count = std::min(count + other.count, 1000U);
    if (other.last) last = other.last;
    for (const auto* b : other.blocks)
        if (std::find(blocks.begin(), blocks.end(), b) == blocks.end()) blocks.push_back(b);
}

bool UsePlan::isIgnored(const Instruction& i) {
    if (i.isLifetimeStartOrEnd() || llvm::isa<llvm::DbgInfoIntrinsic>(i) || llvm::isa<llvm::AssumeInst>(i)) return true;
    const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
    const llvm::Function* callee = call ? call->getCalledFunction() : nullptr;
    if (!callee) return false;
    const llvm::StringRef name = callee->getName();
    return name.starts_with("llvm.experimental.noalias") || name.starts_with("air.get_read_sampler") || name.starts_with("llvm.invariant");
}

bool UsePlan::isLaneOperation(const Instruction& i) const {
    if (llvm::isa<llvm::ShuffleVectorInst>(i)) return true;
    const auto* insert = llvm::dyn_cast<llvm::InsertElementInst>(&i);
    return insert && llvm::isa<llvm::ConstantInt>(insert->getOperand(2));
}

static bool isConstantExtract(const Instruction& i) {
    const auto* extract = llvm::dyn_cast<llvm::ExtractElementInst>(&i);
    return extract && llvm::isa<llvm::ConstantInt>(extract->getIndexOperand());
}

static bool isTextlessCast(const Instruction& i, const Narrowing& narrowing) {
    const llvm::Value* from = i.getNumOperands() ? i.getOperand(0) : nullptr;
    if (llvm::isa<llvm::ZExtInst>(i)) {
        if (from->getType()->getScalarType()->isIntegerTy(1)) return false;
        return i.getType()->getScalarSizeInBits() <= 32 || narrowing.isNarrow(&i);
    }
    if (llvm::isa<llvm::SExtInst>(i)) return from->getType()->getScalarSizeInBits() == 32 && narrowing.isNarrow(&i);
    if (llvm::isa<llvm::TruncInst>(i)) return i.getType()->getScalarSizeInBits() == 32 && narrowing.isNarrow(from);
    if (llvm::isa<llvm::BitCastInst>(i)) return i.getType() == from->getType();
    return llvm::isa<llvm::AddrSpaceCastInst>(i) || llvm::isa<llvm::FreezeInst>(i) || llvm::isa<llvm::FPExtInst>(i);
}

bool UsePlan::isTransparent(const Instruction& i) const {
    if (llvm::isa<llvm::GetElementPtrInst>(i) || llvm::isa<llvm::ExtractValueInst>(i) || llvm::isa<llvm::InsertValueInst>(i)) return true;
    if (isConstantExtract(i) || isTextlessCast(i, m_narrowing)) return true;
    if (!isLaneOperation(i)) return false;
    return std::all_of(i.user_begin(), i.user_end(), [&](const llvm::User* u) {
        const auto* user = llvm::dyn_cast<Instruction>(u);
        return user && (isLaneOperation(*user) || isConstantExtract(*user));
    });
}

const UsePlan::Sinks& UsePlan::sinksOf(const Instruction& i) const {
    auto [at, isNew] = m_sinks.try_emplace(&i);
    if (!isNew) return at->second;
    Sinks sinks;
    for (const llvm::Use& use : i.uses()) {
        const auto* user = llvm::dyn_cast<Instruction>(use.getUser());
        if (!user || isIgnored(*user)) continue;
        if (const auto* phi = llvm::dyn_cast<llvm::PHINode>(user))
            sinks.add(*user, phi->getIncomingBlock(use));
        else if (isTransparent(*user))
            sinks.add(sinksOf(*user));
        else
            sinks.add(*user, user->getParent());
    }
    return m_sinks[&i] = std::move(sinks);
}

bool UsePlan::isUsed(const Instruction& i) const { return sinksOf(i).count > 0; }

// A value that is read from memory must not move across a write.
static bool crossesWrite(const Instruction& from, const Instruction* to) {
    for (const Instruction* at = from.getNextNode(); at && at != to; at = at->getNextNode())
        if (at->mayWriteToMemory() && !UsePlan::isIgnored(*at)) return true;
    return false;
}

// Neighbours take part in derivatives, samples that need them and the operations of quads and simdgroups.
static bool asksNeighbours(const Instruction& i) {
    const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
    return call && call->isConvergent();
}

// GLSL runs the text that stands there only where a condition holds: ternaries, && and ||, and what is given to a phi on one of two ways.
static bool isConditional(const Instruction& from, const Instruction& to) {
    if (llvm::isa<llvm::PHINode>(to)) return from.getParent()->getTerminator()->getNumSuccessors() > 1;
    if (const auto* select = llvm::dyn_cast<llvm::SelectInst>(&to)) return select->getCondition() != &from;
    const bool isLogical = to.getOpcode() == Instruction::And || to.getOpcode() == Instruction::Or;
    return isLogical && to.getType()->isIntegerTy(1);
}

// What the text of the value does where it is written, in itself or in operands that have no variables.
UsePlan::Effects UsePlan::effectsOf(const Instruction& i) const {
    if (const auto known = m_effects.find(&i); known != m_effects.end()) return known->second;
    Effects effects{i.mayReadFromMemory(), m_hasQuads && asksNeighbours(i)};
    for (const llvm::Use& use : i.operands()) {
        const auto* operand = llvm::dyn_cast<Instruction>(use.get());
        const bool isHere = operand && operand->getParent() == i.getParent() && !llvm::isa<llvm::PHINode>(operand);
        if (!isHere || (!isTransparent(*operand) && needsVariable(*operand))) continue;
        const Effects inner = effectsOf(*operand);
        effects = {effects.readsMemory || inner.readsMemory, effects.asksNeighbours || inner.asksNeighbours};
    }
    m_effects.try_emplace(&i, effects);
    return effects;
}

bool UsePlan::needsVariable(const Instruction& i) const {
    if (llvm::isa<llvm::PHINode>(i)) return true;
    const Sinks& sinks = sinksOf(i);
    if (sinks.count != 1 || sinks.blocks[0] != i.getParent() || i.mayWriteToMemory()) return true;
    const Effects effects = effectsOf(i);
    if (effects.asksNeighbours && isConditional(i, *sinks.last)) return true;
    const bool atEdge = llvm::isa<llvm::PHINode>(sinks.last);
    return effects.readsMemory && crossesWrite(i, atEdge ? nullptr : sinks.last);
}

bool UsePlan::outlivesScope(const Instruction& i) const {
    if (llvm::isa<llvm::PHINode>(i)) return true;
    const auto own = m_scopes.find(i.getParent());
    if (own == m_scopes.end() || own->second.size() != 1) return true;
    for (const auto* block : sinksOf(i).blocks) {
        for (const auto* places : {&m_scopes, &m_ends}) {
            const auto at = places->find(block);
            if (at != places->end() &&
                !std::all_of(at->second.begin(), at->second.end(), [&](int scope) { return encloses(own->second[0], scope); }))
                return true;
        }
    }
    return false;
}

bool UsePlan::encloses(int outer, int inner) const {
    while (inner > outer) inner = m_parents[size_t(inner)];
    return inner == outer;
}

void UsePlan::visit(const Scope& scope, int id) {
    for (const Statement& s : scope.statements) {
        if (s.kind == Statement::Kind::Block) m_scopes[s.block].push_back(id);
        if (s.kind == Statement::Kind::Edge || s.kind == Statement::Kind::SetMasks) m_ends[s.block].push_back(id);
        for (const Scope* child : {s.first.get(), s.second.get()}) {
            if (!child) continue;
            const int next = int(m_parents.size());
            m_parents.push_back(id);
            visit(*child, next);
        }
    }
}

void UsePlan::assignScopes(const Scope& root) {
    m_scopes.clear();
    m_ends.clear();
    m_parents.assign(1, -1);
    visit(root, 0);
}

bool UsePlan::isFree(const llvm::BasicBlock& block) const {
    return std::all_of(block.begin(), block.end(), [&](const Instruction& i) {
        return llvm::isa<llvm::PHINode>(i) || i.isTerminator() || isIgnored(i) || isTransparent(i);
    });
}

} // namespace air
