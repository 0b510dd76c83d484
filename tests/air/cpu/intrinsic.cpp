#include "intrinsic.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/Function.h>

#include <algorithm>

namespace aircpu {

namespace {

constexpr uint32_t kAlignment = 16;

// "air.fast_fmax.f32" -> fmax, "air.min.s.i32" -> min.s, "air.atomic.global.add.u.i32" -> atomic.add.u, "air.wg.barrier" -> wg.barrier
void nameFamily(Intrinsic& intrinsic) {
    llvm::SmallVector<llvm::StringRef, 8> tokens;
    llvm::StringRef(intrinsic.name).split(tokens, '.');
    llvm::StringRef head = tokens.size() > 1 ? tokens[1] : "";
    intrinsic.isFast = head.consume_front("fast_");
    intrinsic.family = head.str();
    for (llvm::StringRef token : llvm::ArrayRef(tokens).drop_front(std::min<size_t>(2, tokens.size()))) {
        const bool isSpace = token == "global" || token == "local";
        const bool isType =
            token.size() > 1 && llvm::StringRef("vifbp").contains(token[0]) && llvm::StringRef("0123456789if").contains(token[1]);
        if (!isSpace && !isType) intrinsic.family += "." + token.str();
    }
}

uint32_t placed(uint32_t& end, Shape shape) {
    const uint32_t at = (end + kAlignment - 1) / kAlignment * kAlignment;
    end = at + uint32_t(bytesOf(shape));
    return at;
}

} // namespace

pvg::Result<std::unique_ptr<Intrinsic>> findIntrinsic(const llvm::Function& declaration) {
    auto intrinsic = std::make_unique<Intrinsic>();
    intrinsic->name = declaration.getName().str();
    nameFamily(*intrinsic);
    llvm::Type* returned = declaration.getReturnType();
    if (const auto* pair = llvm::dyn_cast<llvm::StructType>(returned); pair && pair->getNumElements() == 2 && pair->getElementType(1)->isIntegerTy(8)) {
        intrinsic->hasResidency = true;
        returned = pair->getElementType(0);
    }
    intrinsic->result = shapeOf(returned);
    bool isKnown = intrinsic->result.element != Element::Other;
    for (const llvm::Argument& a : declaration.args()) {
        intrinsic->parameters.push_back(shapeOf(a.getType()));
        isKnown = isKnown && intrinsic->parameters.back().element != Element::Other;
        intrinsic->offsets.push_back(placed(intrinsic->frameBytes, intrinsic->parameters.back()));
    }
    intrinsic->resultOffset = placed(intrinsic->frameBytes, intrinsic->result);
    isKnown = isKnown && (bindConversion(*intrinsic) || bindFloat(*intrinsic) || bindInteger(*intrinsic) || bindPacking(*intrinsic) ||
                          bindAtomic(*intrinsic) || bindSimd(*intrinsic) || bindMatrix(*intrinsic) ||
                          bindTexture(*intrinsic) || bindFragment(*intrinsic));
    if (!isKnown) return pvg::Error{pvg::Code::Unsupported, "intrinsic " + intrinsic->name};
    return intrinsic;
}

} // namespace aircpu
