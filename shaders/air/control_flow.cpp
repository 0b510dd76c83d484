#include "shaders/air/control_flow.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/PostDominators.h>
#include <llvm/IR/CFG.h>
#include <llvm/IR/Dominators.h>
#include <llvm/IR/Instructions.h>

#include <algorithm>

#include "shaders/air/uniformity.h"

namespace air {

namespace {

using llvm::BasicBlock;
using Kind = Statement::Kind;

// Nesting beyond this is refused: the GLSL compilers recurse as well.
constexpr unsigned kMaxDepth = 200;

struct Context {
    const llvm::Loop* loop = nullptr;
    const BasicBlock* header = nullptr; // of the innermost loop
    const BasicBlock* follow = nullptr; // where a break of the innermost loop leads
    const BasicBlock* stop = nullptr;   // reached by falling through the end of the scope
    unsigned depth = 0;
};

class Builder {
public:
    Builder(llvm::Function& function, const FreeInstructions& freeInstructions)
        : m_function(function), m_free(freeInstructions), m_dominators(function), m_postDominators(function), m_loops(m_dominators) {}

    std::optional<Scope> build() {
        Scope root;
        walk(&m_function.getEntryBlock(), root, {});
        if (m_failed) return std::nullopt;
        return root;
    }

private:
    // Each returns whether control can reach the end of `scope`.
    bool walk(const BasicBlock* block, Scope& scope, const Context& context);
    bool jump(const BasicBlock* from, const BasicBlock* to, Scope& scope, const Context& context);
    std::optional<bool> jumpOut(const BasicBlock* to, Scope& scope, const Context& context);
    const BasicBlock* loop(const BasicBlock* header, Scope& scope, const Context& context);
    bool branch(const BasicBlock* block, Scope& scope, const Context& context, const BasicBlock* merge);
    bool enter(const BasicBlock* block);

    const BasicBlock* mergeOf(const BasicBlock* block, const Context& context) const;
    const BasicBlock* followOf(const llvm::Loop& loop) const;
    bool leadsToSimd(const BasicBlock* exit, const llvm::Loop& loop) const;
    bool mayRepeat(const BasicBlock* block) const;
    unsigned forwardPredecessors(const BasicBlock* block) const;

