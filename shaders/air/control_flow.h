// Control flow as GLSL can say it: nested ifs, endless loops left by break, continue, return. Built directly from the CFG where that is
// possible without new variables; otherwise the caller structurizes the function and tries again.
#pragma once

#include <memory>
#include <optional>
#include <vector>

namespace llvm {
class BasicBlock;
class Function;
} // namespace llvm

namespace air {

struct Scope;

// The mask of all threads; others are numbered (convergence.h).
inline constexpr int kEverybody = -1;

struct Statement {
    // The last six belong to convergence.h: Guarded runs `first` for the threads of `mask`; SetMasks puts the branch condition of `block`
    // into `mask` and its opposite into `otherMask`; JoinMasks makes `mask` the union of the two others. MaskedLoop repeats `first` while
    // `mask` holds, which starts as `otherMask`; LeaveLoop takes the threads of `mask` out of `otherMask` and adds them to `thirdMask`,
    // unless that is kEverybody.
    enum class Kind {
        Block,
        Edge,
        If,
        Loop,
        Break,
        Continue,
        Return,
        Unreachable,
        Guarded,
        ClearMask,
        SetMasks,
        JoinMasks,
        MaskedLoop,
        LeaveLoop
    };
    Kind kind;
    const llvm::BasicBlock* block = nullptr;  // Block, Return; Edge: its source; If: the block whose branch condition decides
    const llvm::BasicBlock* target = nullptr; // Edge
    std::unique_ptr<Scope> first, second;     // If: then, else (may be empty); Loop: body
    int mask = kEverybody, otherMask = kEverybody, thirdMask = kEverybody; // Block: the threads whose data counts
    bool isTogether = false; // MaskedLoop: all threads go round until the last one leaves
    bool leavesByFlag = false; // Loop: loop_exits.h
};

struct Scope {
    std::vector<Statement> statements;
};

// A block without instructions of its own, besides phis and what `isFree` accepts, may appear more than once in the tree.
class FreeInstructions {
public:
    virtual ~FreeInstructions() = default;
    virtual bool isFree(const llvm::BasicBlock& block) const = 0;
};

// Null when the flow needs structurizing.
std::optional<Scope> buildControlFlow(llvm::Function& function, const FreeInstructions& freeInstructions);

} // namespace air
