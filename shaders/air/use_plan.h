// Decides, before any text is written, which values become GLSL variables, which are written where they are used, and where a variable
// must be declared.
#pragma once

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/SmallVector.h>

#include <map>
#include <vector>

#include "shaders/air/control_flow.h"
#include "shaders/air/narrowing.h"

namespace llvm {
class BasicBlock;
class Function;
class Instruction;
class Value;
} // namespace llvm

namespace air {

class UsePlan final : public FreeInstructions {
public:
    // `hasQuads`: threads have neighbours that take part in samples and derivatives, which is so in fragment functions.
    UsePlan(const llvm::Function& function, const Narrowing& narrowing, bool hasQuads)
        : m_function(function), m_narrowing(narrowing), m_hasQuads(hasQuads) {}

    // Has no text of its own: users look through it (addresses, lane picks, casts that change nothing).
    bool isTransparent(const llvm::Instruction& i) const;
    // Produces nothing in GLSL (hints, lifetimes).
    static bool isIgnored(const llvm::Instruction& i);
    // Some user will write the value's text.
    bool isUsed(const llvm::Instruction& i) const;
    // Needs a variable: used twice, in another block, across a write, or where not all threads of a quad go that have to take part in it.
    bool needsVariable(const llvm::Instruction& i) const;
    // The variable is seen outside the scope of its definition, so it is declared at the top of main.
    bool outlivesScope(const llvm::Instruction& i) const;

    void assignScopes(const Scope& root);
    bool isFree(const llvm::BasicBlock& block) const override;

private:
    // Where the text of a value ends up, seen through transparent users.
    struct Sinks {
        unsigned count = 0;
        const llvm::Instruction* last = nullptr;
        llvm::SmallVector<const llvm::BasicBlock*, 4> blocks;
        void add(const llvm::Instruction& user, const llvm::BasicBlock* block);
        void add(const Sinks& other);
    };
    const Sinks& sinksOf(const llvm::Instruction& i) const;
    bool isLaneOperation(const llvm::Instruction& i) const;
    struct Effects {
        bool readsMemory = false, asksNeighbours = false;
    };
    Effects effectsOf(const llvm::Instruction& i) const;
    void visit(const Scope& scope, int id);
    bool encloses(int outer, int inner) const;

    const llvm::Function& m_function;
    const Narrowing& m_narrowing;
    const bool m_hasQuads;
    mutable std::map<const llvm::Instruction*, Sinks> m_sinks;
    mutable llvm::DenseMap<const llvm::Instruction*, Effects> m_effects;
    llvm::DenseMap<const llvm::BasicBlock*, llvm::SmallVector<int, 2>> m_scopes;
    llvm::DenseMap<const llvm::BasicBlock*, llvm::SmallVector<int, 2>> m_ends; // where a block's edges and branch are written
    std::vector<int> m_parents;
};

} // namespace air
