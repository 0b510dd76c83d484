#include "shaders/air/convergence.h"

#include <llvm/IR/Function.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>

#include <algorithm>

#include "shaders/air/uniformity.h"

namespace air {

namespace {

using Kind = Statement::Kind;

bool hasMeeting(const llvm::BasicBlock& block) {
    return std::any_of(block.begin(), block.end(), [](const llvm::Instruction& i) { return isMeeting(i); });
}

// What a statement contains, loops' own breaks and continues apart.
struct Contents {
    bool meets = false, leaves = false;
};

Contents contentsOf(const Statement& s);

Contents contentsOf(const Scope& scope) {
    Contents all;
    for (const Statement& s : scope.statements) {
        const Contents c = contentsOf(s);
        all.meets = all.meets || c.meets;
        all.leaves = all.leaves || c.leaves;
    }
    return all;
}

bool returns(const Scope& scope) {
    return std::any_of(scope.statements.begin(), scope.statements.end(), [](const Statement& s) {
        return s.kind == Kind::Return || s.kind == Kind::Unreachable || (s.first && returns(*s.first)) || (s.second && returns(*s.second));
    });
}

Contents contentsOf(const Statement& s) {
    Contents c;
    c.meets = s.kind == Kind::Block && hasMeeting(*s.block);
    c.leaves = s.kind == Kind::Return || s.kind == Kind::Unreachable || s.kind == Kind::Break || s.kind == Kind::Continue;
    for (const Scope* child : {s.first.get(), s.second.get()}) {
        if (!child) continue;
        const Contents inner = contentsOf(*child);
        c.meets = c.meets || inner.meets;
        c.leaves = c.leaves || (s.kind == Kind::Loop ? returns(*child) : inner.leaves);
    }
    return c;
}

// Whether all threads that reach a break, continue or return of the scope reach it together.
bool leavesTogether(const Scope& scope, const Uniformity& uniformity) {
    return std::all_of(scope.statements.begin(), scope.statements.end(), [&](const Statement& s) {
        if (!contentsOf(s).leaves || !s.first) return true;
        if (s.kind == Kind::If && !uniformity.isUniform(llvm::cast<llvm::BranchInst>(s.block->getTerminator())->getCondition()))
            return false;
        return leavesTogether(*s.first, uniformity) && (!s.second || leavesTogether(*s.second, uniformity));
    });
}

bool isWithValue(const Statement& s) {
    const auto* ret = s.kind == Kind::Return ? llvm::dyn_cast<llvm::ReturnInst>(s.block->getTerminator()) : nullptr;
    return ret != nullptr && ret->getReturnValue() != nullptr;
}

constexpr int kNobody = -2;

class Converger {
public:
    Converger(const Uniformity& uniformity, MaskedLoops loops) : m_uniformity(uniformity), m_allowsLoops(loops == MaskedLoops::Allowed) {}

    // Moves `in` to `out`, run by the threads of `mask`; returns the mask of the threads that reach its end.
    int convert(Scope& in, int mask, Scope& out) {
        std::unique_ptr<Scope> group;
        for (Statement& s : in.statements) {
            if (m_failed || mask == kNobody) break;
            convertStatement(s, mask, out, group);
        }
        flush(group, mask, out);
        return mask;
    }
    bool failed() const { return m_failed; }

private:
    // Statements that need no meeting gather in `group`, which one guard encloses.
    void push(Statement s, int mask, Scope& out, std::unique_ptr<Scope>& group) {
        if (mask == kEverybody) {
            out.statements.push_back(std::move(s));
            return;
        }
        if (!group) group = std::make_unique<Scope>();
        m_groupMask = mask;
        group->statements.push_back(std::move(s));
    }

    void flush(std::unique_ptr<Scope>& group, int mask, Scope& out) {
        if (group && !group->statements.empty()) {
            Statement guard{Kind::Guarded, nullptr, nullptr, std::move(group), nullptr};
            guard.mask = mask == kNobody ? m_groupMask : mask;
            out.statements.push_back(std::move(guard));
        }
        group.reset();
    }

    void convertStatement(Statement& s, int& mask, Scope& out, std::unique_ptr<Scope>& group) {
        const Contents c = contentsOf(s);
        if (!c.meets && !c.leaves) return push(std::move(s), mask, out, group);
        switch (s.kind) {
        case Kind::Block:
            flush(group, mask, out);
            s.mask = mask;
            out.statements.push_back(std::move(s));
            return;
        case Kind::Return:
        case Kind::Unreachable:
            // Threads that return early wait at the end with the others; what a fragment function returns is written before.
            if (mask != kEverybody && isWithValue(s)) push(std::move(s), mask, out, group);
            flush(group, mask, out);
            if (mask == kEverybody) out.statements.push_back(std::move(s));
            for (const Round& round : m_rounds) leave(mask, round.live, kEverybody, out);
            mask = kNobody;
            return;
        case Kind::Break:
        case Kind::Continue:
            flush(group, mask, out);
            if (mask == kEverybody)
                out.statements.push_back(std::move(s));
            else if (s.kind == Kind::Break)
                leave(mask, m_rounds.back().live, m_rounds.back().left, out);
            mask = kNobody; // a thread that continues waits for the next round
            return;
        case Kind::Loop:
            return convertLoop(s, mask, out, group);
        case Kind::If:
            return convertIf(s, mask, out, group);
        default:
            return push(std::move(s), mask, out, group);
        }
    }

