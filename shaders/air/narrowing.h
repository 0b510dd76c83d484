// Which i64 values need only their low 32 bits. Almost all 64-bit arithmetic in AIR is index math, and no GL buffer reaches 4 GiB.
#pragma once

#include <llvm/ADT/DenseSet.h>

namespace llvm {
class DataLayout;
class Function;
class Instruction;
class Use;
class Value;
} // namespace llvm

namespace air {

class Narrowing {
public:
    explicit Narrowing(const llvm::Function& function);

    // True for i64 instructions whose high word nothing observes: they are uint in GLSL.
    bool isNarrow(const llvm::Value* value) const { return m_narrow.contains(value); }
    // Whether a 64-bit value equals its low word, zero-extended or sign-extended.
    bool fitsUnsigned(const llvm::Value* value) const;
    bool fitsSigned(const llvm::Value* value) const;

private:
    bool canProduce(const llvm::Instruction& i) const;
    bool acceptsLowWord(const llvm::Use& use) const;

    const llvm::DataLayout& m_layout;
    llvm::DenseSet<const llvm::Value*> m_narrow;
};

} // namespace air
