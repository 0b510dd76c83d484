#include "shaders/air/lower_llvm.h"

#include <llvm/ADT/FloatingPointMode.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Module.h>

#include <string>
#include <vector>

namespace air {

namespace {

using llvm::Value;
using llvm::Intrinsic::ID;

namespace id = llvm::Intrinsic;

Value* combine(llvm::IRBuilder<>& ir, ID reduction, Value* a, Value* b) {
    switch (reduction) {
    case id::vector_reduce_add:
        return ir.CreateAdd(a, b);
    case id::vector_reduce_mul:
        return ir.CreateMul(a, b);
    case id::vector_reduce_and:
        return ir.CreateAnd(a, b);
    case id::vector_reduce_or:
        return ir.CreateOr(a, b);
    case id::vector_reduce_xor:
        return ir.CreateXor(a, b);
    case id::vector_reduce_smin:
        return ir.CreateBinaryIntrinsic(id::smin, a, b);
    case id::vector_reduce_smax:
        return ir.CreateBinaryIntrinsic(id::smax, a, b);
    case id::vector_reduce_umin:
        return ir.CreateBinaryIntrinsic(id::umin, a, b);
    case id::vector_reduce_umax:
        return ir.CreateBinaryIntrinsic(id::umax, a, b);
    case id::vector_reduce_fadd:
        return ir.CreateFAdd(a, b);
    case id::vector_reduce_fmul:
        return ir.CreateFMul(a, b);
    case id::vector_reduce_fmin:
        return ir.CreateBinaryIntrinsic(id::minnum, a, b);
    case id::vector_reduce_fmax:
        return ir.CreateBinaryIntrinsic(id::maxnum, a, b);
    default:
        return nullptr;
    }
}

// Lane by lane in order, behind the start value that the floating-point sums have.
Value* reduced(llvm::IntrinsicInst& call) {
    llvm::IRBuilder<> ir(&call);
    if (llvm::isa<llvm::FPMathOperator>(call)) ir.setFastMathFlags(call.getFastMathFlags());
    Value* vector = call.getArgOperand(call.arg_size() - 1);
    const auto* type = llvm::dyn_cast<llvm::FixedVectorType>(vector->getType());
    if (!type) return nullptr;
    Value* total = call.arg_size() == 2 ? call.getArgOperand(0) : nullptr;
    for (unsigned lane = 0; lane < type->getNumElements(); ++lane) {
        Value* element = ir.CreateExtractElement(vector, lane);
        total = total ? combine(ir, call.getIntrinsicID(), total, element) : element;
        if (!total) return nullptr;
    }
    return total;
}

// The classes of the mask, told by the value's bits.
Value* classified(llvm::IntrinsicInst& call) {
    llvm::IRBuilder<> ir(&call);
    Value* x = call.getArgOperand(0);
    const llvm::fltSemantics& semantics = x->getType()->getScalarType()->getFltSemantics();
    llvm::Type* type = x->getType()->getWithNewType(ir.getIntNTy(x->getType()->getScalarSizeInBits()));
    auto constant = [&](const llvm::APInt& bits) { return llvm::ConstantInt::get(type, bits); };
    const llvm::APInt infinity = llvm::APFloat::getInf(semantics).bitcastToAPInt();
    const llvm::APInt normal = llvm::APFloat::getSmallestNormalized(semantics).bitcastToAPInt();
    Value* bits = ir.CreateBitCast(x, type);
    Value* magnitude = ir.CreateAnd(bits, constant(llvm::APInt::getSignedMaxValue(infinity.getBitWidth())));
    Value* isNegative = ir.CreateICmpSLT(bits, llvm::Constant::getNullValue(type));
    Value* found = llvm::Constant::getNullValue(call.getType());
    const auto mask = unsigned(llvm::cast<llvm::ConstantInt>(call.getArgOperand(1))->getZExtValue());
    auto add = [&](unsigned negative, unsigned positive, auto test) {
        if (!(mask & (negative | positive))) return;
        Value* isClass = test();
        if (!(mask & positive)) isClass = ir.CreateAnd(isClass, isNegative);
        if (!(mask & negative)) isClass = ir.CreateAnd(isClass, ir.CreateNot(isNegative));
        found = ir.CreateOr(found, isClass);
    };
    add(llvm::fcNan, llvm::fcNan, [&] { return ir.CreateICmpUGT(magnitude, constant(infinity)); });
    add(llvm::fcNegInf, llvm::fcPosInf, [&] { return ir.CreateICmpEQ(magnitude, constant(infinity)); });
    add(llvm::fcNegZero, llvm::fcPosZero, [&] { return ir.CreateICmpEQ(magnitude, llvm::Constant::getNullValue(type)); });
    add(llvm::fcNegSubnormal, llvm::fcPosSubnormal,
        [&] { return ir.CreateICmpULT(ir.CreateSub(magnitude, constant(llvm::APInt(normal.getBitWidth(), 1))), constant(normal - 1)); });
    add(llvm::fcNegNormal, llvm::fcPosNormal,
        [&] { return ir.CreateICmpULT(ir.CreateSub(magnitude, constant(normal)), constant(infinity - normal)); });
    return found;
}

// AIR's conversion saturates (air.md 6.4).
Value* converted(llvm::IntrinsicInst& call, bool isSigned) {
    llvm::Type *to = call.getType(), *from = call.getArgOperand(0)->getType();
    const std::string name = std::string("air.convert.") + (isSigned ? "s." : "u.") + airTypeName(to) + ".f." + airTypeName(from);
    llvm::IRBuilder<> ir(&call);
    return ir.CreateCall(call.getModule()->getOrInsertFunction(name, to, from), {call.getArgOperand(0)});
}

Value* lowered(llvm::IntrinsicInst& call) {
    switch (call.getIntrinsicID()) {
    case id::is_fpclass:
        return classified(call);
    case id::fptosi_sat:
        return converted(call, true);
    case id::fptoui_sat:
        return converted(call, false);
    default:
        return call.getCalledFunction()->getName().starts_with("llvm.vector.reduce.") ? reduced(call) : nullptr;
    }
}

} // namespace

std::string airTypeName(const llvm::Type* type) {
    const llvm::Type* scalar = type->getScalarType();
    std::string name = (scalar->isIntegerTy() ? "i" : scalar->isBFloatTy() ? "bf" : "f") + std::to_string(scalar->getScalarSizeInBits());
    if (const auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type)) name = "v" + std::to_string(vector->getNumElements()) + name;
    return name;
}

void lowerLlvmIntrinsics(llvm::Function& function) {
    std::vector<llvm::IntrinsicInst*> calls;
    for (llvm::Instruction& i : llvm::instructions(function))
        if (auto* call = llvm::dyn_cast<llvm::IntrinsicInst>(&i)) calls.push_back(call);
    for (llvm::IntrinsicInst* call : calls) {
        Value* value = lowered(*call);
        if (!value) continue;
        call->replaceAllUsesWith(value);
        call->eraseFromParent();
    }
}

} // namespace air
