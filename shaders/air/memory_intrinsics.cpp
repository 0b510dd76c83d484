#include "shaders/air/memory_intrinsics.h"

#include <llvm/Analysis/TargetTransformInfo.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Module.h>
#include <llvm/Transforms/Utils/LowerMemIntrinsics.h>

#include <algorithm>
#include <vector>

namespace air {

namespace {

constexpr uint64_t kMaxExpandedBytes = 4096;

// One access of `bytes` bytes (1, 2 or 4) at `offset`.
struct Piece {
    uint64_t offset;
    unsigned bytes;
};

std::vector<Piece> pieces(uint64_t length, uint64_t alignment) {
    std::vector<Piece> out;
    for (uint64_t at = 0; at < length;) {
        unsigned size = alignment >= 4 && length - at >= 4 ? 4 : alignment >= 2 && length - at >= 2 ? 2 : 1;
        out.push_back({at, size});
        at += size;
    }
    return out;
}

llvm::Value* at(llvm::IRBuilder<>& builder, llvm::Value* base, uint64_t offset) {
    return builder.CreateConstInBoundsGEP1_64(builder.getInt8Ty(), base, offset);
}

void expandCopy(llvm::MemTransferInst& copy, uint64_t length) {
    llvm::IRBuilder<> builder(&copy);
    uint64_t alignment = std::min(copy.getDestAlign().valueOrOne().value(), copy.getSourceAlign().valueOrOne().value());
    // All loads come first, which makes overlapping moves right as well.
    std::vector<llvm::Value*> values;
    const auto parts = pieces(length, alignment);
    for (const Piece& p : parts)
        values.push_back(
            builder.CreateAlignedLoad(builder.getIntNTy(p.bytes * 8), at(builder, copy.getRawSource(), p.offset), llvm::Align(p.bytes)));
    for (size_t i = 0; i < parts.size(); ++i)
        builder.CreateAlignedStore(values[i], at(builder, copy.getRawDest(), parts[i].offset), llvm::Align(parts[i].bytes));
}

void expandFill(llvm::MemSetInst& fill, uint64_t length) {
    llvm::IRBuilder<> builder(&fill);
    for (const Piece& p : pieces(length, fill.getDestAlign().valueOrOne().value())) {
        llvm::Type* type = builder.getIntNTy(p.bytes * 8);
        llvm::Value* value = builder.CreateZExt(fill.getValue(), type);
        const uint64_t repeat = p.bytes == 4 ? 0x01010101U : p.bytes == 2 ? 0x0101U : 1U;
        value = builder.CreateMul(value, llvm::ConstantInt::get(type, repeat));
        builder.CreateAlignedStore(value, at(builder, fill.getRawDest(), p.offset), llvm::Align(p.bytes));
    }
}

// Long ones and those of unknown length, a byte a round.
bool loop(llvm::MemIntrinsic& m) {
    const llvm::TargetTransformInfo costs(m.getModule()->getDataLayout());
    if (auto* fill = llvm::dyn_cast<llvm::MemSetInst>(&m)) return llvm::expandMemSetAsLoop(fill), true;
    if (auto* copy = llvm::dyn_cast<llvm::MemCpyInst>(&m)) return llvm::expandMemCpyAsLoop(copy, costs), true;
    return false;
}

} // namespace

std::string expandMemoryIntrinsics(llvm::Function& function) {
    std::vector<llvm::MemIntrinsic*> found;
    for (llvm::Instruction& i : llvm::instructions(function))
        if (auto* m = llvm::dyn_cast<llvm::MemIntrinsic>(&i)) found.push_back(m);
    for (llvm::MemIntrinsic* m : found) {
        const auto* length = llvm::dyn_cast<llvm::ConstantInt>(m->getLength());
        if (!length || length->getValue().ugt(kMaxExpandedBytes)) {
            if (!loop(*m)) return "memory-intrinsic: a move of unknown length";
            m->eraseFromParent();
            continue;
        }
        if (auto* copy = llvm::dyn_cast<llvm::MemTransferInst>(m))
            expandCopy(*copy, length->getZExtValue());
        else if (auto* fill = llvm::dyn_cast<llvm::MemSetInst>(m))
            expandFill(*fill, length->getZExtValue());
        m->eraseFromParent();
    }
    return {};
}

} // namespace air