    llvm::Function& m_function;
    const FreeInstructions& m_free;
    llvm::DominatorTree m_dominators;
    llvm::PostDominatorTree m_postDominators;
    llvm::LoopInfo m_loops;
    llvm::SmallPtrSet<const BasicBlock*, 32> m_done;
    bool m_failed = false;
};

void add(Scope& scope, Kind kind, const BasicBlock* block = nullptr, const BasicBlock* target = nullptr) {
    scope.statements.push_back({kind, block, target, nullptr, nullptr});
}

bool Builder::mayRepeat(const BasicBlock* block) const {
    const llvm::Instruction* end = block->getTerminator();
    const auto* br = llvm::dyn_cast<llvm::BranchInst>(end);
    if (!llvm::isa<llvm::ReturnInst>(end) && !(br && br->isUnconditional())) return false;
    return !m_loops.isLoopHeader(block) && m_free.isFree(*block);
}

bool Builder::enter(const BasicBlock* block) {
    if (m_done.insert(block).second || mayRepeat(block)) return true;
    m_failed = true;
    return false;
}

std::optional<bool> Builder::jumpOut(const BasicBlock* to, Scope& scope, const Context& context) {
    if (to == context.stop) return true;
    if (to == context.header) {
        add(scope, Kind::Continue);
        return false;
    }
    if (to == context.follow) {
        add(scope, Kind::Break);
        return false;
    }
    return std::nullopt;
}

bool Builder::jump(const BasicBlock* from, const BasicBlock* to, Scope& scope, const Context& context) {
    add(scope, Kind::Edge, from, to);
    if (auto out = jumpOut(to, scope, context)) return *out;
    return walk(to, scope, context);
}

unsigned Builder::forwardPredecessors(const BasicBlock* block) const {
    unsigned count = 0;
    for (const BasicBlock* p : llvm::predecessors(block))
        if (!m_dominators.dominates(block, p)) ++count;
    return count;
}

// Where the two sides of a branch meet again: the only block directly dominated by `block` that has several ways in.
const BasicBlock* Builder::mergeOf(const BasicBlock* block, const Context& context) const {
    const BasicBlock *merge = nullptr, *repeatable = nullptr;
    unsigned merges = 0;
    for (const auto* child : m_dominators.getNode(block)->children()) {
        const BasicBlock* b = child->getBlock();
        if (b == context.stop || b == context.follow || b == context.header || forwardPredecessors(b) < 2) continue;
        if (mayRepeat(b)) {
            repeatable = b;
            continue;
        }
        merge = b;
        ++merges;
    }
    if (merges == 1) return merge;
    return merges == 0 ? repeatable : nullptr;
}

bool Builder::leadsToSimd(const BasicBlock* exit, const llvm::Loop& loop) const {
    llvm::SmallVector<const BasicBlock*, 8> work{exit};
    llvm::SmallPtrSet<const BasicBlock*, 16> seen;
    while (!work.empty()) {
        const BasicBlock* b = work.pop_back_val();
        if (loop.contains(b) || !seen.insert(b).second) continue;
        if (std::any_of(b->begin(), b->end(), isSimdOperation)) return true;
        for (const BasicBlock* next : llvm::successors(b)) work.push_back(next);
    }
    return false;
}

const BasicBlock* Builder::followOf(const llvm::Loop& loop) const {
    llvm::SmallVector<BasicBlock*, 4> exits;
    loop.getUniqueExitBlocks(exits);
    const BasicBlock* only = nullptr;
    unsigned real = 0;
    for (const BasicBlock* e : exits)
        if (!mayRepeat(e)) {
            only = e;
            ++real;
        }
    if (real == 1) return only;
    if (exits.size() == 1) return exits[0];
    // Threads that leave one by one meet again behind the loop, not on their way out.
    const auto leads = [&](const BasicBlock* e) { return leadsToSimd(e, loop); };
    if (std::count_if(exits.begin(), exits.end(), leads) == 1) return *std::find_if(exits.begin(), exits.end(), leads);
    for (const auto* node = m_postDominators.getNode(loop.getHeader()); node; node = node->getIDom())
        if (node->getBlock() && !loop.contains(node->getBlock())) return node->getBlock();
    return exits.empty() ? nullptr : exits[0];
}

// Emits the loop; returns where control goes on, null when it never leaves.
const BasicBlock* Builder::loop(const BasicBlock* header, Scope& scope, const Context& context) {
    const llvm::Loop* l = m_loops.getLoopFor(header);
    Context inner{l, header, followOf(*l), header, context.depth + 1};
    auto body = std::make_unique<Scope>();
    walk(header, *body, inner);
    scope.statements.push_back({Kind::Loop, header, nullptr, std::move(body), nullptr});
    return inner.follow;
}

bool Builder::branch(const BasicBlock* block, Scope& scope, const Context& context, const BasicBlock* merge) {
    Context inner = context;
    if (merge) inner.stop = merge;
    ++inner.depth;
    auto yes = std::make_unique<Scope>(), no = std::make_unique<Scope>();
    const bool yesFalls = jump(block, block->getTerminator()->getSuccessor(0), *yes, inner);
    const bool noFalls = jump(block, block->getTerminator()->getSuccessor(1), *no, inner);
    // Where one side leaves, the other needs no nesting.
    std::vector<Statement> tail;
    if (!yesFalls && !yes->statements.empty())
        tail.swap(no->statements);
    else if (!noFalls && !no->statements.empty())
        tail.swap(yes->statements);
    scope.statements.push_back({Kind::If, block, nullptr, std::move(yes), std::move(no)});
    for (Statement& s : tail) scope.statements.push_back(std::move(s));
    return yesFalls || noFalls;
}

bool Builder::walk(const BasicBlock* block, Scope& scope, const Context& context) {
    if (context.depth > kMaxDepth) m_failed = true;
    while (!m_failed) {
        if (m_loops.isLoopHeader(block) && block != context.header) {
            block = loop(block, scope, context);
            if (!block) return false;
            if (auto out = jumpOut(block, scope, context)) return *out;
            continue;
        }
        if (!enter(block)) return false;
        add(scope, Kind::Block, block);
        const llvm::Instruction* end = block->getTerminator();
        const auto* br = llvm::dyn_cast<llvm::BranchInst>(end);
        if (!br) {
            add(scope, llvm::isa<llvm::ReturnInst>(end) ? Kind::Return : Kind::Unreachable, block);
            return false;
        }
        const BasicBlock* next = br->getSuccessor(0);
        if (br->isUnconditional() || next == br->getSuccessor(1)) {
            add(scope, Kind::Edge, block, next);
        } else {
            next = mergeOf(block, context);
            const bool falls = branch(block, scope, context, next);
            if (!next || !falls) return falls;
        }
        if (auto out = jumpOut(next, scope, context)) return *out;
        block = next;
    }
    return false;
}

} // namespace

std::optional<Scope> buildControlFlow(llvm::Function& function, const FreeInstructions& freeInstructions) {
    return Builder(function, freeInstructions).build();
}

} // namespace air
