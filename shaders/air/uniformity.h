// Which values and branches are the same for every thread of a threadgroup. Needed where threads meet: barriers and simdgroup operations.
#pragma once

#include <llvm/ADT/DenseSet.h>

namespace llvm {
class BasicBlock;
class CallInst;
class Function;
class Instruction;
class Value;
} // namespace llvm

namespace air {

struct Entry;

// Whether threads exchange data or wait for each other in the instruction.
bool isMeeting(const llvm::Instruction& i);
bool isSimdOperation(const llvm::Instruction& i);
// Of these, whether the result depends on who takes part: shuffles between threads that are there do not.
bool countsThreads(const llvm::Instruction& i);

class Uniformity {
public:
    explicit Uniformity(const Entry& entry);

    bool isUniform(const llvm::Value* value) const { return !m_divergent.contains(value); }
    // Whether only some threads may reach the block.
    bool isDivergent(const llvm::BasicBlock* block) const { return m_divergentBlocks.contains(block); }

private:
    bool isSource(const llvm::Instruction& i) const;
    void markBranch(const llvm::BasicBlock& block, const llvm::BasicBlock* meeting);

    const Entry& m_entry;
    llvm::DenseSet<const llvm::Value*> m_divergent;
    llvm::DenseSet<const llvm::BasicBlock*> m_divergentBlocks;
};

} // namespace air