    static void leave(int mask, int live, int left, Scope& out) {
        Statement s{Kind::LeaveLoop, nullptr, nullptr, nullptr, nullptr};
        s.mask = mask;
        s.otherMask = live;
        s.thirdMask = left;
        out.statements.push_back(std::move(s));
    }

    void convertLoop(Statement& s, int& mask, Scope& out, std::unique_ptr<Scope>& group) {
        flush(group, mask, out);
        if (mask != kEverybody || !leavesTogether(*s.first, m_uniformity)) return maskLoop(s, mask, out);
        auto body = std::make_unique<Scope>();
        convert(*s.first, kEverybody, *body);
        out.statements.push_back({Kind::Loop, s.block, nullptr, std::move(body), nullptr});
    }

    // Threads that return inside do not go on behind the loop, so those that break are noted.
    void maskLoop(Statement& s, int& mask, Scope& out) {
        m_failed = m_failed || !m_allowsLoops;
        const Round round{m_next++, returns(*s.first) ? m_next++ : kEverybody};
        Statement loop{Kind::MaskedLoop, s.block, nullptr, std::make_unique<Scope>(), nullptr};
        loop.mask = round.live;
        loop.otherMask = mask;
        loop.isTogether = contentsOf(*s.first).meets;
        if (round.left != kEverybody) {
            Statement clear{Kind::ClearMask, nullptr, nullptr, nullptr, nullptr};
            clear.mask = round.left;
            out.statements.push_back(std::move(clear));
        }
        m_rounds.push_back(round);
        convert(*s.first, round.live, *loop.first);
        m_rounds.pop_back();
        out.statements.push_back(std::move(loop));
        if (round.left != kEverybody) mask = round.left;
    }

    void convertIf(Statement& s, int& mask, Scope& out, std::unique_ptr<Scope>& group) {
        const auto* branch = llvm::cast<llvm::BranchInst>(s.block->getTerminator());
        const bool isTogether = mask == kEverybody && m_uniformity.isUniform(branch->getCondition());
        if (isTogether && leavesTogether(*s.first, m_uniformity) && leavesTogether(*s.second, m_uniformity)) return keepIf(s, mask, out);
        const int yes = m_next++, no = m_next++;
        for (int cleared : {yes, no}) {
            Statement clear{Kind::ClearMask, nullptr, nullptr, nullptr, nullptr};
            clear.mask = cleared;
            out.statements.push_back(std::move(clear));
        }
        Statement set{Kind::SetMasks, s.block, nullptr, nullptr, nullptr};
        set.mask = yes;
        set.otherMask = no;
        push(std::move(set), mask, out, group);
        flush(group, mask, out);
        const int yesEnd = convert(*s.first, yes, out), noEnd = convert(*s.second, no, out);
        if (yesEnd == yes && noEnd == no) return;
        mask = join(yesEnd, noEnd, out);
    }

    void keepIf(Statement& s, int& mask, Scope& out) {
        auto yes = std::make_unique<Scope>(), no = std::make_unique<Scope>();
        const int yesEnd = convert(*s.first, kEverybody, *yes), noEnd = convert(*s.second, kEverybody, *no);
        if (yesEnd == kNobody && noEnd == kNobody) mask = kNobody;
        out.statements.push_back({Kind::If, s.block, nullptr, std::move(yes), std::move(no)});
    }

    int join(int a, int b, Scope& out) {
        if (a == kNobody) return b;
        if (b == kNobody) return a;
        Statement either{Kind::JoinMasks, nullptr, nullptr, nullptr, nullptr};
        either.mask = m_next++;
        either.otherMask = a;
        either.thirdMask = b;
        const int joined = either.mask;
        out.statements.push_back(std::move(either));
        return joined;
    }

    // A masked loop that is being converted: the threads still in it, and those that broke out of it (kEverybody: not asked for).
    struct Round {
        int live, left;
    };
    const Uniformity& m_uniformity;
    const bool m_allowsLoops;
    std::vector<Round> m_rounds;
    int m_next = 0, m_groupMask = kEverybody;
    bool m_failed = false;
};

} // namespace

bool isolateMeetings(llvm::Function& function, const Uniformity& uniformity) {
    std::vector<llvm::Instruction*> meetings;
    bool isNeeded = false;
    for (llvm::Instruction& i : llvm::instructions(function)) {
        if (!isMeeting(i)) continue;
        meetings.push_back(&i);
        isNeeded = isNeeded || isSimdOperation(i) || uniformity.isDivergent(i.getParent());
    }
    if (!isNeeded) return false;
    for (llvm::Instruction* i : meetings) {
        if (i != &i->getParent()->front()) i->getParent()->splitBasicBlock(i);
        i->getParent()->splitBasicBlock(i->getNextNode());
    }
    return true;
}

std::optional<Scope> convergeMeetings(Scope flow, const Uniformity& uniformity, MaskedLoops loops) {
    Scope out;
    Converger converger(uniformity, loops);
    converger.convert(flow, kEverybody, out);
    if (converger.failed()) return std::nullopt;
    return out;
}

} // namespace air
